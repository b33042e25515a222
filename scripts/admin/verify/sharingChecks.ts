import { z } from 'zod';
import { soqlText, queryRows } from '../org/rows.ts';
import type { Check } from './check.ts';
import { DEPLOY, HEDGE, allThere, no, open, yes } from './check.ts';

const groupRow = z.object({ DeveloperName: z.string() });
const ownerRow = z.object({ OwnerId: z.string() });
const agentRow = z.object({ User__c: z.string() });
const shareRow = z.object({ AccessLevel: z.string(), RowCause: z.string() });
const created = z.object({ id: z.string(), success: z.literal(true) });

/** Who may see calls. */
export const sharingChecks: readonly Check[] = [
    {
        id: 'public-groups',
        about: 'health',
        question: 'Did the package bring its public groups?',
        run: async ({ connection, facts }) => {
            const names = facts.publicGroups.map(soqlText).join(', ');
            const soql = `SELECT DeveloperName FROM Group WHERE DeveloperName IN (${names})`;
            const there = (await queryRows(connection, soql, groupRow)).map(({ DeveloperName }) => DeveloperName);
            const missing = facts.publicGroups.filter((name) => !there.includes(name));
            return allThere('public groups', missing, facts.publicGroups.length, DEPLOY);
        }
    },
    {
        id: 'customer-owner-share',
        about: 'platform',
        writes: true,
        question: 'May a flow share a call with the owner of its customer?',
        run: async ({ connection, rows }) => {
            const account = created.parse(await connection.sobject('Account').create({ Name: rows.key('owned') }));
            const agents = await queryRows(
                connection,
                'SELECT User__c FROM ConVox_Agent__c WHERE Is_Active__c = true AND User__r.IsActive = true LIMIT 2',
                agentRow
            );
            const [own] = await queryRows(
                connection,
                `SELECT OwnerId FROM Account WHERE Id = ${soqlText(account.id)}`,
                ownerRow
            );
            const agent = agents.find(({ User__c }) => User__c !== own?.OwnerId);
            if (agent === undefined) {
                return open('no active agent but you', 'Add an agent, and ask again.');
            }
            await connection.sobject('Account').update({ Id: account.id, OwnerId: agent.User__c });
            const call = created.parse(
                await connection
                    .sobject('ConVox_Call__c')
                    .create({ Call_Reference__c: rows.key('owned'), Account__c: account.id })
            );
            const [share] = await queryRows(
                connection,
                `SELECT AccessLevel, RowCause FROM ConVox_Call__Share WHERE ParentId = ${soqlText(call.id)} AND UserOrGroupId = ${soqlText(agent.User__c)}`,
                shareRow
            );
            const evidence = share === undefined ? 'the owner got no share' : `${share.AccessLevel}, ${share.RowCause}`;
            return evidence === 'Read, Manual' ? yes(evidence) : no(evidence, HEDGE);
        }
    }
];
