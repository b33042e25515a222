import type { Composition } from '../composition.ts';

/** Icons that metadata names without their category, and those of objects, as `category:name`. */
export function iconsOfComposition({ pages, tabIcons, app }: Composition): string[] {
    const utilityIcons = Object.values(pages)
        .flatMap(({ regions }) => regions.flatMap(({ items }) => items))
        .flatMap((item) =>
            item.kind === 'component' && item.decorators['icon'] ? [`utility:${item.decorators['icon']}`] : []
        );
    const standardIcons = app.navigation.flatMap(({ objectApiName }) =>
        objectApiName ? [`standard:${objectApiName.toLowerCase()}`] : []
    );
    return [...utilityIcons, ...standardIcons, ...Object.values(tabIcons)];
}
