import type { LanguageTexts } from '../../org/translations/readTranslations.ts';
import type { Composition, NavigationItem, PageLayout, RecordAction } from '../composition.ts';

/**
 * The composition in another language: apps, tabs, sections of page layouts, quick actions and related lists have one;
 * list views do not.
 */
export function translateComposition(composition: Composition, texts: LanguageTexts): Composition {
    const { app, apps, pageTabs, layouts, actions, relationshipLabels } = composition;
    const appLabel = ({ name, label }: { name: string; label: string }): string =>
        texts.applications.get(name) ?? label;
    const translated = (item: NavigationItem): NavigationItem => {
        const label = texts.tabs.get(item.tab) ?? item.label;
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
        actions: mapValues(actions, (object, list) => list.map((action) => translateAction(object, action, texts))),
        relationshipLabels: mapValues(relationshipLabels, (path, label) => {
            const [object = '', field = ''] = path.split('.');
            return texts.objects.get(object)?.fields.get(field)?.relationshipLabel ?? label;
        })
    };
}

function translateLayout(object: string, layout: PageLayout, texts: LanguageTexts): PageLayout {
    const sections = texts.objects.get(object)?.layouts.get(layout.name);
    return {
        ...layout,
        sections: layout.sections.map((section) => ({
            ...section,
            label: sections?.get(section.label) ?? section.label
        }))
    };
}

function translateAction(object: string, action: RecordAction, texts: LanguageTexts): RecordAction {
    const name = action.name.slice(object.length + 1);
    return { ...action, label: texts.objects.get(object)?.quickActions.get(name) ?? action.label };
}

function mapValues<Value>(
    values: Readonly<Record<string, Value>>,
    change: (key: string, value: Value) => Value
): Record<string, Value> {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(key, value)]));
}
