import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { session } from '../../../platform/session.ts';
import { fromUrl } from '../../../platform/navigation/pageReference.ts';
import { formulaLink } from '../../data/formulaLink.ts';
import type { FormulaLink } from '../../data/formulaLink.ts';
import type { FieldInfo } from '../../../platform/records/objectInfo.ts';

/** One value of a record, shown as its type asks for. */
export default class OutputField extends NavigationMixin(LightningElement) {
    /** The field's description; its label is not shown here. */
    @api field: FieldInfo | undefined;
    @api value: unknown;
    @api displayValue: string | null | undefined;
    /** What a lookup points to: the name shown and its object. */
    @api target: { name: string; objectApiName: string } | undefined;

    /** Records show times in the user's zone, wherever the browser is. */
    timeZone = session.user.timeZone;

    get text(): string {
        const { value } = this;
        const shown = this.displayValue ?? (value === null || value === undefined ? '' : String(value));
        return shown;
    }

    get isEmpty(): boolean {
        return this.value === null || this.value === undefined || this.value === '';
    }

    private get dataType(): string {
        return this.isEmpty ? '' : (this.field?.dataType ?? 'String');
    }

    get isReference(): boolean {
        return this.dataType === 'Reference' && this.target !== undefined;
    }

    get isPhone(): boolean {
        return this.dataType === 'Phone';
    }

    get isEmail(): boolean {
        return this.dataType === 'Email';
    }

    get isUrl(): boolean {
        return this.dataType === 'Url';
    }

    get isDateTime(): boolean {
        return this.dataType === 'DateTime';
    }

    get isCheckbox(): boolean {
        return this.field?.dataType === 'Boolean';
    }

    get isLong(): boolean {
        return this.dataType === 'TextArea';
    }

    get isPlain(): boolean {
        const special = this.isReference || this.isPhone || this.isEmail || this.isUrl || this.isDateTime;
        return !special && !this.isCheckbox && !this.isLong && !this.link;
    }

    get link(): FormulaLink | undefined {
        return this.field?.calculated === true ? formulaLink(this.value) : undefined;
    }

    /** In a console a page in the link's own place is a tab of the workspace. */
    followLink(event: Event): void {
        const page = this.link?.target === '_self' ? fromUrl(this.link.url) : undefined;
        if (page) {
            event.preventDefault();
            this[NavigationMixin.Navigate](page);
        }
    }

    get checked(): boolean {
        return this.value === true;
    }

    get targetUrl(): string {
        return `/lightning/r/${this.target?.objectApiName ?? ''}/${String(this.value)}/view`;
    }

    openTarget(event: Event): void {
        event.preventDefault();
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: String(this.value), objectApiName: this.target?.objectApiName, actionName: 'view' }
        });
    }
}
