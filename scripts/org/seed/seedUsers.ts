import type { SampleUser } from './configuration.ts';
import type { SeededOrg } from './insertRows.ts';
import { insertRows } from './insertRows.ts';

/** Creates users with their permission sets and public groups, and returns their ids by alias. */
export function seedUsers(org: SeededOrg, users: readonly SampleUser[]): ReadonlyMap<string, string> {
    const ids = insertRows(
        org,
        'User',
        users.map(({ Alias, FirstName, LastName, Username }) => ({
            Alias,
            FirstName,
            LastName,
            Username,
            Email: Username
        }))
    );
    insertRows(
        org,
        'PermissionSetAssignment',
        users.map(({ permissionSet }, index) => ({
            AssigneeId: ids[index] ?? null,
            PermissionSetId: idOf(org, 'PermissionSet', 'Name', permissionSet)
        }))
    );
    insertRows(
        org,
        'GroupMember',
        users.flatMap(({ group }, index) =>
            group === undefined
                ? []
                : [{ GroupId: idOf(org, 'Group', 'DeveloperName', group), UserOrGroupId: ids[index] ?? null }]
        )
    );
    return new Map(users.map(({ Alias }, index) => [Alias, ids[index] ?? '']));
}

function idOf({ store }: SeededOrg, object: string, field: string, value: string): string | null {
    const [found] = store.find({ object, where: { field, operator: 'eq', value } });
    return found ? String(found['Id']) : null;
}
