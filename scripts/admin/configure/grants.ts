import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { queryRows, soqlText } from '../org/rows.ts';
import { inChunks } from './chunks.ts';

/** What can be given to a user: a permission set, a permission set group, or membership of a public group. */
export type GrantKind = 'set' | 'setGroup' | 'publicGroup';

export interface Grant {
    readonly id: string;
    readonly kind: GrantKind;
}

interface GrantShape {
    readonly object: string;
    readonly nameField: string;
    readonly condition: string;
    /** The rows that give it to users, and their lookups. */
    readonly assignment: { readonly object: string; readonly grantField: string; readonly userField: string };
}

const shapes: Readonly<Record<GrantKind, GrantShape>> = {
    set: {
        object: 'PermissionSet',
        nameField: 'Name',
        condition: '',
        assignment: { object: 'PermissionSetAssignment', grantField: 'PermissionSetId', userField: 'AssigneeId' }
    },
    setGroup: {
        object: 'PermissionSetGroup',
        nameField: 'DeveloperName',
        condition: '',
        assignment: { object: 'PermissionSetAssignment', grantField: 'PermissionSetGroupId', userField: 'AssigneeId' }
    },
    publicGroup: {
        object: 'Group',
        nameField: 'DeveloperName',
        condition: " AND Type = 'Regular'",
        assignment: { object: 'GroupMember', grantField: 'GroupId', userField: 'UserOrGroupId' }
    }
};

/** In the order in which a name is looked for. */
const grantKinds: readonly GrantKind[] = ['set', 'setGroup', 'publicGroup'];

const anyRow = z.record(z.string(), z.unknown());

/** The grants of these API names that the org has, by name. */
export async function readGrants(connection: Connection, names: readonly string[]): Promise<Map<string, Grant>> {
    const grants = new Map<string, Grant>();
    for (const kind of grantKinds) {
        const { object, nameField, condition } = shapes[kind];
        const others = names.filter((name) => !grants.has(name));
        const rows = await inChunks(others, (list) =>
            queryRows(
                connection,
                `SELECT Id, ${nameField} FROM ${object} WHERE ${nameField} IN (${list})${condition}`,
                anyRow
            )
        );
        rows.forEach((row) => grants.set(String(row[nameField]), { id: String(row['Id']), kind }));
    }
    return grants;
}

/** `<user id> <grant id>` of what these users have of these grants. */
export async function readAssignments(
    connection: Connection,
    userIds: readonly string[],
    grants: readonly Grant[]
): Promise<Set<string>> {
    const assigned = new Set<string>();
    for (const kind of grantKinds) {
        const { object, grantField, userField } = shapes[kind].assignment;
        const ids = grants.filter((grant) => grant.kind === kind).map(({ id }) => soqlText(id));
        if (ids.length > 0) {
            const rows = await inChunks(userIds, (list) =>
                queryRows(
                    connection,
                    `SELECT ${userField}, ${grantField} FROM ${object} WHERE ${userField} IN (${list}) AND ${grantField} IN (${ids.join(', ')})`,
                    anyRow
                )
            );
            rows.forEach((row) => assigned.add(`${String(row[userField])} ${String(row[grantField])}`));
        }
    }
    return assigned;
}

/** The object of the row that gives a grant to a user. */
export const assignmentObject = (kind: GrantKind): string => shapes[kind].assignment.object;

/** The row that gives a grant to a user. */
export function assignmentRow({ id, kind }: Grant, userId: string): Record<string, string> {
    const { grantField, userField } = shapes[kind].assignment;
    return { [userField]: userId, [grantField]: id };
}
