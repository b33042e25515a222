import { api, LightningElement, wire } from 'lwc';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import type { FieldInfo } from '../../../platform/records/objectInfo.ts';

/** Types of `lightning-input` by data type; what is not named is text. */
const INPUT_TYPES: Readonly<Record<string, string>> = {
    Boolean: 'checkbox',
    Phone: 'tel',
    Email: 'email',
    Url: 'url',
    Date: 'date',
    DateTime: 'datetime',
    Int: 'number',
    Double: 'number',
    Currency: 'number',
    Percent: 'number'
};

/** One field of a form. Sends `valuechange` with the field's name and what was entered. */
export default class InputField extends LightningElement {
    @api field: FieldInfo | undefined;
    @api label = '';
    @api value: unknown;
    @api target: { name: string; objectApiName: string } | undefined;
    @api objectApiName = '';
    @api recordTypeId: string | undefined;
    /** What the org said about this field. */
    @api error = '';
    options: readonly { label: string; value: string }[] = [];

    @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: '$picklistField' })
    receiveValues({ data }: { data?: { values: readonly { label: string; value: string }[] } }): void {
        const values = data?.values.map(({ label, value }) => ({ label, value })) ?? [];
        this.options = this.field?.required ? values : [{ label: '--None--', value: '' }, ...values];
    }

    @api reportValidity(): boolean {
        const input = this.template?.querySelector('.console-control');
        return (
            !input ||
            !('reportValidity' in input) ||
            typeof input.reportValidity !== 'function' ||
            input.reportValidity() === true
        );
    }

    get picklistField(): string | undefined {
        return this.isPicklist ? `${this.objectApiName}.${this.field?.apiName ?? ''}` : undefined;
    }

    get isPicklist(): boolean {
        return this.field?.dataType === 'Picklist';
    }

    get isReference(): boolean {
        return this.field?.dataType === 'Reference';
    }

    get isLong(): boolean {
        return this.field?.dataType === 'TextArea';
    }

    get isCheckbox(): boolean {
        return this.field?.dataType === 'Boolean';
    }

    get isInput(): boolean {
        return !this.isPicklist && !this.isReference && !this.isLong;
    }

    get inputType(): string {
        return INPUT_TYPES[this.field?.dataType ?? ''] ?? 'text';
    }

    get step(): string | undefined {
        return this.inputType === 'number' ? 'any' : undefined;
    }

    get required(): boolean {
        return this.field?.required === true && !this.isCheckbox;
    }

    get maxLength(): number | undefined {
        const { length } = this.field ?? {};
        return this.inputType !== 'number' && length ? length : undefined;
    }

    get checked(): boolean {
        return this.value === true;
    }

    get text(): string {
        return this.value === null || this.value === undefined ? '' : String(this.value);
    }

    change(event: CustomEvent<{ value?: unknown; checked?: boolean }>): void {
        const value = this.isCheckbox ? event.detail.checked : event.detail.value;
        this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: this.field?.apiName, value } }));
    }
}
