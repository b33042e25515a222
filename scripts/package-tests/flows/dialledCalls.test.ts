import { callFieldsFromPop } from '#call-record';
import { decodeScreenPop, ranksOfPop } from '#contract';
import type { TestServer } from '../../local/org/externalServices/testServer.ts';
import { openTestServer } from '../../local/org/externalServices/testServer.ts';
import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let server: TestServer;
let org: PackageOrg;

beforeEach(async () => {
    server = await openTestServer();
    org = await openPackageOrg({ convoxUrl: server.url });
    org.create('ConVox_Server__c', {
        Name: 'Austin',
        Code__c: 'austin',
        Dialect__c: 'webService',
        Is_Default__c: true
    });
});
afterEach(async () => {
    org.close();
    await server.close();
});

const IDS = '"CONVOXID":"4543201","CALL_REFERENCE_ID":"austin:17"';

async function dial(reply: string, values: FieldValues = {}) {
    server.respondWith((response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end(reply));
    const commandId = org.create('ConVox_Command__c', {
        Type__c: 'Dial',
        Key__c: `dial-${org.column('ConVox_Command__c', 'Id').length}`,
        Agent_Code__c: 'AG_ASHA',
        Phone_Number__c: '9876543201',
        Ref_No__c: 'REF_000001',
        ...values
    });
    await org.engine.run('ConVox_Send_Command', { commandId }, org.admin);
    return org.read('ConVox_Command__c', commandId);
}

const calls = () => org.column('ConVox_Call__c', 'Id').map((id) => org.read('ConVox_Call__c', String(id)));

const saidOf = (content: string): string => `ACCEPTED CL000 {"STATUS":"CL000","MESSAGE":"Call requested",${content}}`;

test('a dial whose reply names the call begins its row: whom, by whom, under which ids, and no stage', async () => {
    const Contact__c = org.create('Contact', { LastName: 'Nair', Phone: '9876543201' });
    const command = await dial(saidOf(IDS), { Contact__c });
    expect(calls()).toMatchObject([
        {
            Id: command['Call__c'],
            Call_Reference__c: 'austin:17',
            ConVox_ID__c: '4543201',
            Agent_Code__c: 'AG_ASHA',
            Customer_Number__c: '9876543201',
            Phone_Key__c: '9876543201',
            Direction__c: 'Outbound',
            Contact__c,
            Started_At__c: command['Requested_At__c'],
            Start_Day__c: command['Requested_Day__c'],
            Status__c: null,
            Connected_Calls__c: 0
        }
    ]);
    expect(command).toMatchObject({ Status__c: 'Accepted', Error__c: null });
});

test('the pop of that call meets its row, and what it says counts', async () => {
    await dial(saidOf(IDS));
    const pop = decodeScreenPop([
        ['AgentID', 'AG_ASHA'],
        ['CallerID', '9876543201'],
        ['CallReferenceID', '17'],
        ['ConVoxServer', 'austin'],
        ['ConvoxID', '4543299'],
        ['Process', 'SALES']
    ]);
    if (!pop.ok) {
        throw new Error('The pop is not understood');
    }
    const poppedAt = '2026-03-02T10:00:09.000Z';
    const [{ Id: id } = {}] = calls();
    const said = callFieldsFromPop(pop.value, {
        poppedAt,
        payload: '{}',
        ranks: ranksOfPop(pop.value, Date.parse(poppedAt))
    });
    org.update('ConVox_Call__c', String(id), said);
    expect(calls()).toMatchObject([
        {
            Call_Reference__c: 'austin:17',
            ConVox_ID__c: '4543299',
            Direction__c: 'Outbound',
            Process_Name__c: 'austin:SALES',
            Started_At__c: poppedAt,
            Status__c: 'In Progress'
        }
    ]);
});

test('a call that a pop has begun already stays as it is, and the command names it', async () => {
    const Id = org.create('ConVox_Call__c', { Call_Reference__c: 'austin:17', Status__c: 'In Progress', DID__c: '40' });
    const command = await dial(saidOf(IDS));
    expect(command['Call__c']).toBe(Id);
    expect(calls()).toMatchObject([{ Id, Status__c: 'In Progress', DID__c: '40', ConVox_ID__c: null }]);
});

test.each([
    ['names none', 'ACCEPTED CL000 CL000 - request accepted'],
    ['names it with nothing', saidOf('"CONVOXID":"","CALL_REFERENCE_ID":""')],
    ['names the caller alone', saidOf('"CONVOXID":"4543201"')],
    ['quotes a name in words', 'ACCEPTED CL000 {"MESSAGE":"\\"CALL_REFERENCE_ID\\":\\"17\\""}'],
    ['names what is no reference', saidOf('"CALL_REFERENCE_ID":"<b>17</b>"')],
    ['names one that is too long', saidOf(`"CALL_REFERENCE_ID":"${'1'.repeat(65)}"`)],
    ['refuses', `REFUSED CL006 {"STATUS":"CL006",${IDS}}`]
])('a dial whose reply %s begins no call', async (_what, reply) => {
    const command = await dial(reply);
    expect([calls(), command['Call__c'], command['Error__c']]).toEqual([[], null, null]);
});

test('a dial that became a call cannot become another', async () => {
    const { Id, Call__c } = await dial(saidOf(IDS));
    const other = org.create('ConVox_Call__c', { Call_Reference__c: 'austin:18' });
    expect(Call__c).not.toBeNull();
    expect(() => org.update('ConVox_Command__c', String(Id), { Call__c: other })).toThrow('cannot be changed');
});

const STARTED = '2026-03-02T10:00:00.000Z';
const NOT_ANSWERED: FieldValues = {
    Call_Reference__c: 'austin:40',
    Customer_Number__c: '9876543201',
    Direction__c: 'Outbound',
    Call_Mode__c: 'MANUAL',
    Status__c: 'Not Connected',
    Started_At__c: STARTED
};

/** An agent's dial of this number, so many seconds after the minute in which the call began. */
function dialled(seconds: number, values: FieldValues = {}): void {
    org.create('ConVox_Command__c', {
        Type__c: 'Dial',
        Key__c: `dial-${seconds}`,
        Agent_Code__c: 'AG_ASHA',
        Phone_Number__c: '9876543201',
        Ref_No__c: 'REF_000001',
        Status__c: 'Unknown',
        Requested_At__c: new Date(Date.parse(STARTED) + seconds * 1000).toISOString(),
        ...values
    });
}

test('a call that nobody answered, and of which ConVox names no agent, is that of the agent who dialled it last', () => {
    const [userId = null] = org.column('User', 'Id');
    org.create('ConVox_Agent__c', { Name: 'Asha', Agent_Code__c: 'AG_ASHA', User__c: userId, Is_Active__c: true });
    dialled(-90, { Agent_Code__c: 'AG_RAVI' });
    dialled(-5);
    org.create('ConVox_Call__c', NOT_ANSWERED);
    expect(calls()).toMatchObject([{ Agent_Code__c: 'AG_ASHA', Agent__c: userId, OwnerId: userId }]);
});

test.each<[string, number, FieldValues, FieldValues]>([
    ['was dialled long before', -181, {}, {}],
    ['was dialled after it', 61, {}, {}],
    ['was refused to the agent', -5, { Status__c: 'Refused' }, {}],
    ['had another number', -5, { Phone_Number__c: '9876543202' }, {}],
    ['was ended, not dialled', -5, { Type__c: 'Close', ConVox_ID__c: '7', Disposition__c: 'DONE' }, {}],
    ['came in', -5, {}, { Direction__c: 'Inbound' }],
    ['was dialled by ConVox itself', -5, {}, { Call_Mode__c: 'Predictive' }],
    ['began nobody knows when', -5, {}, { Started_At__c: null }],
    ['has no number', -5, {}, { Customer_Number__c: null }]
])('a call without an agent that %s has none', (_what, seconds, command, call) => {
    dialled(seconds, command);
    org.create('ConVox_Call__c', { ...NOT_ANSWERED, ...call });
    expect(calls()).toMatchObject([{ Agent_Code__c: null }]);
});

test('an agent whom ConVox names stays', () => {
    dialled(-5);
    org.create('ConVox_Call__c', { ...NOT_ANSWERED, Agent_Code__c: 'AG_RAVI' });
    expect(calls()).toMatchObject([{ Agent_Code__c: 'AG_RAVI' }]);
});
