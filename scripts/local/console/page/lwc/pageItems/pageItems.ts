import { api, LightningElement } from 'lwc';
import type { FlexiPage, PageItem } from '../../../composition.ts';

/** The components of one region or facet, one below the other. */
export default class PageItems extends LightningElement {
    @api items: readonly PageItem[] = [];
    @api page: FlexiPage | undefined;
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    get entries(): { key: string; item: PageItem }[] {
        return this.items.map((item) => ({ key: item.kind === 'component' ? item.identifier : item.field, item }));
    }
}
