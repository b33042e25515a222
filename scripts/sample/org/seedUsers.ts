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
    insertRows(
        org,
        'PermissionSetAssignment',
        users.flatMap(({ permissions }, index) =>
            [permissions, ...orgRightsOf(permissions)].map((name) => ({
                AssigneeId: ids[index] ?? null,
                ...grant(org, name)
            }))
        )
    );
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
