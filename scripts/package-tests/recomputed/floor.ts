import { listKey } from '#list-upload';
import type { FieldValues } from '../../local/org/records.ts';
import type { Org } from '../../local/org/org.ts';
import { PRODUCT } from '../../local/org/testing/testOrg.ts';
import { insertRows } from '../../sample/org/insertRows.ts';
import { openSeededOrg } from '../../start/seededOrg.ts';
import { drawCalls, drawCommands, drawOpenCalls, drawnDay, drawPromises, drawStates } from './drawnRows.ts';

/** The first afternoon of a year in India, its first night in Chicago; in Los Angeles the old year has half an hour left. */
export const NOW = Date.parse('2026-01-01T07:30:00.000Z');

/**
 * The month of calls that `npm start` begins with, up to the first of January, and beside it what such a month seldom
 * has: calls seconds before and after midnight, of a second server in another zone, at the ends of what reports look
 * back to, and without what they count by.
 * @param clock of the org, once its rows are there
 */
export async function openFloor(clock = (): number => NOW): Promise<Org> {
    let now = (): number => NOW;
    const org = await openSeededOrg(
        {
            forceApp: PRODUCT,
            database: ':memory:',
            clock: () => new Date(now()),
            credentials: { ConVox: { url: 'http://127.0.0.1:9', parameters: { GatewayKey: 'made-up-for-tests' } } }
        },
        { history: true }
    );
    const insert = (object: string, rows: readonly FieldValues[]): string[] => insertRows(org, object, rows);
    const austin = setUpAustin(org);
    const home = String(org.store.find({ object: 'ConVox_Server__c' })[0]?.['Id']);
    handOver(org, [home, austin]);
    const account = String(org.store.find({ object: 'Account', limit: 1 })[0]?.['Id']);
    const calls = insert('ConVox_Call__c', drawCalls(NOW, account));
    insert('ConVox_Call__c', drawOpenCalls(NOW));
    const promised = org.store
        .find({ object: 'ConVox_Follow_Up__c', where: { field: 'Origin_Call__c', operator: 'in', value: calls } })
        .map((row) => String(row['Id']));
    const states = drawStates(NOW, promised.length).map((values, index) => ({ id: promised[index] ?? '', values }));
    org.store.update('ConVox_Follow_Up__c', states, org.users.admin);
    insert('ConVox_Follow_Up__c', drawPromises(NOW, org.users.admin.id, calls));
    insert('ConVox_Command__c', drawCommands(NOW, calls, [home, austin]));
    const manager = org.users.acting('divya.menon') ?? org.users.admin;
    for (const [index, moment] of openedAt.entries()) {
        now = () => moment;
        const call = index % 5 === 4 ? undefined : org.store.get('ConVox_Call__c', calls[index * 7] ?? '');
        const row: FieldValues = call ? { Call__c: String(call['Id']), Opened_Day__c: drawnDay(call, moment) } : {};
        org.store.create('ConVox_Recording_Opening__c', [row], index % 3 === 0 ? manager : org.users.admin);
    }
    now = clock;
    return org;
}

const HOUR = 3_600_000;

/** Around the midnights of India and of Los Angeles, a month ago too. */
const openedAt = [-30.5, -30.51, -30.49, -0.5, 0]
    .flatMap((days) => [-13.01, -12.99, -7.51, -7.49, -0.01].map((hours) => NOW + days * 24 * HOUR + hours * HOUR))
    .toSorted((one, other) => one - other);

function setUpAustin(org: Org): string {
    const insert = (object: string, row: FieldValues): string => insertRows(org, object, [row])[0] ?? '';
    const server = insert('ConVox_Server__c', { Name: 'Austin', Code__c: 'austin', Time_Zone__c: 'America/Chicago' });
    const process = insert('ConVox_Process__c', {
        Name: 'Sales in Austin',
        Process_Code__c: 'austin:SALES',
        Server__c: server,
        Answer_Target_Seconds__c: 45
    });
    insert('ConVox_Disposition__c', {
        Name: 'Sold in Austin',
        Code__c: 'SALE',
        Process__c: process,
        Level__c: 1,
        Counts_As__c: 'Contact'
    });
    insert('ConVox_Agent__c', {
        Name: 'Meera Iyer',
        Agent_Code__c: 'austin:AG_ASHA',
        State__c: 'Wrap-Up',
        State_Detail__c: 'austin:SALES',
        State_Since__c: new Date(NOW - 90_000).toISOString(),
        User__c: org.users.admin.id,
        Server__c: server
    });
    return server;
}

/** Some of the numbers that are called, for one of two campaigns or from a list view. */
function handOver({ store, users }: Org, servers: readonly string[]): void {
    const insert = (object: string, rows: readonly FieldValues[]): string[] =>
        insertRows({ store, users }, object, rows);
    const campaigns = insert('Campaign', [{ Name: 'Winter' }, { Name: 'Spring' }]);
    const numbers = Array.from({ length: 60 }, (_, index) => `98111${String(10_000 + index)}`);
    const rows = servers.flatMap((server) =>
        numbers.map((number, index) => ({
            Key__c: listKey(server, 'SALES', 'WARM', number),
            Server__c: server,
            Process_Name__c: 'SALES',
            List_ID__c: 'WARM',
            Phone_Number__c: number,
            Campaign__c: campaigns[index % 3] ?? null,
            Status__c: 'Accepted'
        }))
    );
    insert('ConVox_List_Entry__c', rows);
}
