import { z } from 'zod';
import type { ConsoleApp, NavigationItem } from '../composition.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { many, readMetadata, text } from './xml.ts';

const Override = z.object({
    actionName: text,
    content: text.optional(),
    type: text,
    formFactor: text.optional(),
    pageOrSobjectType: text.optional()
});

const Application = z.object({
    actionOverrides: many(Override),
    brand: z.object({ headerColor: text.optional() }).optional(),
    description: text.default(''),
    label: text,
    navType: text.optional(),
    tabs: many(text),
    utilityBar: text.optional()
});

const Tab = z.object({
    customObject: text.optional(),
    flexiPage: text.optional(),
    label: text.optional(),
    motif: text.optional()
});

export interface Application extends ConsoleApp {
    readonly description: string;
    readonly navType: string;
    /** FlexiPages that show records in this app, by object. */
    readonly recordPages: Readonly<Record<string, string>>;
}

export interface TabDefinition {
    readonly objectApiName?: string;
    readonly page?: string;
    readonly label?: string;
    /** `category:name`, from the tab's motif. */
    readonly icon?: string;
}

/** "Custom71: Headset" is the icon custom71. */
function iconOf(motif: string | undefined): string | undefined {
    const number = /^Custom(\d+)/.exec(motif ?? '')?.[1];
    return number ? `custom:custom${number}` : undefined;
}

/** Reads the package's tabs by API name; the tab of a custom object carries the object's name. */
export function readTabs(forceApp: string): ReadonlyMap<string, TabDefinition> {
    return new Map(
        metadataFiles(forceApp, '.tab-meta.xml').map(({ name, file }) => {
            const tab = readMetadata(file, 'CustomTab', Tab);
            const icon = iconOf(tab.motif);
            return [
                name,
                {
                    ...(tab.customObject === 'true' && { objectApiName: name }),
                    ...(tab.flexiPage !== undefined && { page: tab.flexiPage }),
                    ...(tab.label !== undefined && { label: tab.label }),
                    ...(icon !== undefined && { icon })
                }
            ];
        })
    );
}

/** Tabs with homes that list no records. */
const ANALYTICS: Readonly<Record<string, Pick<NavigationItem, 'objectApiName' | 'label'>>> = {
    report: { objectApiName: 'Report', label: 'Reports' },
    dashboard: { objectApiName: 'Dashboard', label: 'Dashboards' }
};

function navigationItem(tab: string, tabs: ReadonlyMap<string, TabDefinition>): NavigationItem[] {
    const standard = /^standard-(.+)$/.exec(tab)?.[1];
    if (standard) {
        const analytics = ANALYTICS[standard.toLowerCase()];
        // Home is a page of Salesforce's own, which the local org has no data for.
        return /^home$/i.test(standard) ? [] : [{ tab, ...(analytics ?? { objectApiName: standard }) }];
    }
    const definition = tabs.get(tab);
    return definition ? [{ tab, ...definition }] : [];
}

/** Reads the package's Lightning apps. */
export function readApplications(forceApp: string): Application[] {
    const tabs = readTabs(forceApp);
    return metadataFiles(forceApp, '.app-meta.xml').map(({ name, file }) => {
        const app = readMetadata(file, 'CustomApplication', Application);
        return {
            name,
            label: app.label,
            description: app.description,
            color: app.brand?.headerColor ?? '#0070D2',
            navType: app.navType ?? 'Standard',
            navigation: app.tabs.flatMap((tab) => navigationItem(tab, tabs)),
            ...(app.utilityBar !== undefined && { utilityBar: app.utilityBar }),
            recordPages: Object.fromEntries(
                app.actionOverrides
                    .filter(
                        ({ actionName, type, formFactor }) =>
                            actionName === 'View' && type === 'Flexipage' && formFactor !== 'Small'
                    )
                    .flatMap(({ pageOrSobjectType, content }) =>
                        pageOrSobjectType && content ? [[pageOrSobjectType, content]] : []
                    )
            )
        };
    });
}
