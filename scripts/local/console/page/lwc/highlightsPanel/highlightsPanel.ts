import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { deleteRecord, getRecord } from 'lightning/uiRecordApi';
import { CurrentPageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { messagesOf } from '../../../platform/org/fetchResponse.ts';
import type { PageReference } from '../../../platform/navigation/pageReference.ts';
import { desk } from '../../../platform/workspace/desk.ts';
import { nameFieldOf, readObjectInfo } from '../../../platform/records/objectInfo.ts';
import type { ObjectInfo } from '../../../platform/records/objectInfo.ts';
import { compactLayoutOf } from '../../data/compactLayout.ts';
import { iconOf } from '../../data/icons.ts';
import { fieldPaths, shownField } from '../../data/shownField.ts';
import type { ShownField } from '../../data/shownField.ts';

/** The head of a record's page: its name, the fields of its compact layout, and what can be done with it. */
export default class HighlightsPanel extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';
    /** What the page says about this panel, for its actions. */
    @api properties: Readonly<Record<string, string>> = {};
    @api lists: Readonly<Record<string, readonly string[]>> = {};
    info: ObjectInfo | undefined;
    record: unknown;
    problem = '';
    isEditing = false;

    /** A page that was opened to edit the record begins with its form. */
    @wire(CurrentPageReference)
    receivePage(page: PageReference | undefined): void {
        this.isEditing ||= page?.attributes['actionName'] === 'edit';
    }

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    receiveInfo({ data, error }: { data?: unknown; error?: unknown }): void {
        if (data) {
            this.info = readObjectInfo(data);
        }
        this.problem = error ? messagesOf(error).join(' ') : '';
    }

    @wire(getRecord, { recordId: '$recordWhenKnown', optionalFields: '$paths' })
    receiveRecord({ data, error }: { data?: unknown; error?: unknown }): void {
        if (data) {
            this.record = data;
            this.dispatchEvent(
                new CustomEvent('console__title', {
                    bubbles: true,
                    composed: true,
                    detail: { title: this.recordName, icon: this.icon }
                })
            );
        }
        this.problem = error ? messagesOf(error).join(' ') : '';
    }

    get recordWhenKnown(): string | undefined {
        return this.info ? this.recordId : undefined;
    }

    private get fieldNames(): string[] {
        const { info } = this;
        return info ? compactLayoutOf(info.apiName).filter((name) => name !== nameFieldOf(info)) : [];
    }

    get paths(): string[] {
        const { info } = this;
        return info ? [nameFieldOf(info), ...this.fieldNames].flatMap((name) => fieldPaths(info, name)) : [];
    }

    get recordName(): string {
        const { info, record } = this;
        const [name] = info && record ? shownField(info, nameFieldOf(info), record) : [];
        return name?.value === null || name?.value === undefined ? '' : String(name.value);
    }

    get fields(): ShownField[] {
        const { info, record } = this;
        return info && record ? this.fieldNames.flatMap((name) => shownField(info, name, record)).slice(0, 7) : [];
    }

    get hasFields(): boolean {
        return this.fields.length > 0;
    }

    get icon(): string {
        return iconOf(this.objectApiName);
    }

    get editHeading(): string {
        return `Edit ${this.recordName}`;
    }

    get label(): string {
        return this.info?.label ?? '';
    }

    get canEdit(): boolean {
        return this.info?.updateable !== false;
    }

    get canDelete(): boolean {
        return this.info?.deletable !== false;
    }

    edit(): void {
        this.isEditing = true;
    }

    closeWindows(): void {
        this.isEditing = false;
    }

    async remove(): Promise<void> {
        try {
            await deleteRecord(this.recordId);
            this.dispatchEvent(
                new ShowToastEvent({ title: `${this.label} "${this.recordName}" was deleted.`, variant: 'success' })
            );
            desk.close(desk.focused.id);
        } catch (error) {
            this.dispatchEvent(
                new ShowToastEvent({ title: 'Not deleted', message: messagesOf(error).join(' '), variant: 'error' })
            );
        }
    }
}
