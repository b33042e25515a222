import type { ActingUser, FieldValue, FieldValues, RecordStore, SaveResult, SaveTriggers } from '../records.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { findField } from '../../metadata/objects/schema.ts';
import type { Database } from './database.ts';
import { createDeleting } from './deleting.ts';
import type { Draft } from './draft.ts';
import { draftChange, draftNew } from './draft.ts';
import type { EvaluateFormula } from './formulas.ts';
import { QueryError } from './queryError.ts';
import type { Reader } from './reading.ts';
import { createReader, createVisibleReader, requireObject } from './reading.ts';
import { createRecordFormulas } from './recordFormulas.ts';
import { toLongId } from './recordIds.ts';
import { badRecordId, badReference, deletedEntity, mayNotChange, mayNotCreate, recordError } from './saveErrors.ts';
import { createSaving } from './saving.ts';
import type { Sharing } from './sharing.ts';
import { openSharing } from './sharing.ts';
import { prepareTables } from './tables.ts';
import { planUpsert } from './upsert.ts';
import { createChecks } from './validation.ts';

/** The record store plus what the APIs need beyond the shared interface. */
export type Store = Omit<RecordStore, keyof Reader | 'visibleTo'> & Reader & { visibleTo(acting: ActingUser): Reader };

export interface StoreDependencies {
    readonly database: Database;
    readonly schema: OrgSchema;
    readonly clock: () => Date;
    /** Asked at every save, because the flow engine itself is built on the store. */
    readonly triggers: () => SaveTriggers;
    /** The schema as a user may use it; everything when left out. */
    readonly viewOf?: (acting: ActingUser) => OrgSchema;
    /** Asked at every use, because sharing itself is read from the store; open when left out. */
    readonly sharing?: () => Sharing;
    /** What `$Permission.` says of a custom permission in formulas; everybody has all when left out. */
    readonly hasPermission?: (name: string, acting: ActingUser) => boolean;
}

interface UpdateScope {
    readonly object: ObjectSchema;
    readonly view: ObjectSchema;
    readonly visible: Reader;
    readonly acting: ActingUser;
}

/** Rows that Salesforce saves, and shows to flows, together. */
const BATCH = 200;

export function createStore(dependencies: StoreDependencies): Store {
    const { database, schema, clock, triggers, viewOf = () => schema, sharing = () => openSharing } = dependencies;
    prepareTables(database, schema);
    const evaluate: EvaluateFormula = (expression, scope) => recordFormulas(expression, scope);
    const reader = createReader(database, schema, evaluate);
    const recordFormulas = createRecordFormulas({
        schema,
        get: (object, id) => reader.get(object, id),
        clock,
        hasPermission: dependencies.hasPermission
    });
    const visibleTo = (acting: ActingUser): Reader => createVisibleReader(reader, schema, sharing(), acting);
    const checks = createChecks({ database, schema, visibleTo, evaluate, viewOf });
    const saveBatch = createSaving({ database, reader, checks, clock, triggers });
    const deleteRow = createDeleting({ database, schema, reader, clock, triggers });

    function create(objectName: string, rows: readonly FieldValues[], acting: ActingUser): SaveResult[] {
        const object = requireObject(schema, objectName);
        const view = requireObject(viewOf(acting), objectName);
        if (!view.access.create) {
            return rows.map(() => ({ success: false, errors: [mayNotCreate(object.name)] }));
        }
        return save(
            object,
            'create',
            rows.map((row, index) => draftNew(object, row, index, acting, evaluate, view)),
            acting
        );
    }

    function update(
        objectName: string,
        rows: readonly { id: string; values: FieldValues }[],
        acting: ActingUser
    ): SaveResult[] {
        const object = requireObject(schema, objectName);
        const view = requireObject(viewOf(acting), objectName);
        if (!view.access.edit) {
            return rows.map(() => ({ success: false, errors: [mayNotChange()] }));
        }
        const ids = rows.map((row) => toLongId(row.id) ?? row.id);
        const visible = visibleTo(acting);
        const drafts = rows.map((row, index) => {
            const repeated = ids.indexOf(ids[index] ?? '') !== index;
            return draftUpdate({ object, view, visible, acting }, ids[index] ?? '', row.values, index, repeated);
        });
        return save(object, 'update', drafts, acting);
    }

    function draftUpdate(
        { object, view, visible, acting }: UpdateScope,
        id: string,
        values: FieldValues,
        index: number,
        repeated: boolean
    ): Draft {
        const isId = toLongId(id) !== undefined;
        const prior = isId ? visible.get(object.name, id, { includeDeleted: true }) : undefined;
        const refused = (error: ReturnType<typeof recordError>): Draft => ({
            index,
            record: {},
            prior,
            errors: [error]
        });
        if (!isId) {
            return refused(badRecordId(id));
        }
        if (!prior) {
            return refused(badReference());
        }
        if (prior['IsDeleted'] === true) {
            return refused(deletedEntity());
        }
        const isTransfer = 'OwnerId' in values && values['OwnerId'] !== prior['OwnerId'];
        if (
            !sharing().mayEdit(object, prior, acting) ||
            (isTransfer && !sharing().mayTransfer(object, prior, acting))
        ) {
            return refused(mayNotChange());
        }
        if (repeated) {
            return refused(recordError('DUPLICATE_VALUE', `Duplicate id specified: ${id}`));
        }
        return draftChange(object, prior, values, index, view);
    }

    function upsert(
        objectName: string,
        externalIdField: string,
        rows: readonly FieldValues[],
        acting: ActingUser
    ): SaveResult[] {
        const object = requireObject(schema, objectName);
        const key = requireKey(object, externalIdField);
        const visible = visibleTo(acting);
        const matches = (value: FieldValue): string[] =>
            visible
                .find({ object: object.name, where: { field: key.name, operator: 'eq', value } })
                .map((record) => String(record['Id']));
        const plan = planUpsert(key, rows, matches);
        const created = create(
            object.name,
            plan.creates.map(({ values }) => values),
            acting
        );
        const updated = update(object.name, plan.updates, acting);
        const results = new Map(plan.refused);
        plan.creates.forEach(({ index }, place) => results.set(index, created[place] ?? lost()));
        plan.updates.forEach(({ index }, place) => results.set(index, updated[place] ?? lost()));
        return rows.map((_row, index) => results.get(index) ?? lost());
    }

    function remove(objectName: string, ids: readonly string[], acting: ActingUser): SaveResult[] {
        const object = requireObject(schema, objectName);
        if (!requireObject(viewOf(acting), objectName).access.delete) {
            return ids.map(() => ({ success: false, errors: [mayNotChange()] }));
        }
        const visible = visibleTo(acting);
        return database.transaction(() =>
            ids.map((id) => {
                if (toLongId(id) === undefined) {
                    return { success: false, errors: [badRecordId(id)] };
                }
                const row = visible.get(object.name, id, { includeDeleted: true });
                return row && !sharing().mayDelete(object, row, acting)
                    ? { success: false, errors: [mayNotChange()] }
                    : deleteRow(object, row ? id : 'unknown', acting);
            })
        );
    }

    function save(
        object: ObjectSchema,
        operation: 'create' | 'update',
        drafts: readonly Draft[],
        acting: ActingUser
    ): SaveResult[] {
        return database.transaction(() => {
            const results = new Map<number, SaveResult>();
            for (let start = 0; start < drafts.length; start += BATCH) {
                saveBatch(object, operation, drafts.slice(start, start + BATCH), acting).forEach((result, index) =>
                    results.set(index, result)
                );
            }
            return drafts.map(({ index }) => results.get(index) ?? lost());
        });
    }

    return {
        ...reader,
        visibleTo,
        create,
        update,
        upsert: (...parameters) => database.transaction(() => upsert(...parameters)),
        delete: remove,
        transaction: (work) => database.transaction(work)
    };
}

/** @throws QueryError when the field cannot be the key of an upsert */
function requireKey(object: ObjectSchema, name: string): FieldSchema {
    const field = findField(object, name);
    if (!field || !(field.externalId || field.type === 'Id')) {
        throw new QueryError(
            'INVALID_FIELD',
            `Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${object.name}`
        );
    }
    return field;
}

function lost(): never {
    throw new Error('A row was neither saved nor refused');
}
