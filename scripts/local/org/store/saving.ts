import type {
    ActingUser,
    FieldValue,
    OrgRecord,
    RecordError,
    SaveResult,
    SaveTriggers,
    TriggerOperation,
    TriggeredRow
} from '../records.ts';
import { FlowSaveError } from '../records.ts';
import type { ObjectSchema } from '../../metadata/objects/schema.ts';
import { hasShares, shareObjectName } from '../../metadata/objects/shareObjects.ts';
import type { Database } from './database.ts';
import { formatAutoNumber } from './autoNumber.ts';
import type { Draft } from './draft.ts';
import { assign } from './draft.ts';
import type { Reader } from './reading.ts';
import { makeRecordId } from './recordIds.ts';
import { toColumns } from './rows.ts';
import { recordError } from './saveErrors.ts';
import { nextNumber, quote, storedFields } from './tables.ts';
import type { Checks } from './validation.ts';

export interface SavingDependencies {
    readonly database: Database;
    readonly reader: Reader;
    readonly checks: Checks;
    readonly clock: () => Date;
    readonly triggers: () => SaveTriggers;
}

/** Salesforce stops a chain of saves that trigger each other at this depth. */
const MAXIMUM_DEPTH = 16;

export type SaveBatch = (
    object: ObjectSchema,
    operation: TriggerOperation,
    drafts: readonly Draft[],
    acting: ActingUser
) => ReadonlyMap<number, SaveResult>;

/**
 * Saves drafts as one batch, in Salesforce's order: system validation, before-save flows, system validation,
 * validation rules, unique fields, write, after-save flows; after the commit, asynchronous paths.
 * A row that fails does not keep the others from being saved.
 */
export function createSaving({ database, reader, checks, clock, triggers }: SavingDependencies): SaveBatch {
    let depth = 0;

    function saveBatch(
        object: ObjectSchema,
        operation: TriggerOperation,
        drafts: readonly Draft[],
        acting: ActingUser
    ): ReadonlyMap<number, SaveResult> {
        if (depth >= MAXIMUM_DEPTH) {
            const error = recordError(
                'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
                `maximum trigger depth exceeded on ${object.name}`
            );
            return new Map(drafts.map((draft) => [draft.index, { success: false, errors: [error] }]));
        }
        depth += 1;
        try {
            return database.transaction(() => runBatch(object, operation, drafts, acting));
        } catch (error) {
            if (!(error instanceof FlowSaveError)) {
                throw error;
            }
            return afterRefusal(error, object, operation, drafts, acting);
        } finally {
            depth -= 1;
        }
    }

    /** An after-save flow refuses a whole batch: its rows are tried alone to find the one that it is about. */
    function afterRefusal(
        error: FlowSaveError,
        object: ObjectSchema,
        operation: TriggerOperation,
        drafts: readonly Draft[],
        acting: ActingUser
    ): ReadonlyMap<number, SaveResult> {
        if (drafts.length > 1) {
            return new Map(drafts.flatMap((draft) => [...saveBatch(object, operation, [draft], acting)]));
        }
        return new Map(drafts.map((draft) => [draft.index, { success: false, errors: [error.recordError] }]));
    }

    function runBatch(
        object: ObjectSchema,
        operation: TriggerOperation,
        drafts: readonly Draft[],
        acting: ActingUser
    ): ReadonlyMap<number, SaveResult> {
        const results = new Map<number, SaveResult>();
        const refuse = (draft: Draft, errors: readonly RecordError[]): boolean => {
            if (errors.length > 0) {
                results.set(draft.index, { success: false, errors });
            }
            return errors.length > 0;
        };
        // What flows assign is theirs to reach, not the user's.
        const system = { ...acting, systemContext: true, withSharing: false };
        const entering = drafts.filter(
            (draft) => !refuse(draft, draft.errors.length > 0 ? draft.errors : checks.system(object, draft, acting))
        );
        const changed = runBeforeSave(object, operation, entering, acting).filter(
            (draft) => !refuse(draft, draft.errors.length > 0 ? draft.errors : checks.system(object, draft, system))
        );
        const valid = changed.filter((draft) => !refuse(draft, checks.rules(object, draft, acting)));
        const written: TriggeredRow[] = [];
        for (const draft of valid) {
            if (!refuse(draft, checks.uniqueness(object, draft, acting))) {
                const id = write(object, operation, draft, acting);
                written.push(triggeredRow(object, id, draft.prior));
                results.set(draft.index, { success: true, id, created: operation === 'create' });
            }
        }
        if (written.length > 0) {
            triggers().afterSave(object.name, operation, written, acting);
            database.onCommit(() => triggers().afterCommit(object.name, operation, written, acting));
        }
        return results;
    }

    function runBeforeSave(
        object: ObjectSchema,
        operation: TriggerOperation,
        drafts: readonly Draft[],
        acting: ActingUser
    ): Draft[] {
        if (drafts.length === 0) {
            return [];
        }
        const rows = drafts.map(({ record, prior }) => (prior ? { record, prior } : { record }));
        const outcomes = triggers().beforeSave(object.name, operation, rows, acting);
        return drafts.map((draft, place) => {
            const outcome = outcomes[place];
            if (outcome && 'refused' in outcome) {
                return { ...draft, errors: [outcome.refused] };
            }
            return outcome ? assign(object, draft, outcome.assigned) : draft;
        });
    }

    function write(object: ObjectSchema, operation: TriggerOperation, draft: Draft, acting: ActingUser): string {
        const record = operation === 'create' ? stampNew(object, draft.record) : draft.record;
        const complete = stampChange(record, operation, acting);
        const id = String(complete['Id']);
        const columns = storedFields(object).map((field) => quote(field.name));
        const values = toColumns(object, complete);
        const table = quote(object.name);
        if (operation === 'create') {
            database.run(
                `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
                values
            );
        } else {
            database.run(`UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE "Id" = ?`, [
                ...values,
                id
            ]);
            forgetShares(object, id, draft);
        }
        return id;
    }

    /** Who gets a record decides anew with whom it is shared. */
    function forgetShares(object: ObjectSchema, id: string, { record, prior }: Draft): void {
        if (hasShares(object.name, object.sharingModel) && record['OwnerId'] !== prior?.['OwnerId']) {
            database.run(`DELETE FROM ${quote(shareObjectName(object.name))} WHERE "ParentId" = ?`, [id]);
        }
    }

    function stampNew(object: ObjectSchema, record: OrgRecord): OrgRecord {
        const id = makeRecordId(object.keyPrefix, nextNumber(database, object.name));
        const numbers = storedFields(object).flatMap((field): [string, FieldValue][] => {
            if (field.displayFormat !== undefined) {
                const number = nextNumber(database, `${object.name}.${field.name}`);
                return [[field.name, formatAutoNumber(field.displayFormat, number, clock())]];
            }
            // The platform names a custom record that was given no name by its id.
            const unnamed = field.nameField && record[field.name] === null;
            return unnamed ? [[field.name, id]] : [];
        });
        return { ...record, Id: id, ...Object.fromEntries(numbers) };
    }

    function stampChange(record: OrgRecord, operation: TriggerOperation, acting: ActingUser): OrgRecord {
        const now = new Date(Math.floor(clock().getTime() / 1000) * 1000).toISOString();
        const changed = { ...record, LastModifiedDate: now, LastModifiedById: acting.id, SystemModstamp: now };
        return operation === 'create' ? { ...changed, CreatedDate: now, CreatedById: acting.id } : changed;
    }

    function triggeredRow(object: ObjectSchema, id: string, prior: OrgRecord | undefined): TriggeredRow {
        const record = reader.get(object.name, id);
        if (!record) {
            throw new Error(`${object.name} ${id} disappeared while it was being saved`);
        }
        return prior ? { record, prior } : { record };
    }

    return saveBatch;
}
