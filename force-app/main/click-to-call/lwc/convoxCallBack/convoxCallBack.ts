import { LightningElement, wire } from 'lwc';
import heading from '@salesforce/label/c.ConVox_CallBack_Heading';
import help from '@salesforce/label/c.ConVox_CallBack_Help';
import open from '@salesforce/label/c.ConVox_CallBack_Open';
import unknown from '@salesforce/label/c.ConVox_CallBack_Unknown';
import { DIALABLE_OBJECTS, objectOfRecord } from 'c/convoxPhoneFields';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import type { ObjectInfosResult } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import type { FieldId, RecordResult, WireResult } from 'lightning/uiRecordApi';
import { nameFieldsOf, nameIn } from './customerName.ts';

const RECORD_ID = /^[a-z\d]{15}(?:[a-z\d]{3})?$/i;

/** The page behind Call Back in lists and reports: a record's numbers. Anybody can send a link, so that it dials nothing: a press does. */
export default class ConvoxCallBack extends NavigationMixin(LightningElement) {
    labels = { heading, help, open, unknown };
    dialableObjects = DIALABLE_OBJECTS;
    recordId = '';

    @wire(CurrentPageReference)
    takePage(page: PageReference | undefined): void {
        const id = page?.state?.c__record;
        if (id !== undefined) {
            this.recordId = RECORD_ID.test(id) ? id : '';
        }
    }

    @wire(getObjectInfos, { objectApiNames: '$dialableObjects' })
    objectInfos: WireResult<ObjectInfosResult> = {};

    @wire(getRecord, { recordId: '$dialableId', optionalFields: '$nameFields' })
    record: RecordResult = {};

    /** Undefined while it is open whether the record has numbers. */
    get dialableId(): string | undefined {
        return this.objectApiName && this.recordId;
    }

    get nameFields(): readonly FieldId[] | undefined {
        return nameFieldsOf(this.objectApiName);
    }

    get customerName(): string {
        return nameIn(this.record.data, this.nameFields);
    }

    get objectApiName(): string | undefined {
        return objectOfRecord(this.recordId, this.objectInfos.data);
    }

    get isUnknown(): boolean {
        const isAnswered = this.objectInfos.data !== undefined || this.objectInfos.error !== undefined;
        return this.recordId === '' || (isAnswered && this.objectApiName === undefined);
    }

    handleOpen(): void {
        const { recordId, objectApiName } = this;
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName, actionName: 'view' }
        });
    }
}
