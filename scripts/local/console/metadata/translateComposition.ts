import type { LanguageTexts } from '../../metadata/translations.ts';
import type { Composition, NavigationItem, PageLayout, RecordAction } from '../composition.ts';

/**
 * The composition in another language: apps, tabs, sections of page layouts, quick actions and related lists have one;
 * list views do not.
 */
export function translateComposition(composition: Composition, texts: LanguageTexts): Composition {
    const { app, apps, pageTabs, layouts, actions, relationshipLabels } = composition;
    const appLabel = ({ name, label }: { name: string; label: string }): string => texts.get(`app ${name}`) ?? label;
    const translated = (item: NavigationItem): NavigationItem => {
        const label = texts.get(`tab ${item.tab}`) ?? item.label;
        return label === undefined ? item : { ...item, label };
    };
    return {
        ...composition,
        app: {
            ...app,
            label: appLabel(app),
            navigation: app.navigation.map(translated)
        },
        pageTabs: pageTabs.map(translated),
        apps: apps.map((one) => ({ ...one, label: appLabel(one) })),
        layouts: mapValues(layouts, (object, layout) => translateLayout(object, layout, texts)),
        actions: mapValues(actions, (_object, list) => list.map((action) => translateAction(action, texts))),
        relationshipLabels: mapValues(
            relationshipLabels,
            (path, label) => texts.get(`related list of ${path}`) ?? label
        )
    };
}

function translateLayout(object: string, layout: PageLayout, texts: LanguageTexts): PageLayout {
    return {
        ...layout,
        sections: layout.sections.map((section) => ({
            ...section,
            label: texts.get(`section "${section.label}" of ${object}-${layout.name}`) ?? section.label
        }))
    };
}

function translateAction(action: RecordAction, texts: LanguageTexts): RecordAction {
    return { ...action, label: texts.get(`action ${action.name}`) ?? action.label };
}

function mapValues<Value>(
    values: Readonly<Record<string, Value>>,
    change: (key: string, value: Value) => Value
): Record<string, Value> {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(key, value)]));
}
