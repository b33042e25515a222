import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { AdminError } from '../cli/command.ts';
import type { ConfigurationObject, FieldValue } from './desiredRows.ts';
import { configurationObjects } from './desiredRows.ts';
import { assignmentObject, assignmentRow } from './grants.ts';
import type { Assignment, Plan, RowChange } from './plan.ts';

/** Objects whose rows ConVox's own name tells apart: a row that somebody else made meanwhile is met, not doubled. */
const externalIds: Readonly<Partial<Record<ConfigurationObject, string>>> = {
    ConVox_Process__c: 'Process_Code__c',
    ConVox_Agent__c: 'Agent_Code__c'
};

const saved = z.array(
    z.object({
        id: z.string().nullish(),
        success: z.boolean(),
        errors: z.array(z.object({ message: z.string().optional(), statusCode: z.string().optional() })).default([])
    })
);

type NewValues = Record<string, FieldValue>;

/**
 * Carries the plan out, parents first.
 * @throws AdminError with every row that the org refuses; what was saved before stays, and a second run goes on from there
 */
export async function applyPlan(connection: Connection, { changes, assignments }: Plan): Promise<void> {
    const ids = new Map<string, string>();
    for (const object of configurationObjects) {
        const own = changes.filter(({ row }) => row.object === object);
        // Levels of dispositions one after the other: a child needs its parent's id.
        for (const level of levelsOf(own)) {
            await saveRows(connection, object, level, ids);
        }
    }
    await assign(connection, assignments);
}

function levelsOf(changes: readonly RowChange[]): RowChange[][] {
    const byLevel = Map.groupBy(changes, ({ row }) => Number(row.values['Level__c'] ?? 0));
    return [...byLevel].toSorted(([one], [other]) => one - other).map(([, level]) => level);
}

async function saveRows(
    connection: Connection,
    object: ConfigurationObject,
    changes: readonly RowChange[],
    ids: Map<string, string>
): Promise<void> {
    const fresh = changes.filter(({ id }) => id === undefined);
    const known = changes.filter(({ id }) => id !== undefined);
    const record = (change: RowChange): NewValues => ({
        ...change.values,
        ...Object.fromEntries(
            Object.entries(change.pending).map(([field, { object: parent, key }]) => [
                field,
                ids.get(`${parent} ${key}`) ?? null
            ])
        )
    });
    const options = { allowRecursive: true };
    const table = connection.sobject(object);
    if (fresh.length > 0) {
        const key = externalIds[object];
        const rows = fresh.map(record);
        keepIds(
            fresh,
            key === undefined ? await table.create(rows, options) : await table.upsert(rows, key, options),
            ids
        );
    }
    if (known.length > 0) {
        const updated = await table.update(
            known.map((change) => ({ Id: change.id ?? '', ...record(change) })),
            options
        );
        keepIds(known, updated, ids);
    }
}

function keepIds(changes: readonly RowChange[], results: unknown, ids: Map<string, string>): void {
    const rows = saved.parse(results);
    const refused = rows.flatMap(({ success, errors }, index) =>
        success
            ? []
            : [
                  `${changes[index]?.row.object} ${changes[index]?.row.title}: ${errors.map(({ message }) => message).join('; ')}`
              ]
    );
    changes.forEach(({ row }, index) => {
        const id = rows[index]?.id;
        if (typeof id === 'string') {
            ids.set(`${row.object} ${row.key}`, id);
        }
    });
    if (refused.length > 0) {
        throw new AdminError(
            'The org refused rows. What was saved before them stays; put the file right and run it again.',
            refused
        );
    }
}

async function assign(connection: Connection, assignments: readonly Assignment[]): Promise<void> {
    const objects = new Set(assignments.map(({ grant }) => assignmentObject(grant.kind)));
    for (const object of objects) {
        const those = assignments.filter(({ grant }) => assignmentObject(grant.kind) === object);
        const results: unknown = await connection.sobject(object).create(
            those.map(({ grant, userId }) => assignmentRow(grant, userId)),
            { allowRecursive: true }
        );
        const refused = saved.parse(results).flatMap(({ success, errors }, index) => {
            const { name, user } = those[index] ?? { name: '', user: '' };
            return success ? [] : [`${name} for ${user}: ${errors.map(({ message }) => message).join('; ')}`];
        });
        if (refused.length > 0) {
            throw new AdminError('The org refused to assign permissions. Everything else is saved.', refused);
        }
    }
}
