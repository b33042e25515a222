import type { FieldValues, OrgRecord, SaveResult } from '../records.ts';
import { assignTo, fieldValue } from './assign.ts';
import type { CreateElement, DeleteElement, GetElement, UpdateElement } from '../../metadata/flows/definition.ts';
import type { FilterSet, NamedSource } from '../../metadata/flows/valueSources.ts';
import { ElementFault } from './failures.ts';
import type { FlowValue, RecordValue } from './flowValue.ts';
import { foundRecord, scalar, withField } from './flowValue.ts';
import type { Interview } from './interview.ts';
import { storeCondition } from './recordFilter.ts';
import { resolve, sourceScalar } from './reference.ts';
import type { FindRequest, FlowSteps, SaveRequest } from './request.ts';

const ADVICE = 'You can look up ExceptionCode values in the SOAP API Developer Guide.';

function keyOf(interview: Interview, element: { readonly name: string }, step: string): string {
    return `${interview.flow.name}/${element.name}/${step}`;
}

function* find(request: FindRequest): FlowSteps<readonly OrgRecord[]> {
    const response = yield request;
    if (response.kind === 'failed') {
        throw response.error;
    }
    return response.kind === 'found' ? response.records : [];
}

function* save(request: SaveRequest): FlowSteps<readonly SaveResult[]> {
    const response = yield request;
    if (response.kind === 'failed') {
        throw response.error;
    }
    const results = response.kind === 'saved' ? response.results : [];
    const errors = results.flatMap((result) => (result.success ? [] : result.errors));
    if (errors.length > 0) {
        const reasons = errors.map((error) => `${error.statusCode}: ${error.message}`).join('; ');
        throw new ElementFault(
            `This error occurred when the flow tried to ${request.kind} records: ${reasons}. ${ADVICE}`
        );
    }
    return results;
}

/** The fields that Get Records was told to read, or all of them. */
function visibleFields(element: GetElement, record: OrgRecord): OrgRecord {
    if (element.fields.length === 0) {
        return record;
    }
    return Object.fromEntries(['Id', ...element.fields].map((field) => [field, record[field] ?? null]));
}

/** Get Records. */
export function* runGet(element: GetElement, interview: Interview): FlowSteps<void> {
    const where = storeCondition(interview, element);
    const firstOnly = takesOneRecord(interview, element);
    const limit = firstOnly ? 1 : element.limit;
    const records = yield* find({
        kind: 'find',
        key: keyOf(interview, element, 'find'),
        acting: interview.acting,
        query: {
            object: element.object,
            ...(where && { where }),
            ...(element.sort && { orderBy: [element.sort] }),
            ...(limit !== undefined && { limit })
        }
    });
    const found = records.map((record) => foundRecord(element.object, visibleFields(element, record)));
    const none: FlowValue = { kind: 'noRecord', object: element.object };
    const result: FlowValue = firstOnly ? (found[0] ?? none) : { kind: 'collection', items: found };
    if (element.outputReference === undefined) {
        interview.values.set(element.name, result);
    } else if (found.length > 0 || element.nullWhenNoneFound) {
        assignTo(interview, element.outputReference, result);
    }
}

/** Told so, or because a variable for one record takes the first. */
function takesOneRecord({ flow }: Interview, { firstOnly, outputReference }: GetElement): boolean {
    return firstOnly || (outputReference !== undefined && flow.variables.get(outputReference)?.isCollection === false);
}

function assignedValues(interview: Interview, object: string, values: readonly NamedSource[]): FieldValues {
    return Object.fromEntries(
        values.map(({ name, source }) => {
            const stored = fieldValue(interview, object, name, sourceScalar(interview, source));
            return [stored.name, stored.value];
        })
    );
}

function recordsOf(interview: Interview, reference: string): RecordValue[] {
    const value = resolve(interview, reference);
    const items = value.kind === 'collection' ? value.items : [value];
    return items.map((item) => {
        if (item.kind !== 'record') {
            throw new ElementFault(`${reference} holds no record to save.`);
        }
        return item;
    });
}

function setByFlow(record: RecordValue): FieldValues {
    const fields = [...record.assigned].filter((field) => field !== 'Id');
    return Object.fromEntries(fields.map((field) => [field, record.fields[field] ?? null]));
}

function rememberIds(interview: Interview, reference: string, ids: readonly string[]): void {
    const value = resolve(interview, reference);
    const withIds = (value.kind === 'collection' ? value.items : [value]).map((item, index) =>
        item.kind === 'record' ? withField(item, 'Id', ids[index] ?? null) : item
    );
    const [single] = withIds;
    if (value.kind === 'collection') {
        assignTo(interview, reference, { kind: 'collection', items: withIds });
    } else if (single) {
        assignTo(interview, reference, single);
    }
}

interface Input {
    readonly object: string;
    /** Absent when the element's own assignments make the row. */
    readonly records: readonly RecordValue[] | undefined;
}

/** What a data element works on; undefined when a collection is empty, so that there is nothing to do. */
function inputOf(interview: Interview, element: CreateElement | UpdateElement | DeleteElement): Input | undefined {
    const { inputReference, object } = element;
    if (inputReference === undefined) {
        return object === undefined ? undefined : { object, records: undefined };
    }
    const records = recordsOf(interview, inputReference);
    const objects = new Set(records.map((record) => record.object));
    if (objects.size > 1) {
        throw new ElementFault(`${inputReference} holds records of several objects: ${[...objects].join(', ')}.`);
    }
    return records[0] && { object: records[0].object, records };
}

function rememberCreated(element: CreateElement, interview: Interview, ids: readonly string[]): void {
    const id = scalar('text', ids[0] ?? null);
    interview.values.set(element.name, id);
    if (element.inputReference !== undefined) {
        rememberIds(interview, element.inputReference, ids);
    }
    if (element.assignIdTo !== undefined) {
        assignTo(interview, element.assignIdTo, id);
    }
}

/** Create Records, or an upsert by an external id. */
export function* runCreate(element: CreateElement, interview: Interview): FlowSteps<void> {
    const input = inputOf(interview, element);
    if (!input) {
        return;
    }
    const { object, records } = input;
    const { upsertBy } = element;
    if (upsertBy === undefined && records?.some((record) => record.fields['Id'])) {
        throw new ElementFault('INVALID_FIELD_FOR_INSERT_UPDATE: cannot specify Id in an insert call');
    }
    const rows = records?.map(setByFlow) ?? [assignedValues(interview, object, element.values)];
    const key = keyOf(interview, element, 'create');
    const results = yield* save({ kind: 'create', key, acting: interview.acting, object, rows, upsertBy });
    rememberCreated(
        element,
        interview,
        results.map((result) => (result.success ? result.id : ''))
    );
}

function* matchingIds(
    interview: Interview,
    element: FilterSet & { name: string },
    object: string
): FlowSteps<string[]> {
    const where = storeCondition(interview, element);
    const query = { object, ...(where && { where }) };
    const key = keyOf(interview, element, 'find');
    const records = yield* find({ kind: 'find', key, acting: interview.acting, query });
    return records.map((record) => String(record['Id']));
}

function savedId(record: RecordValue): string {
    const id = record.fields['Id'];
    if (typeof id !== 'string') {
        throw new ElementFault('MISSING_ARGUMENT: the record has no Id, so there is no record to change.');
    }
    return id;
}

/** Update Records: rows that match filters, or the records of a resource with the fields that the flow set. */
export function* runUpdate(element: UpdateElement, interview: Interview): FlowSteps<void> {
    const input = inputOf(interview, element);
    if (!input) {
        return;
    }
    const { object, records } = input;
    const values = assignedValues(interview, object, element.values);
    const rows =
        records?.map((record) => ({ id: savedId(record), values: { ...setByFlow(record), ...values } })) ??
        (yield* matchingIds(interview, element, object)).map((id) => ({ id, values }));
    if (rows.length > 0) {
        const key = keyOf(interview, element, 'update');
        yield* save({ kind: 'update', key, acting: interview.acting, object, rows });
    }
}

/** Delete Records: rows that match filters, or the records of a resource. */
export function* runDelete(element: DeleteElement, interview: Interview): FlowSteps<void> {
    const input = inputOf(interview, element);
    if (!input) {
        return;
    }
    const { object, records } = input;
    const ids = records?.map(savedId) ?? (yield* matchingIds(interview, element, object));
    if (ids.length > 0) {
        yield* save({
            kind: 'delete',
            key: keyOf(interview, element, 'delete'),
            acting: interview.acting,
            object,
            ids
        });
    }
}
