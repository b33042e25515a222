import { api, LightningElement } from 'lwc';
import type { FlexiPage, PageItem } from '../../../composition.ts';

/** Titles that metadata names instead of spelling them out. */
const STANDARD_TITLES: Readonly<Record<string, string>> = {
    'Standard.Tab.detail': 'Details',
    'Standard.Tab.relatedLists': 'Related',
    'Standard.Tab.activity': 'Activity',
    'Standard.Tab.collaborate': 'Chatter'
};

/** Tabs inside a page; their names are facets of the page. */
export default class PageTabset extends LightningElement {
    @api page: FlexiPage | undefined;
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    @api properties: Readonly<Record<string, string>> = {};

    get tabs(): { key: string; title: string; items: readonly PageItem[] }[] {
        return this.facet(this.properties['tabs']).flatMap((item, index) => {
            if (item.kind !== 'component') {
                return [];
            }
            const title = item.properties['title'] ?? `Tab ${index + 1}`;
            return [
                {
                    key: item.identifier,
                    title: STANDARD_TITLES[title] ?? title,
                    items: this.facet(item.properties['body'])
                }
            ];
        });
    }

    get activeTab(): string | undefined {
        const items = this.facet(this.properties['tabs']);
        const active = items.find((item) => item.kind === 'component' && item.properties['active'] === 'true');
        return active?.kind === 'component' ? active.identifier : this.tabs[0]?.key;
    }

    private facet(name: string | undefined): readonly PageItem[] {
        return this.page?.regions.find((region) => region.name === name)?.items ?? [];
    }
}
