import { api, LightningElement } from 'lwc';
import type { FlexiPage as Page, PageItem } from '../../../composition.ts';

/** Width of a template's regions, of 12 columns; what is not named takes the whole width. */
const WIDTHS: Readonly<Record<string, number>> = {
    main: 8,
    sidebar: 4,
    leftsidebar: 3,
    rightsidebar: 3,
    leftcol: 6,
    rightcol: 6,
    column1: 8,
    column2: 4,
    bottomLeft: 8
};

function widthOf(name: string, names: readonly string[]): number {
    if (name === 'main' && names.includes('leftsidebar')) {
        return 6;
    }
    return name === 'main' && !names.includes('sidebar') ? 12 : (WIDTHS[name] ?? 12);
}

/** Lays out the regions of a FlexiPage as its template does. */
export default class FlexiPage extends LightningElement {
    @api page: Page | undefined;
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    get regions(): { name: string; items: readonly PageItem[]; className: string }[] {
        const regions = (this.page?.regions ?? []).filter(({ type, items }) => type === 'Region' && items.length > 0);
        const names = regions.map(({ name }) => name);
        return regions.map(({ name, items }) => {
            const width = widthOf(name, names);
            return {
                name,
                items,
                className: `slds-col slds-size_1-of-1 slds-large-size_${width}-of-12 console-region`
            };
        });
    }
}
