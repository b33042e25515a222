import { api, LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { nameFieldOf, pathsFor } from '../../../platform/records/objectInfo.ts';
import type { FieldInfo, ObjectInfo } from '../../../platform/records/objectInfo.ts';
import { picklistText, readPicklistLabels } from '../../data/picklistLabels.ts';
import type { PicklistLabels } from '../../data/picklistLabels.ts';
import { labelOf } from '../../data/shownField.ts';
import { soqlFor } from '../../data/rowRequest.ts';
import type { RowRequest } from '../../data/rowRequest.ts';
import { query, valueAt } from '../../../platform/records/soql.ts';
import type { Row } from '../../../platform/records/soql.ts';

interface Cell {
    readonly key: string;
    readonly field: FieldInfo;
    readonly value: unknown;
    readonly displayValue: string | undefined;
    readonly target?: { readonly name: string; readonly objectApiName: string };
    readonly isName: boolean;
    readonly url: string;
    readonly id: string;
    readonly text: string;
}

function cellOf(info: ObjectInfo, row: Row, column: string, labels: PicklistLabels): Cell[] {
    const field = info.fields[column];
    if (!field) {
        return [];
    }
    const [, related] = pathsFor(info, column);
    const name = related && valueAt(row, related.slice(info.apiName.length + 1));
    const [reference] = field.referenceToInfos ?? [];
    const id = String(row['Id']);
    const value = row[column] ?? null;
    return [
        {
            key: column,
            field,
            value,
            displayValue: picklistText(labels, column, value),
            ...(reference && typeof name === 'string' && { target: { name, objectApiName: reference.apiName } }),
            isName: column === nameFieldOf(info),
            url: `/lightning/r/${info.apiName}/${id}/view`,
            id,
            text: value === null ? id : String(value)
        }
    ];
}

/** Records in a table; the name opens the record. Sends `count` with the number of rows that the org found. */
export default class RecordTable extends NavigationMixin(LightningElement) {
    rows: readonly Row[] = [];
    problem = '';
    isLoaded = false;
    current: RowRequest | undefined;
    picklistLabels: PicklistLabels = new Map();
    #asked = '';

    @wire(getPicklistValuesByRecordType, { objectApiName: '$current.info.apiName', recordTypeId: '$recordTypeId' })
    receivePicklists({ data }: { data?: unknown }): void {
        this.picklistLabels = data ? readPicklistLabels(data) : new Map();
    }

    get recordTypeId(): string | undefined {
        return this.current?.info.defaultRecordTypeId ?? undefined;
    }

    @api get request(): RowRequest | undefined {
        return this.current;
    }
    set request(request: RowRequest | undefined) {
        this.current = request;
        const key = request ? `${request.version} ${soqlFor(request)}` : '';
        if (request && key !== this.#asked) {
            this.#asked = key;
            void this.load(request, key);
        }
    }

    private async load(request: RowRequest, key: string): Promise<void> {
        try {
            const { records, totalSize } = await query(soqlFor(request));
            if (key === this.#asked) {
                this.rows = records;
                this.problem = '';
                this.isLoaded = true;
                this.dispatchEvent(new CustomEvent('count', { detail: { total: totalSize } }));
            }
        } catch (error) {
            this.problem = error instanceof Error ? error.message : String(error);
        }
    }

    get columns(): { key: string; label: string }[] {
        return (this.current?.columns ?? []).map((column) => ({
            key: column,
            label: labelOf(this.current?.info.fields[column]) || column
        }));
    }

    get lines(): { key: string; cells: Cell[] }[] {
        const request = this.current;
        return request
            ? this.rows.map((row) => ({
                  key: String(row['Id']),
                  cells: request.columns.flatMap((column) => cellOf(request.info, row, column, this.picklistLabels))
              }))
            : [];
    }

    get isEmpty(): boolean {
        return this.isLoaded && this.rows.length === 0;
    }

    openRecord(event: Event): void {
        event.preventDefault();
        const recordId = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['id'] : undefined;
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName: this.current?.info.apiName, actionName: 'view' }
        });
    }
}
