import { orgRightsOf } from '../../local/metadata/packageParts.ts';
import type { Problem } from '../../node/checkedYaml.ts';
import type { Config } from './configSchema.ts';
import type { DesiredRow, FieldValue, FieldValues, RowReference } from './desiredRows.ts';
import { configurationObjects, keyOf, serverSettingOf, wantedGrants } from './desiredRows.ts';
import type { Grant } from './grants.ts';
import type { CurrentRow, OrgState } from './orgState.ts';
import { serverProblems } from './serverProblems.ts';

export interface FieldChange {
    readonly field: string;
    readonly from: FieldValue;
    /** Undefined for a lookup to a row that is still to be created. */
    readonly to: FieldValue | undefined;
}

/** What happens to one row. Lookups to rows that do not exist yet are filled in once those are created. */
export interface RowChange {
    readonly row: DesiredRow;
    /** Undefined for a new row. */
    readonly id: string | undefined;
    readonly values: FieldValues;
    readonly pending: Readonly<Record<string, RowReference>>;
    readonly changes: readonly FieldChange[];
}

export interface Assignment {
    /** API name of what is given. */
    readonly name: string;
    readonly grant: Grant;
    readonly user: string;
    readonly userId: string;
}

export interface Plan {
    readonly changes: readonly RowChange[];
    readonly unchanged: number;
    readonly assignments: readonly Assignment[];
    /** Rows of the org that the file does not name; they stay as they are. */
    readonly others: readonly string[];
}

/** What is wrong with the file in this org: users and grants that it lacks, values that a picklist lacks, double rows. */
export function checkAgainstOrg(config: Config, rows: readonly DesiredRow[], org: OrgState): Problem[] {
    return [
        ...config.agents.flatMap(({ user, active }, index) =>
            userProblem(user, ['agents', index, 'user'], org, active === false)
        ),
        ...Object.entries(config.permissions).flatMap(([name, users]) => [
            ...(org.grants.has(name)
                ? []
                : [
                      {
                          path: ['permissions', name],
                          message: 'is no permission set, permission set group or public group of the org'
                      }
                  ]),
            ...users.flatMap((user, index) => userProblem(user, ['permissions', name, index], org))
        ]),
        ...rows.flatMap((row) => [
            ...pickedProblems(row, org),
            ...parentProblems(row, rows, org),
            ...doubleProblems(row, org)
        ]),
        ...serverProblems(config, org)
    ];
}

/** @param mayHaveLeft whether a user who is not active any more will do */
function userProblem(user: string, path: Problem['path'], { users }: OrgState, mayHaveLeft = false): Problem[] {
    const found = users.get(keyOf(user));
    if (!found) {
        return [{ path, message: `names a user that the org does not have: ${user}` }];
    }
    return found.isActive || mayHaveLeft
        ? []
        : [
              {
                  path,
                  message: `names a user who is not active: ${user}. Who left gets active: false under agents, and no permissions`
              }
          ];
}

function pickedProblems({ object, values, path }: DesiredRow, { picklists }: OrgState): Problem[] {
    return Object.entries(values).flatMap(([field, value]) => {
        const allowed = picklists.get(`${object}.${field}`);
        return allowed === undefined || value === null || allowed.includes(String(value))
            ? []
            : [
                  {
                      path: [...path, serverSettingOf.get(field) ?? field],
                      message: `has to be one of ${allowed.join(', ')}`
                  }
              ];
    });
}

function parentProblems(
    { parents, path }: DesiredRow,
    rows: readonly DesiredRow[],
    { rows: current }: OrgState
): Problem[] {
    return Object.values(parents).flatMap(({ object, key }) => {
        const isThere =
            rows.some((row) => row.object === object && row.key === key) ||
            current[object].some((row) => row.key === key);
        return isThere || object !== 'ConVox_Server__c'
            ? []
            : [{ path: [...path, 'server'], message: 'names a server that neither the file nor the org has' }];
    });
}

function doubleProblems({ object, key, path }: DesiredRow, { rows }: OrgState): Problem[] {
    const same = rows[object].filter((row) => row.key === key);
    return same.length < 2
        ? []
        : [
              {
                  path,
                  message: `is in the org ${same.length} times (${same.map(({ id }) => id).join(', ')}); delete all but one`
              }
          ];
}

/** The difference between what the file wants and what the org has. */
export function planChanges(config: Config, rows: readonly DesiredRow[], org: OrgState): Plan {
    const changes = rows.map((row) => changeOf(row, org));
    const named = new Set(rows.map(({ object, key }) => `${object} ${key}`));
    return {
        changes: changes.filter((change) => change.id === undefined || change.changes.length > 0),
        unchanged: changes.filter((change) => change.id !== undefined && change.changes.length === 0).length,
        assignments: assignmentsOf(config, org),
        others: configurationObjects.flatMap((object) =>
            org.rows[object]
                .filter(({ key }) => !named.has(`${object} ${key}`))
                .map(({ title }) => `${object} ${title}`)
        )
    };
}

function changeOf(row: DesiredRow, org: OrgState): RowChange {
    const found = org.rows[row.object].find(({ key }) => key === row.key);
    const lookups = Object.entries(row.parents).map(([field, parent]): [string, FieldValue | undefined] => [
        field,
        org.rows[parent.object].find(({ key }) => key === parent.key)?.id
    ]);
    const users = Object.entries(row.users).map(([field, name]): [string, FieldValue | undefined] => [
        field,
        org.users.get(keyOf(name))?.id
    ]);
    const wanted = [...Object.entries({ ...(found ? {} : row.defaults), ...row.values }), ...lookups, ...users];
    const changes = wanted.flatMap(([field, to]) => fieldChange(field, to, found));
    return {
        row,
        id: found?.id,
        changes,
        values: Object.fromEntries(
            changes.flatMap(({ field, to }): [string, FieldValue][] => (to === undefined ? [] : [[field, to]]))
        ),
        pending: Object.fromEntries(
            Object.entries(row.parents).filter(([field]) =>
                changes.some((one) => one.field === field && one.to === undefined)
            )
        )
    };
}

function fieldChange(field: string, to: FieldValue | undefined, found: CurrentRow | undefined): FieldChange[] {
    const from = found?.values[field] ?? null;
    return found && to !== undefined && isSame(from, to) ? [] : [{ field, from, to }];
}

/** The org keeps an empty text as none, and codes as they were first typed. */
function isSame(from: FieldValue, to: FieldValue): boolean {
    return (from ?? '') === (to ?? '');
}

function assignmentsOf(config: Config, org: OrgState): Assignment[] {
    const wanted = [...wantedGrants(config)].flatMap(([group, users]) =>
        [group, ...orgRightsOf(group)].flatMap((name) => users.map((user) => ({ name, user })))
    );
    // Two groups may ask for the same rights.
    const distinct = new Map(wanted.map((one) => [`${one.name} ${keyOf(one.user)}`, one]));
    return [...distinct.values()].flatMap(({ name, user }) => {
        const grant = org.grants.get(name);
        const found = org.users.get(keyOf(user));
        return grant && found && !org.assigned.has(`${found.id} ${grant.id}`)
            ? [{ name, grant, user, userId: found.id }]
            : [];
    });
}
