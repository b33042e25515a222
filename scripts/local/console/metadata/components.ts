import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { flag, many, readMetadata, text } from './xml.ts';

const Property = z.object({ '@name': text, '@type': text, '@default': text.optional() });

const ComponentBundle = z.object({
    isExposed: flag,
    masterLabel: text.optional(),
    targets: z.object({ target: many(text) }).optional(),
    targetConfigs: z
        .object({ targetConfig: many(z.object({ property: many(Property), actionType: text.optional() })) })
        .optional()
});

export interface ExposedComponent {
    readonly name: string;
    readonly label: string;
    readonly targets: readonly string[];
    /** What a page may set: type as declared (`String`, `Boolean`, `Integer`) and default, by property. */
    readonly properties: Readonly<Record<string, { readonly type: string; readonly default?: string }>>;
    /** For record actions: `Action` has no screen and is invoked. */
    readonly actionType?: 'Action' | 'ScreenAction';
}

/** The package's Lightning web components that pages, utility bars, URLs and actions may hold. */
export function readExposedComponents(forceApp: string): ExposedComponent[] {
    return globSync('*/lwc/*/*.js-meta.xml', { cwd: forceApp })
        .sort()
        .flatMap((path) => {
            const bundle = readMetadata(join(forceApp, path), 'LightningComponentBundle', ComponentBundle);
            if (!bundle.isExposed) {
                return [];
            }
            const name = basename(dirname(path));
            const configs = bundle.targetConfigs?.targetConfig ?? [];
            const properties = configs.flatMap(({ property }) => property);
            const action = configs.find(({ actionType }) => actionType)?.actionType;
            return [
                {
                    name,
                    label: bundle.masterLabel ?? name,
                    targets: bundle.targets?.target ?? [],
                    properties: Object.fromEntries(
                        properties.map((one) => [
                            one['@name'],
                            { type: one['@type'], ...(one['@default'] !== undefined && { default: one['@default'] }) }
                        ])
                    ),
                    ...((action === 'Action' || action === 'ScreenAction') && { actionType: action })
                }
            ];
        });
}
