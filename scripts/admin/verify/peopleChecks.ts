import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { orgRightsOf } from '../../local/metadata/packageParts.ts';
import { queryRows, soqlText } from '../org/rows.ts';
import type { Check } from './check.ts';
import { CONFIGURE, no, yes } from './check.ts';

const AGENT_SET = 'ConVox_Agent';

const directRow = z.object({ AssigneeId: z.string(), PermissionSet: z.object({ Name: z.string() }) });
const memberRow = z.object({ PermissionSetGroupId: z.string(), PermissionSet: z.object({ Name: z.string() }) });
const groupedRow = z.object({ AssigneeId: z.string(), PermissionSetGroupId: z.string() });
const userRow = z.object({ Username: z.string() });
const agentRow = z.object({
    Agent_Code__c: z.string(),
    User__c: z.string().nullable(),
    User__r: z.object({ Username: z.string(), IsActive: z.boolean() }).nullable()
});

/** Ids of the active users who have each permission set, by itself or in a group. */
export async function usersBySet(connection: Connection, sets: readonly string[]): Promise<Map<string, Set<string>>> {
    const names = sets.map(soqlText).join(', ');
    const direct = await queryRows(
        connection,
        `SELECT AssigneeId, PermissionSet.Name FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${names}) AND Assignee.IsActive = true`,
        directRow
    );
    const members = await queryRows(
        connection,
        `SELECT PermissionSetGroupId, PermissionSet.Name FROM PermissionSetGroupComponent WHERE PermissionSet.Name IN (${names})`,
        memberRow
    );
    const groups = members.map(({ PermissionSetGroupId }) => soqlText(PermissionSetGroupId)).join(', ');
    const grouped =
        groups === ''
            ? []
            : await queryRows(
                  connection,
                  `SELECT AssigneeId, PermissionSetGroupId FROM PermissionSetAssignment WHERE PermissionSetGroupId IN (${groups}) AND Assignee.IsActive = true`,
                  groupedRow
              );
    return new Map(
        sets.map((set) => {
            const ids = new Set(
                members
                    .filter(({ PermissionSet }) => PermissionSet.Name === set)
                    .map((member) => member.PermissionSetGroupId)
            );
            return [
                set,
                new Set(
                    [
                        ...direct.filter(({ PermissionSet }) => PermissionSet.Name === set),
                        ...grouped.filter(({ PermissionSetGroupId }) => ids.has(PermissionSetGroupId))
                    ].map(({ AssigneeId }) => AssigneeId)
                )
            ];
        })
    );
}

/** Whether people and the gateway may do what they have to. */
export const peopleChecks: readonly Check[] = [
    {
        id: 'permissions',
        about: 'health',
        question: 'Are the package’s permission sets assigned?',
        run: async ({ connection, facts }) => {
            const users = await usersBySet(connection, facts.permissionSets);
            const evidence = [...users].map(([name, { size }]) => `${name}: ${size}`).join(', ');
            const lacking = [...users].filter(([name, { size }]) => size === 0 && /_(Agent|Gateway)$/.test(name));
            return lacking.length === 0
                ? yes(evidence)
                : no(evidence, `Assign ${lacking.map(([name]) => name).join(' and ')}: ${CONFIGURE}`);
        }
    },
    {
        id: 'agents',
        about: 'health',
        question: 'Has every active agent an active user with all rights that agents need?',
        run: async ({ connection }) => {
            const needed = [AGENT_SET, ...orgRightsOf(AGENT_SET)];
            const users = await usersBySet(connection, needed);
            const agents = await queryRows(
                connection,
                'SELECT Agent_Code__c, User__c, User__r.Username, User__r.IsActive FROM ConVox_Agent__c WHERE Is_Active__c = true ORDER BY Agent_Code__c',
                agentRow
            );
            const troubles = agents.flatMap(({ Agent_Code__c: code, User__c: id, User__r: user }) => {
                if (user === null || !user.IsActive) {
                    return [`${code}: ${user === null ? 'no user' : `${user.Username} is not active`}`];
                }
                const lacks = needed.filter((set) => users.get(set)?.has(id ?? '') !== true);
                return lacks.length === 0 ? [] : [`${code}: ${user.Username} lacks ${lacks.join(', ')}`];
            });
            return troubles.length === 0 && agents.length > 0
                ? yes(`all ${agents.length} active agents`)
                : no(
                      agents.length === 0 ? 'there is no active agent' : troubles.join('; '),
                      `An agent under "agents" of the file gets these rights; one who left gets active: false. ${CONFIGURE}`
                  );
        }
    },
    {
        id: 'gateway-sharing',
        about: 'health',
        question: 'May the gateway write to calls that agents own?',
        run: async ({ connection }) => {
            const names = async (condition: string): Promise<string[]> =>
                queryRows(
                    connection,
                    `SELECT Username FROM User WHERE IsActive = true AND Id IN (${condition})`,
                    userRow
                ).then((rows) => rows.map(({ Username }) => Username));
            const users = await names(
                "SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = 'ConVox_Gateway'"
            );
            const members = await names(
                "SELECT UserOrGroupId FROM GroupMember WHERE Group.DeveloperName = 'ConVox_Gateway_Users'"
            );
            const lacking = users.filter((user) => !members.includes(user));
            const evidence = `users with ConVox_Gateway: ${users.length}, not in ConVox_Gateway_Users: ${lacking.length === 0 ? 'none' : lacking.join(', ')}`;
            return users.length > 0 && lacking.length === 0
                ? yes(evidence)
                : no(evidence, `Give the gateway's user ConVox_Gateway and ConVox_Gateway_Users: ${CONFIGURE}`);
        }
    }
];
