import type { FlexiPage } from '../../composition.ts';
import { composition } from '../../platform/session.ts';

/** What Salesforce shows for an object that nobody designed a page for. */
function defaultRecordPage(objectApiName: string): FlexiPage {
    const component = (name: string, properties: Record<string, string> = {}) =>
        ({ kind: 'component', component: name, identifier: name, properties, lists: {}, decorators: {} }) as const;
    return {
        name: `${objectApiName}_Default`,
        label: objectApiName,
        type: 'RecordPage',
        template: 'flexipage:recordHomeTemplateDesktop',
        objectApiName,
        regions: [
            { name: 'header', type: 'Region', items: [component('force:highlightsPanel')] },
            { name: 'main', type: 'Region', items: [component('force:detailPanel')] },
            { name: 'sidebar', type: 'Region', items: [component('force:relatedListContainer')] }
        ]
    };
}

/** The page that shows an object's records in this app. */
export function recordPageOf(objectApiName: string): FlexiPage {
    const name = composition.recordPages[objectApiName];
    return (name === undefined ? undefined : composition.pages[name]) ?? defaultRecordPage(objectApiName);
}
