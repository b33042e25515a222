import type { BundleFiles } from '../read/bundles.ts';
import { bundlesOf } from '../read/bundles.ts';
import type { Finding } from '../finding.ts';
import { fieldAt, modelOf } from '../read/packageModel.ts';
import { STANDARD_COMPONENTS, TEMPLATE_REGIONS, UTILITY_DECORATORS } from './pageCatalogue.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

/**
 * What stands inside Lightning pages: regions that the template has, every facet in one place, components of
 * Salesforce with properties they have, components of ours on pages of objects they are for, fields that exist.
 */
export function checkPageParts(project: Project): Finding[] {
    const bundles = new Map(bundlesOf(project).map((bundle) => [bundle.name, bundle]));
    return componentsOf(project, 'FlexiPage').flatMap((page) => {
        const instances = [...everyElement(page.root)].filter(({ name }) => name === 'componentInstance');
        return [
            ...checkRegions(page),
            ...checkFacets(page, instances),
            ...checkObject(page),
            ...instances.flatMap((instance) => checkInstance(instance, page, bundles)),
            ...checkFieldItems(page, project)
        ];
    });
}

function checkRegions({ file, root }: Component): Finding[] {
    const template = childOf(root, 'template');
    const name = template ? textOf(template, 'name') : '';
    const wanted = TEMPLATE_REGIONS[name];
    if (!wanted) {
        return [{ file, what: `Nobody has looked up the template ${name}`, mend: 'Add it to pageCatalogue.ts.' }];
    }
    const given = childrenOf(root, 'flexiPageRegions').filter((region) => textOf(region, 'type') !== 'Facet');
    const names = given.map((region) => textOf(region, 'name'));
    return [
        ...given
            .filter((region) => !wanted.includes(textOf(region, 'name')))
            .map((region) => ({
                file: `${file}:${region.line}`,
                what: `${name} has no region ${textOf(region, 'name')}`,
                mend: `Use ${wanted.join(', ')}.`
            })),
        ...wanted
            .filter((region) => !names.includes(region))
            .map((region) => ({ file, what: `The region ${region} is missing`, mend: 'Add it, even if empty.' }))
    ];
}

function checkFacets({ file, root }: Component, instances: readonly XmlElement[]): Finding[] {
    const values = instances.flatMap((instance) =>
        childrenOf(instance, 'componentInstanceProperties').map((property) => textOf(property, 'value'))
    );
    return childrenOf(root, 'flexiPageRegions')
        .filter((region) => textOf(region, 'type') === 'Facet')
        .map((region) => ({ region, name: textOf(region, 'name') }))
        .filter(({ name }) => values.filter((value) => value === name).length !== 1)
        .map(({ region, name }) => ({
            file: `${file}:${region.line}`,
            what: `The facet ${name} is not shown in exactly one place`,
            mend: 'Name it in one property, or remove it.'
        }));
}

function checkObject({ file, root }: Component): Finding[] {
    const isRecordPage = textOf(root, 'type') === 'RecordPage';
    return isRecordPage === (textOf(root, 'sobjectType') !== '')
        ? []
        : [{ file, what: 'Record pages have an object, and only they', mend: 'Correct <sobjectType> or <type>.' }];
}

function checkInstance(instance: XmlElement, page: Component, bundles: ReadonlyMap<string, BundleFiles>): Finding[] {
    const name = textOf(instance, 'componentName');
    const file = `${page.file}:${instance.line}`;
    const properties = childrenOf(instance, 'componentInstanceProperties');
    const own = properties.filter((property) => textOf(property, 'type') !== 'decorator');
    const bundle = bundles.get(name);
    const allowed = name.includes(':') ? STANDARD_COMPONENTS[name] : bundle && propertiesOf(bundle);
    const isUtility = textOf(page.root, 'type') === 'UtilityBar';
    return [
        ...(name.includes(':') && !allowed
            ? [{ file, what: `Nobody has looked the component ${name} up`, mend: 'Add it to pageCatalogue.ts.' }]
            : []),
        ...own
            .map((property) => textOf(property, 'name'))
            .filter((property) => allowed && !allowed.includes(property))
            .map((property) => ({ file, what: `${name} has no property ${property}`, mend: 'Remove it.' })),
        ...(isUtility ? checkDecorators(properties, file) : []),
        ...(bundle ? checkPlace(bundle, page, file) : []),
        ...(childOf(instance, 'identifier') ? [] : [{ file, what: `${name} has no identifier`, mend: 'Add one.' }])
    ];
}

function propertiesOf(bundle: BundleFiles): string[] {
    return bundle.configs.flatMap(({ properties }) => [...properties.keys()]);
}

function checkDecorators(properties: readonly XmlElement[], file: string): Finding[] {
    const given = properties
        .filter((property) => textOf(property, 'type') === 'decorator')
        .map((property) => textOf(property, 'name'));
    return given.toSorted().join() === UTILITY_DECORATORS.join()
        ? []
        : [{ file, what: `The utility has ${given.join(', ')}`, mend: `Give it ${UTILITY_DECORATORS.join(', ')}.` }];
}

function checkPlace({ name, configs }: BundleFiles, { root }: Component, file: string): Finding[] {
    const object = textOf(root, 'sobjectType');
    const objects = configs.flatMap((config) => config.objects);
    return object === '' || objects.length === 0 || objects.includes(object)
        ? []
        : [{ file, what: `${name} is not for pages of ${object}`, mend: `Add it to <objects> of the component.` }];
}

function checkFieldItems({ file, root }: Component, project: Project): Finding[] {
    const object = textOf(root, 'sobjectType');
    return [...everyElement(root)]
        .filter(({ name }) => name === 'fieldItem')
        .filter(({ text }) => !fieldAt(modelOf(project), object, text.replace(/^Record\./, '')))
        .map(({ text, line }) => ({
            file: `${file}:${line}`,
            what: `${object} has no field ${text}`,
            mend: 'Name a field of the object: Record.Name.'
        }));
}
