import { orgRightsOf } from '../../local/metadata/packageParts.ts';
import type { FieldValues } from '../../local/org/records.ts';
import type { SampleUser } from './configuration.ts';
import type { SeededOrg } from './insertRows.ts';
import { insertRows } from './insertRows.ts';

/** Creates users with their profiles, permissions and public groups, and returns their ids by alias. */
export function seedUsers(org: SeededOrg, users: readonly SampleUser[]): ReadonlyMap<string, string> {
    const ids = insertRows(
        org,
        'User',
        users.map(({ Alias, FirstName, LastName, Username, profile }) => ({
            Alias,
            FirstName,
            LastName,
            Username,
            ...(profile === undefined ? {} : { ProfileId: idOf(org, 'Profile', 'Name', profile) ?? null }),
            Email: Username
        }))
    );
    users.forEach(({ permissions }, index) => give(org, ids[index] ?? '', permissions));
    insertRows(
        org,
        'GroupMember',
        users.flatMap(({ memberOf }, index): FieldValues[] =>
            memberOf === undefined
                ? []
                : [
                      {
                          GroupId: idOf(org, 'Group', 'DeveloperName', memberOf) ?? null,
                          UserOrGroupId: ids[index] ?? null
                      }
                  ]
        )
    );
    return new Map(users.map(({ Alias }, index) => [Alias, ids[index] ?? '']));
}

/** Gives a user a set or group of the package, and the sets of the org that go with it. */
export function give(org: SeededOrg, userId: string, permissions: string): void {
    const names = [permissions, ...orgRightsOf(permissions)];
    insertRows(
        org,
        'PermissionSetAssignment',
        names.map((name) => ({ AssigneeId: userId, ...grant(org, name) }))
    );
}

/** The field of an assignment that names the permission set or the group. */
function grant(org: SeededOrg, name: string): FieldValues {
    const group = idOf(org, 'PermissionSetGroup', 'DeveloperName', name);
    return group === undefined
        ? { PermissionSetId: idOf(org, 'PermissionSet', 'Name', name) ?? null }
        : { PermissionSetGroupId: group };
}

function idOf({ store }: SeededOrg, object: string, field: string, value: string): string | undefined {
    const [found] = store.find({ object, where: { field, operator: 'eq', value } });
    return found && String(found['Id']);
}
