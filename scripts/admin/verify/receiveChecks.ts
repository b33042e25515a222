import { z } from 'zod';
import { decodeCallStatus } from '#contract';
import { callStatusOf } from '#call-record';
import { soqlText, queryRows } from '../org/rows.ts';
import type { Check } from './check.ts';
import { DEPLOY, HEDGE, allThere, no, open, yes } from './check.ts';

const groupRow = z.object({ DeveloperName: z.string() });
const serverRow = z.object({ UTC_Offset_Minutes__c: z.number().nullable() });
const ownerRow = z.object({ OwnerId: z.string() });
const agentRow = z.object({ User__c: z.string() });
const shareRow = z.object({ AccessLevel: z.string(), RowCause: z.string() });
const created = z.object({ id: z.string(), success: z.literal(true) });
const callRow = z.object({
    Started_At__c: z.coerce.date().nullable(),
    Duration_Seconds__c: z.number().nullable(),
    Follow_Up_At__c: z.coerce.date().nullable(),
    Status__c: z.string().nullable()
});

/** What the flow takes where no server says otherwise. */
const INDIA = 330;

/** One push, as servers write it that put the time of day beside the date. */
const PUSH = {
    MOBILE_NO: '+91 98765 43210',
    CALL_STATUS: 'Connected',
    CALL_DATE: '22-11-2026',
    CALL_HOUR: '9',
    CALL_MINUTE: '05',
    CALL_DURATION: '00:01:30',
    FOLLOWUP_TIME: '2026-11-30 10:00:00',
    DISPOSITION: 'SALE'
};

/** What a row of the push has to hold, in one line. Times as the contract reads them, on a clock so far ahead of UTC. */
function lineOfPush(offsetMinutes: number, now: Date): string {
    const decoded = decodeCallStatus(Object.entries({ ...PUSH, CALL_REFERENCE_ID: '1' }), { timeZone: 'UTC', now });
    if (!decoded.ok) {
        throw new Error('The contract refuses the push of this check');
    }
    const { startedAt, durationSeconds, followUpAt } = decoded.value;
    const ahead = (instant = ''): Date => new Date(Date.parse(instant) - offsetMinutes * 60_000);
    return lineOf(ahead(startedAt), durationSeconds ?? null, ahead(followUpAt), callStatusOf(decoded.value));
}

function lineOf(start: Date | null, seconds: number | null, followUp: Date | null, status: string | null): string {
    return `start ${start?.toISOString()}, ${seconds} s, call back ${followUp?.toISOString()}, ${status}`;
}

/** What reaches calls without the gateway, and who may see them then. */
export const receiveChecks: readonly Check[] = [
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
        id: 'receive-status',
        about: 'platform',
        writes: true,
        question: 'Does the flow that takes call statuses read dates, durations and promises as the contract does?',
        run: async ({ connection, rows, clock }) => {
            const key = rows.key('received');
            const [server] = await queryRows(
                connection,
                'SELECT UTC_Offset_Minutes__c FROM ConVox_Server__c WHERE Is_Default__c = true',
                serverRow
            );
            const answer: unknown = await connection.requestPost(
                `/services/data/v${connection.version}/actions/custom/flow/ConVox_Receive_Call_Status`,
                { inputs: [{ ...PUSH, CALL_REFERENCE_ID: key }] }
            );
            const [call] = await queryRows(
                connection,
                `SELECT Started_At__c, Duration_Seconds__c, Follow_Up_At__c, Status__c FROM ConVox_Call__c WHERE Call_Reference__c = ${soqlText(key)}`,
                callRow
            );
            const expected = lineOfPush(server?.UTC_Offset_Minutes__c ?? INDIA, clock());
            const evidence =
                call === undefined
                    ? `no call; the flow answered ${JSON.stringify(answer)}`
                    : lineOf(call.Started_At__c, call.Duration_Seconds__c, call.Follow_Up_At__c, call.Status__c);
            return evidence === expected ? yes(evidence) : no(`${evidence}; it has to be ${expected}`, HEDGE);
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
