import type { ActingUser, RecordError, SaveResult, SaveTriggers } from '../records.ts';
import { FlowSaveError } from '../records.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import type { Database } from './database.ts';
import type { Reader } from './reading.ts';
import { deletedEntity, recordError } from './saveErrors.ts';
import { toLongId } from './recordIds.ts';
import { quote } from './tables.ts';

export interface DeletingDependencies {
    readonly database: Database;
    readonly schema: OrgSchema;
    readonly reader: Reader;
    readonly clock: () => Date;
    readonly triggers: () => SaveTriggers;
}

interface Reference {
    readonly object: ObjectSchema;
    readonly field: FieldSchema;
}

/** Thrown inside a delete, so that everything deleted along with the row comes back. */
class DeleteRefused extends Error {
    readonly recordError: RecordError;

    constructor(refusal: RecordError) {
        super(refusal.message);
        this.recordError = refusal;
    }
}

/** Moves rows to the recycle bin, obeying what each lookup says about its parent's deletion. */
export function createDeleting({ database, schema, reader, clock, triggers }: DeletingDependencies) {
    return function deleteRow(object: ObjectSchema, id: string, acting: ActingUser): SaveResult {
        const longId = toLongId(id) ?? id;
        try {
            database.transaction(() => binRow(object, longId, acting));
            return { success: true, id: longId, created: false };
        } catch (error) {
            if (error instanceof DeleteRefused || error instanceof FlowSaveError) {
                return { success: false, errors: [error.recordError] };
            }
            throw error;
        }
    };

    function binRow(object: ObjectSchema, id: string, acting: ActingUser): void {
        const row = reader.get(object.name, id, { includeDeleted: true });
        if (!row) {
            throw new DeleteRefused(recordError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'));
        }
        if (row['IsDeleted'] === true) {
            throw new DeleteRefused(deletedEntity());
        }
        triggers().beforeDelete(object.name, { record: row }, acting);
        for (const reference of referencesTo(object)) {
            releaseChildren(reference, id, acting);
        }
        const now = new Date(Math.floor(clock().getTime() / 1000) * 1000).toISOString();
        database.run(
            `UPDATE ${quote(object.name)} SET "IsDeleted" = 1, "LastModifiedDate" = ?, "LastModifiedById" = ?, "SystemModstamp" = ? WHERE "Id" = ?`,
            [now, acting.id, now, id]
        );
    }

    function referencesTo(parent: ObjectSchema): Reference[] {
        return [...schema.objects.values()].flatMap((object) =>
            [...object.fields.values()]
                .filter((field) => field.lookup?.objects.includes(parent.name))
                .map((field) => ({ object, field }))
        );
    }

    function releaseChildren({ object, field }: Reference, parentId: string, acting: ActingUser): void {
        const children = reader.find({
            object: object.name,
            where: { field: field.name, operator: 'eq', value: parentId }
        });
        if (children.length === 0) {
            return;
        }
        switch (field.lookup?.onDelete) {
            case 'Cascade':
                children.forEach((child) => binRow(object, String(child['Id']), acting));
                break;
            case 'Restrict':
                throw new DeleteRefused(
                    recordError(
                        'DELETE_FAILED',
                        `Your attempt to delete this record could not be completed because it is associated with the following ` +
                            `${object.pluralLabel}: ${children.map((child) => child[object.nameField]).join(', ')}`
                    )
                );
            case 'SetNull':
            case undefined:
                database.run(
                    `UPDATE ${quote(object.name)} SET ${quote(field.name)} = NULL WHERE ${quote(field.name)} = ?`,
                    [parentId]
                );
        }
    }
}
