import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { keyedObjects } from '../backfillPhoneKeys/keyFields.ts';
import { queryCount, queryRows, soqlText } from '../org/rows.ts';
import type { Check } from './check.ts';
import { CONFIGURE, no, open, yes } from './check.ts';

const serverRow = z.object({ Name: z.string(), Is_Default__c: z.boolean(), Phone_Keys_Filled__c: z.boolean() });
const agentRow = z.object({
    Agent_Code__c: z.string(),
    User__r: z.object({ IsActive: z.boolean() }).nullable()
});

const grantRow = z.object({ PermissionSet: z.object({ Name: z.string() }) });
const memberRow = z.object({ PermissionSetGroupId: z.string(), PermissionSet: z.object({ Name: z.string() }) });
const groupRow = z.object({ PermissionSetGroupId: z.string() });
const userRow = z.object({ Username: z.string() });

/** How often each permission set is assigned to active users, by itself or in a group. */
async function assignmentCounts(
    connection: Connection,
    sets: readonly string[]
): Promise<(readonly [string, number])[]> {
    const names = sets.map(soqlText).join(', ');
    const direct = await queryRows(
        connection,
        `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${names}) AND Assignee.IsActive = true`,
        grantRow
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
                  `SELECT PermissionSetGroupId FROM PermissionSetAssignment WHERE PermissionSetGroupId IN (${groups}) AND Assignee.IsActive = true`,
                  groupRow
              );
    return sets.map((set) => {
        const ids = members
            .filter(({ PermissionSet }) => PermissionSet.Name === set)
            .map((member) => member.PermissionSetGroupId);
        const own = direct.filter(({ PermissionSet }) => PermissionSet.Name === set).length;
        return [set, own + grouped.filter(({ PermissionSetGroupId }) => ids.includes(PermissionSetGroupId)).length];
    });
}

/** Whether people, servers and customers are set up. */
export const setupChecks: readonly Check[] = [
    {
        id: 'permissions',
        about: 'health',
        question: 'Are the package’s permission sets assigned?',
        run: async ({ connection, facts }) => {
            const counts = await assignmentCounts(connection, facts.permissionSets);
            const evidence = counts.map(([name, count]) => `${name}: ${count}`).join(', ');
            const lacking = counts.filter(([name, count]) => count === 0 && /_(Agent|Gateway)$/.test(name));
            return lacking.length === 0
                ? yes(evidence)
                : no(evidence, `Assign ${lacking.map(([name]) => name).join(' and ')}: ${CONFIGURE}`);
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
    },
    {
        id: 'setup-rows',
        about: 'health',
        question: 'Is there one default server, and an active user behind every agent?',
        run: async ({ connection }) => {
            const servers = await queryRows(
                connection,
                'SELECT Name, Is_Default__c, Phone_Keys_Filled__c FROM ConVox_Server__c',
                serverRow
            );
            const agents = await queryRows(
                connection,
                'SELECT Agent_Code__c, User__r.IsActive FROM ConVox_Agent__c WHERE Is_Active__c = true',
                agentRow
            );
            const defaults = servers.filter((server) => server.Is_Default__c).length;
            const lost = agents
                .filter(({ User__r }) => User__r?.IsActive !== true)
                .map(({ Agent_Code__c }) => Agent_Code__c);
            const evidence = `${defaults} default of ${servers.length} servers, ${agents.length} active agents${lost.length === 0 ? '' : `, without an active user: ${lost.join(', ')}`}`;
            return defaults === 1 && agents.length > 0 && lost.length === 0 ? yes(evidence) : no(evidence, CONFIGURE);
        }
    },
    {
        id: 'phone-keys',
        about: 'health',
        question: 'Do existing customers have their phone keys, as the servers say?',
        run: async ({ connection }) => {
            const counts = await Promise.all(
                keyedObjects.map(async ({ object, keys, only }) => {
                    const lacks = keys.map(({ number, key }) => `(${number} != null AND ${key} = null)`).join(' OR ');
                    const soql = `SELECT COUNT() FROM ${object} WHERE (${lacks})${only === undefined ? '' : ` AND ${only}`}`;
                    return { object, count: await queryCount(connection, soql) };
                })
            );
            const servers = await queryRows(
                connection,
                'SELECT Name, Is_Default__c, Phone_Keys_Filled__c FROM ConVox_Server__c',
                serverRow
            );
            const isFilled = servers.every((server) => server.Phone_Keys_Filled__c);
            const lacking = counts.reduce((sum, { count }) => sum + count, 0);
            const evidence = `rows with a number and no key: ${counts.map(({ object, count }) => `${object} ${count}`).join(', ')}; servers marked as ${isFilled ? '' : 'not '}filled`;
            // A number that identifies nobody has no key, so that a few such rows always remain.
            return isFilled && lacking === 0
                ? yes(evidence)
                : open(
                      evidence,
                      'npm run org -- backfill-phone-keys --dry-run --target-org <alias> tells which of them need keys.'
                  );
        }
    }
];
