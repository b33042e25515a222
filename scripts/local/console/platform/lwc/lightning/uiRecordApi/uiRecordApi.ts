import { member } from '../../../org/member.ts';
import { asWriteFailure } from '../../../org/fetchResponse.ts';
import { askOrg } from '../../../org/orgRequest.ts';
import type { OrgAnswer } from '../../../org/orgRequest.ts';
import { fieldName, fieldNames } from '../../../records/fieldReference.ts';
import type { FieldReference, FieldReferences } from '../../../records/fieldReference.ts';
import { listenToRecords, recordsChanged } from '../../../records/recordStore.ts';
import { wireAdapter } from '../../../wires/wireAdapter.ts';

interface WireResult {
    readonly data: unknown;
    readonly error: unknown;
}

const empty: WireResult = { data: undefined, error: undefined };

function wireResult(answer: OrgAnswer): WireResult {
    return answer.ok ? { data: answer.content, error: undefined } : { data: undefined, error: answer };
}

interface GetRecordConfig {
    recordId?: string | null;
    fields?: FieldReferences;
    optionalFields?: FieldReferences;
}

export const getRecord = wireAdapter<GetRecordConfig, WireResult>(({ recordId, fields, optionalFields }, emit) => {
    if (!recordId) {
        return undefined;
    }
    return listenToRecords([recordId], fieldNames(fields), fieldNames(optionalFields), (answer) =>
        emit(wireResult(answer))
    );
}, empty);

interface GetRecordsConfig {
    records?: readonly { recordIds: readonly string[]; fields?: FieldReferences; optionalFields?: FieldReferences }[];
}

/** Every group is asked for at once; the results come together, in the order of the groups. */
export const getRecords = wireAdapter<GetRecordsConfig, WireResult>(({ records }, emit) => {
    if (!records || records.some(({ recordIds }) => recordIds.length === 0)) {
        return undefined;
    }
    const answers = new Map<number, OrgAnswer>();
    const stops = records.map(({ recordIds, fields, optionalFields }, group) =>
        listenToRecords(recordIds, fieldNames(fields), fieldNames(optionalFields), (answer) => {
            answers.set(group, answer);
            const all = records.flatMap((_record, index) => answers.get(index) ?? []);
            const failed = all.find(({ ok }) => !ok);
            if (all.length === records.length) {
                emit(failed ? wireResult(failed) : { data: { results: all.flatMap(resultsOf) }, error: undefined });
            }
        })
    );
    return () => stops.forEach((stop) => stop());
}, empty);

function resultsOf(answer: OrgAnswer): unknown[] {
    const content = answer.ok ? answer.content : undefined;
    if (content !== null && typeof content === 'object' && 'results' in content && Array.isArray(content.results)) {
        return content.results;
    }
    return [{ statusCode: 200, result: content }];
}

async function write(path: string, method: 'POST' | 'PATCH' | 'DELETE', body?: unknown): Promise<unknown> {
    const answer = await askOrg(path, { method, body });
    if (!answer.ok) {
        throw asWriteFailure(answer);
    }
    return answer.content;
}

function idOf(record: unknown): string {
    return String(member(record, 'id') ?? '');
}

export async function createRecord(recordInput: {
    readonly apiName: string;
    readonly fields: Readonly<Record<string, unknown>>;
}): Promise<unknown> {
    const record = await write('/ui-api/records', 'POST', recordInput);
    await recordsChanged([{ objectApiName: recordInput.apiName, id: idOf(record) }]);
    return record;
}

/** Resolves once everyone who shows the record has its new values. */
export async function updateRecord(
    recordInput: { readonly fields: Readonly<Record<string, unknown>>; readonly allowSaveOnDuplicate?: boolean },
    clientOptions: { readonly ifUnmodifiedSince?: string } = {}
): Promise<unknown> {
    const { Id: id, ...fields } = recordInput.fields;
    if (typeof id !== 'string' || id === '') {
        throw new Error('updateRecord needs the record to change: fields.Id is missing');
    }
    const answer = await askOrg(`/ui-api/records/${id}`, {
        method: 'PATCH',
        body: { ...recordInput, fields },
        ...(clientOptions.ifUnmodifiedSince !== undefined && {
            headers: { 'if-unmodified-since': clientOptions.ifUnmodifiedSince }
        })
    });
    if (!answer.ok) {
        throw asWriteFailure(answer);
    }
    await recordsChanged([{ id }]);
    return answer.content;
}

export async function deleteRecord(recordId: string): Promise<void> {
    await write(`/ui-api/records/${recordId}`, 'DELETE');
    await recordsChanged([{ id: recordId }]);
}

export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
    await recordsChanged(records.map(({ recordId }) => ({ id: recordId })));
}

/** The older name of notifyRecordUpdateAvailable; tells nobody when it is done. */
export function getRecordNotifyChange(records: readonly { readonly recordId: string }[]): void {
    void notifyRecordUpdateAvailable(records);
}

/** Walks lookups: `Contact.Account.Name` is the Name of the record in the Contact's Account. */
function fieldOf(record: unknown, field: FieldReference): { value: unknown; displayValue: unknown } | undefined {
    let current: unknown = record;
    let found: { value: unknown; displayValue: unknown } | undefined;
    for (const name of fieldName(field).split('.').slice(1)) {
        const entry = member(member(current, 'fields'), name);
        const value = member(entry, 'value');
        if (value === undefined) {
            return undefined;
        }
        found = { value, displayValue: member(entry, 'displayValue') ?? null };
        current = value;
    }
    return found;
}

export function getFieldValue(record: unknown, field: FieldReference): unknown {
    return fieldOf(record, field)?.value;
}

export function getFieldDisplayValue(record: unknown, field: FieldReference): unknown {
    return fieldOf(record, field)?.displayValue;
}
