import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord, updateRecord } from 'lightning/uiRecordApi';
import { composition } from '../../../platform/session.ts';
import { editableParts, pathsFor, readObjectInfo, sectionsOfAllFields } from '../../../platform/records/objectInfo.ts';
import type { ObjectInfo } from '../../../platform/records/objectInfo.ts';
import { formValue, saveProblems } from '../../data/recordInput.ts';
import type { SaveProblems } from '../../data/recordInput.ts';
import { shownField } from '../../data/shownField.ts';
import type { ShownField } from '../../data/shownField.ts';

const NO_PROBLEMS: SaveProblems = { general: [], byField: {} };

type FormField = ShownField & { readonly error: string };

/** A form for a new record, or for the record with `recordId`. Sends `saved` with the record, or `cancel`. */
export default class RecordForm extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName = '';
    /** Field values that a new record begins with, as text. */
    @api defaultValues: Readonly<Record<string, string>> = {};
    info: ObjectInfo | undefined;
    record: unknown;
    problems = NO_PROBLEMS;
    isSaving = false;
    #changed: Record<string, unknown> = {};

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    receiveInfo({ data, error }: { data?: unknown; error?: unknown }): void {
        this.info = data ? readObjectInfo(data) : undefined;
        this.problems = error ? saveProblems(error) : NO_PROBLEMS;
    }

    @wire(getRecord, { recordId: '$recordWhenKnown', optionalFields: '$paths' })
    receiveRecord({ data, error }: { data?: unknown; error?: unknown }): void {
        this.record = data ?? this.record;
        this.problems = error ? saveProblems(error) : this.problems;
    }

    get recordWhenKnown(): string | undefined {
        return this.info ? this.recordId : undefined;
    }

    private get fieldNames(): string[] {
        const { info } = this;
        const sections = info ? (composition.layouts[info.apiName]?.sections ?? sectionsOfAllFields(info)) : [];
        const names = info
            ? sections.flatMap(({ columns }) => columns.flat()).flatMap((name) => editableParts(info, name))
            : [];
        const writable = names.filter(
            ({ createable, updateable }) => (this.recordId ? updateable : createable) !== false
        );
        return [...new Set([...writable.map(({ apiName }) => apiName), ...Object.keys(this.defaultValues)])];
    }

    get paths(): string[] {
        const { info } = this;
        return info ? this.fieldNames.flatMap((name) => pathsFor(info, name)) : [];
    }

    get isReady(): boolean {
        return this.info !== undefined && (this.recordId === undefined || this.record !== undefined);
    }

    get fields(): FormField[] {
        const { info, record, problems } = this;
        if (!info || !this.isReady) {
            return [];
        }
        return this.fieldNames.flatMap((name) =>
            shownField(info, name, record).map((shown) => ({
                ...shown,
                value: shown.value ?? formValue(shown.field, this.defaultValues[name]),
                error: problems.byField[name] ?? ''
            }))
        );
    }

    get recordTypeId(): string {
        return this.info?.defaultRecordTypeId ?? '012000000000000AAA';
    }

    change(event: CustomEvent<{ field: string; value: unknown }>): void {
        this.#changed[event.detail.field] = event.detail.value;
    }

    cancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    async save(): Promise<void> {
        const { info } = this;
        const inputs = [...(this.template?.querySelectorAll('console-input-field') ?? [])];
        const valid = inputs.map(
            (input) =>
                !('reportValidity' in input) || typeof input.reportValidity !== 'function' || input.reportValidity()
        );
        if (!info || this.isSaving || valid.includes(false)) {
            return;
        }
        this.isSaving = true;
        this.problems = NO_PROBLEMS;
        try {
            const record = await this.write(info);
            this.dispatchEvent(new CustomEvent('saved', { detail: { record } }));
        } catch (error) {
            this.problems = saveProblems(error);
        } finally {
            this.isSaving = false;
        }
    }

    private write(info: ObjectInfo): Promise<unknown> {
        const typed = Object.fromEntries(
            Object.entries(this.#changed).map(([name, value]) => [name, formValue(info.fields[name], value)])
        );
        if (this.recordId) {
            return updateRecord({ fields: { ...typed, Id: this.recordId } });
        }
        const defaults = Object.entries(this.defaultValues).map(([name, value]) => [
            name,
            formValue(info.fields[name], value)
        ]);
        return createRecord({ apiName: info.apiName, fields: { ...Object.fromEntries(defaults), ...typed } });
    }
}
