import { api, LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { decodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { desk } from '../../../platform/workspace/desk.ts';
import { iconOf } from '../../data/icons.ts';
import { readObjectInfo } from '../../../platform/records/objectInfo.ts';

/** The page for a new record; its URL may carry field values to begin with. */
export default class NewRecord extends NavigationMixin(LightningElement) {
    @api objectApiName = '';
    @api tabId: string | undefined;
    @api state: Readonly<Record<string, string>> | undefined;
    label = '';

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    receiveInfo({ data }: { data?: unknown }): void {
        if (data) {
            this.label = readObjectInfo(data).label;
            const detail = { title: this.heading, icon: iconOf(this.objectApiName) };
            this.dispatchEvent(new CustomEvent('console__title', { bubbles: true, composed: true, detail }));
        }
    }

    get heading(): string {
        return `New ${this.label}`;
    }

    get defaultValues(): Record<string, string> {
        return decodeDefaultFieldValues(this.state?.['defaultFieldValues'] ?? '');
    }

    cancel(): void {
        this.closeTab();
    }

    saved(event: CustomEvent<{ record: { id: string } }>): void {
        const recordId = event.detail.record.id;
        this.dispatchEvent(new ShowToastEvent({ title: `${this.label} was created.`, variant: 'success' }));
        this.closeTab();
        desk.open({
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName: this.objectApiName, actionName: 'view' },
            state: {}
        });
    }

    private closeTab(): void {
        if (this.tabId) {
            desk.close(this.tabId);
        }
    }
}
