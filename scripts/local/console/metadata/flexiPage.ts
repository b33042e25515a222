import { z } from 'zod';
import type { FlexiPage, PageItem } from '../composition.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { many, readMetadata, text } from './xml.ts';

const Property = z.object({
    name: text,
    value: text.optional(),
    valueList: z.object({ valueListItems: many(z.object({ value: text })) }).optional(),
    type: text.optional()
});

const Item = z.object({
    componentInstance: z
        .object({ componentInstanceProperties: many(Property), componentName: text, identifier: text.optional() })
        .optional(),
    fieldInstance: z.object({ fieldInstanceProperties: many(Property), fieldItem: text }).optional()
});

const Page = z.object({
    flexiPageRegions: many(
        z.object({ itemInstances: many(Item), name: text, type: z.enum(['Region', 'Facet', 'Background']) })
    ),
    masterLabel: text,
    sobjectType: text.optional(),
    template: z.object({ name: text }),
    type: text
});

function valuesOf(properties: readonly z.output<typeof Property>[], decorators: boolean): Record<string, string> {
    return Object.fromEntries(
        properties
            .filter(({ type, valueList }) => (type === 'decorator') === decorators && !valueList)
            .map(({ name, value = '' }) => [name, value])
    );
}

function listsOf(properties: readonly z.output<typeof Property>[]): Record<string, readonly string[]> {
    return Object.fromEntries(
        properties.flatMap(({ name, valueList }) =>
            valueList ? [[name, valueList.valueListItems.map(({ value }) => value)]] : []
        )
    );
}

function itemOf({ componentInstance, fieldInstance }: z.output<typeof Item>, place: string): PageItem[] {
    if (componentInstance) {
        const { componentName, componentInstanceProperties, identifier } = componentInstance;
        return [
            {
                kind: 'component',
                component: componentName.replace(/^c:/, ''),
                identifier: identifier ?? place,
                properties: valuesOf(componentInstanceProperties, false),
                lists: listsOf(componentInstanceProperties),
                decorators: valuesOf(componentInstanceProperties, true)
            }
        ];
    }
    if (fieldInstance) {
        const behavior =
            fieldInstance.fieldInstanceProperties.find(({ name }) => name === 'uiBehavior')?.value ?? 'none';
        return [{ kind: 'field', field: fieldInstance.fieldItem.replace(/^Record\./, ''), behavior }];
    }
    return [];
}

/** Reads every FlexiPage of the package. */
export function readFlexiPages(forceApp: string): FlexiPage[] {
    return metadataFiles(forceApp, '.flexipage-meta.xml').map(({ name, file }) => {
        const page = readMetadata(file, 'FlexiPage', Page);
        return {
            name,
            label: page.masterLabel,
            type: page.type,
            template: page.template.name,
            ...(page.sobjectType !== undefined && { objectApiName: page.sobjectType }),
            regions: page.flexiPageRegions.map((region) => ({
                name: region.name,
                type: region.type,
                items: region.itemInstances.flatMap((item, index) => itemOf(item, `${region.name}_${index}`))
            }))
        };
    });
}
