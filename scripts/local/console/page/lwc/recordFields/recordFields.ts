import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { messagesOf } from '../../../platform/org/fetchResponse.ts';
import { readObjectInfo } from '../../../platform/records/objectInfo.ts';
import type { ObjectInfo } from '../../../platform/records/objectInfo.ts';
import { fieldPaths, shownField } from '../../data/shownField.ts';
import type { ShownField } from '../../data/shownField.ts';

/** Fields of a record in columns, with their labels. */
export default class RecordFields extends LightningElement {
    @api label = '';
    @api columns: readonly (readonly string[])[] = [];
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    info: ObjectInfo | undefined;
    record: unknown;
    problem = '';

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    receiveInfo({ data }: { data?: unknown }): void {
        if (data) {
            this.info = readObjectInfo(data);
        }
    }

    @wire(getRecord, { recordId: '$recordWhenKnown', optionalFields: '$paths' })
    receiveRecord({ data, error }: { data?: unknown; error?: unknown }): void {
        this.record = data ?? this.record;
        this.problem = error ? messagesOf(error).join(' ') : '';
    }

    /** The record is asked for once its fields are known: one request. */
    get recordWhenKnown(): string | undefined {
        return this.info ? this.recordId : undefined;
    }

    get paths(): string[] {
        const { info } = this;
        return info ? this.columns.flat().flatMap((field) => fieldPaths(info, field)) : [];
    }

    get shownColumns(): { key: string; className: string; fields: ShownField[] }[] {
        const { info, record } = this;
        const width = Math.max(1, Math.floor(12 / Math.max(1, this.columns.length)));
        return this.columns.map((fields, index) => ({
            key: String(index),
            className: `slds-col slds-size_1-of-1 slds-medium-size_${width}-of-12 slds-p-horizontal_x-small`,
            fields: info ? fields.flatMap((field) => shownField(info, field, record)) : []
        }));
    }
}
