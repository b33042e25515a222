import { api, LightningElement } from 'lwc';
import type { FlexiPage, PageItem } from '../../../composition.ts';

/** A section of single fields that a FlexiPage places in columns. */
export default class FieldSection extends LightningElement {
    @api page: FlexiPage | undefined;
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    @api properties: Readonly<Record<string, string>> = {};

    get label(): string {
        const label = this.properties['label'] ?? '';
        return label.startsWith('@@@') || label.startsWith('Standard.') ? 'Information' : label;
    }

    get columns(): string[][] {
        return this.facet(this.properties['columns']).map((column) =>
            column.kind === 'component'
                ? this.facet(column.properties['body']).flatMap((item) => (item.kind === 'field' ? item.field : []))
                : []
        );
    }

    private facet(name: string | undefined): readonly PageItem[] {
        return this.page?.regions.find((region) => region.name === name)?.items ?? [];
    }
}
