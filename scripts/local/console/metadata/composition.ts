import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { Composition } from '../composition.ts';
import { readApplications, readTabs } from './application.ts';
import type { Application } from './application.ts';
import { readExposedComponents } from './components.ts';
import { readFlexiPages } from './flexiPage.ts';
import { readCompactLayouts, readLayouts, readListViews } from './layouts.ts';
import { readQuickActions } from './quickActions.ts';
import { readRelationshipLabels } from './relationshipLabels.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import type { MetadataFolders } from '../../metadata/metadataFiles.ts';
import { readTranslations } from '../../metadata/translations.ts';
import { translateComposition } from './translateComposition.ts';
import { many, readMetadata, text } from './xml.ts';

const ObjectOverrides = z.object({
    actionOverrides: many(
        z.object({ actionName: text, content: text.optional(), type: text, formFactor: text.optional() })
    )
});

/** A package without an app yet: the console still opens, with nothing in it. */
const emptyApp: Application = {
    name: 'Console',
    label: 'Console',
    description: '',
    color: '#0070D2',
    navType: 'Console',
    navigation: [],
    recordPages: {}
};

/** Record pages that an object names for every app. */
function recordPagesOfObjects(forceApp: string): Record<string, string> {
    return Object.fromEntries(
        metadataFiles(forceApp, '.object-meta.xml').flatMap(({ file }) => {
            const { actionOverrides } = readMetadata(file, 'CustomObject', ObjectOverrides);
            const view = actionOverrides.find(
                ({ actionName, type, formFactor }) =>
                    actionName === 'View' && type === 'Flexipage' && formFactor !== 'Small'
            );
            return view?.content ? [[basename(dirname(file)), view.content]] : [];
        })
    );
}

function byName<Entry extends { readonly name: string }>(entries: readonly Entry[]): Record<string, Entry> {
    return Object.fromEntries(entries.map((entry) => [entry.name, entry]));
}

/**
 * Reads what the console shows from the package's metadata. `forceApp` is the folder that holds the rooms.
 * The console app is the first with console navigation. Throws a MetadataError naming the file.
 * @param language as Salesforce spells it; one without translations reads the package's own texts
 * @param translations folders with the translations
 */
export function readComposition(
    forceApp: string,
    language = 'en_US',
    translations: MetadataFolders = forceApp
): Composition {
    const composition = composeOwnLanguage(forceApp);
    const texts = readTranslations(translations).get(language);
    return texts ? translateComposition(composition, texts) : composition;
}

function composeOwnLanguage(forceApp: string): Composition {
    const applications = readApplications(forceApp);
    const app = applications.find(({ navType }) => navType === 'Console') ?? applications[0] ?? emptyApp;
    const pages = readFlexiPages(forceApp);
    const tabs = [...readTabs(forceApp)];
    // A page that no one assigned is still the only one that knows how to show its object.
    const unassigned = pages.flatMap(({ name, type, objectApiName }) =>
        type === 'RecordPage' && objectApiName ? [[objectApiName, name] as const] : []
    );
    return {
        app,
        apps: applications.map(({ name, label, description }) => ({ name, label, description })),
        pageTabs: tabs.flatMap(([tab, { page, label = tab }]) =>
            page === undefined || app.navigation.some((item) => item.tab === tab) ? [] : [{ tab, page, label }]
        ),
        pages: byName(pages),
        recordPages: { ...Object.fromEntries(unassigned), ...recordPagesOfObjects(forceApp), ...app.recordPages },
        layouts: readLayouts(forceApp),
        compactLayouts: readCompactLayouts(forceApp),
        listViews: readListViews(forceApp),
        actions: readQuickActions(forceApp),
        relationshipLabels: readRelationshipLabels(forceApp),
        tabIcons: Object.fromEntries(tabs.flatMap(([name, { icon }]) => (icon ? [[name, icon]] : []))),
        components: byName(readExposedComponents(forceApp))
    };
}
