import type { FieldValues, OrgRecord } from '../org/records.ts';
import type { PackagedOrg } from './packagedOrg.ts';
import { openPackagedOrg } from './packagedOrg.ts';

let org: PackagedOrg;
let commands = 0;

beforeAll(async () => {
    org = await openPackagedOrg();
});
beforeEach(() => {
    org.startAfresh();
    setServer(DEFAULT_SERVER);
});
afterAll(() => org.close());

const DEFAULT_SERVER = {
    Dialect__c: 'sheet',
    Close_Method__c: 'POST',
    Dial_Method__c: 'GET',
    Dial_Script__c: 'bridge.php',
    Dial_Agent_Parameter__c: 'user',
    Dial_Number_Parameter__c: 'phone_number',
    Dial_Prefix__c: null,
    Is_Default__c: true
};

const CLOSE = {
    Type__c: 'Close',
    Agent_Code__c: 'AG_ASHA',
    ConVox_ID__c: '1000001',
    Disposition__c: 'CALLBACK',
    Mobile_Number__c: '9876543201',
    Set_Follow_Up__c: 'Y',
    Callback_Date__c: '2026-11-23',
    Callback_Hours__c: '11',
    Callback_Minutes__c: '05'
};
const DIAL = { Type__c: 'Dial', Agent_Code__c: 'AG_ASHA', Phone_Number__c: '9876543201', Ref_No__c: 'SF_0000001' };
const CLOSE_PATH = '/ConVoxCCS/Agent/callcontrol_api.php';

function newCommand(values: FieldValues): string {
    commands += 1;
    const [id = ''] = org.create('ConVox_Command__c', { Key__c: `key ${commands}`, ...values });
    return id;
}

const command = (id: string): OrgRecord => org.get('ConVox_Command__c', id);

function setServer(values: FieldValues): void {
    const [server] = org.find('ConVox_Server__c', 'Name', 'ConVox Mumbai');
    org.update('ConVox_Server__c', String(server?.Id), values);
}

describe('ending a call', () => {
    const sheet = {
        ACTION: 'CLOSE',
        agent_id: 'AG_ASHA',
        convoxid: '1000001',
        disposition: 'CALLBACK',
        mobile_number: '9876543201',
        set_followUp: 'Y',
        callback_date: '2026-11-23',
        callback_hrs: '11',
        callback_mins: '05'
    };

    test.each(['POST', 'GET'])('by %s sends exactly the parameters of the sheet', async (method) => {
        setServer({ Close_Method__c: method });
        org.answer('{"STATUS":"EC000","MESSAGE":"Call closed"}');
        const id = newCommand(CLOSE);
        const outputs = await org.send(id);
        expect(outputs).toMatchObject({ status: 'Accepted', replyCode: 'EC000' });
        expect(org.received).toMatchObject([{ method, path: CLOSE_PATH, gatewayKey: 'key-of-the-test' }]);
        expect(Object.fromEntries(org.received[0]?.parameters ?? [])).toEqual(sheet);
        expect(org.received[0]?.parameters).toHaveLength(9);
        expect(command(id)).toMatchObject({
            Status__c: 'Accepted',
            Reply_Code__c: 'EC000',
            Reply__c: '{"STATUS":"EC000","MESSAGE":"Call closed"}',
            Response_Code__c: 200,
            Error__c: null
        });
        expect(command(id).Answered_At__c).not.toBeNull();
    });

    test('without a follow-up leaves its three parameters out', async () => {
        const none = { Callback_Date__c: null, Callback_Hours__c: null, Callback_Minutes__c: null };
        await org.send(newCommand({ ...CLOSE, ...none, Set_Follow_Up__c: 'N' }));
        expect(org.received[0]?.parameters.map(([name]) => name).filter((name) => name.startsWith('callback'))).toEqual(
            []
        );
        expect(org.received[0]?.parameters).toContainEqual(['set_followUp', 'N']);
    });

    test('writes the disposition to the call once ConVox has accepted it', async () => {
        const [callId = ''] = org.create('ConVox_Call__c', { Call_Reference__c: 'R1', Status__c: 'In Progress' });
        org.answer('SUCCESS');
        await org.send(newCommand({ ...CLOSE, Call__c: callId }));
        expect(org.get('ConVox_Call__c', callId)).toMatchObject({ Disposition__c: 'CALLBACK', Status__c: 'Disposed' });
    });

    test('leaves the call alone when ConVox refuses', async () => {
        const [callId = ''] = org.create('ConVox_Call__c', { Call_Reference__c: 'R2', Status__c: 'In Progress' });
        org.answer('{"STATUS":"EC001","MESSAGE":"Invalid disposition"}');
        const id = newCommand({ ...CLOSE, Call__c: callId });
        expect(await org.send(id)).toMatchObject({ status: 'Refused', replyCode: 'EC001' });
        expect(command(id)).toMatchObject({ Status__c: 'Refused', Reply_Code__c: 'EC001' });
        expect(org.get('ConVox_Call__c', callId)).toMatchObject({ Disposition__c: null, Status__c: 'In Progress' });
    });
});

describe('click to call', () => {
    test.each([
        ['GET', 'user', 'phone_number'],
        ['GET', 'agent_id', 'mobile_number'],
        ['POST', 'userid', 'phone_number']
    ])('by %s names the agent %s and the number %s', async (method, agentParameter, numberParameter) => {
        setServer({
            Dial_Method__c: method,
            Dial_Agent_Parameter__c: agentParameter,
            Dial_Number_Parameter__c: numberParameter,
            Dial_Script__c: 'dial.php',
            Dial_Prefix__c: '0'
        });
        org.answer('{"STATUS":"CL000"}');
        expect(await org.send(newCommand(DIAL))).toMatchObject({ status: 'Accepted', replyCode: 'CL000' });
        expect(org.received).toMatchObject([{ method, path: '/ConVoxCCS/Agent/dial.php' }]);
        expect(Object.fromEntries(org.received[0]?.parameters ?? [])).toEqual({
            ACTION: 'CALL',
            [agentParameter]: 'AG_ASHA',
            [numberParameter]: '09876543201',
            refno: 'SF_0000001'
        });
    });

    test('with a server as it is created uses the defaults of the sheet', async () => {
        const [serverId = ''] = org.create('ConVox_Server__c', { Name: 'Nagpur' });
        await org.send(newCommand({ ...DIAL, Server__c: serverId }));
        expect(org.received).toMatchObject([{ method: 'GET', path: '/ConVoxCCS/Agent/bridge.php' }]);
        expect(Object.fromEntries(org.received[0]?.parameters ?? [])).toEqual({
            ACTION: 'CALL',
            user: 'AG_ASHA',
            phone_number: '9876543201',
            refno: 'SF_0000001'
        });
    });
});

describe('a command goes out once', () => {
    test('a second run gives the stored result and sends nothing', async () => {
        org.answer('{"STATUS":"EC012","MESSAGE":"Nothing to close"}');
        const id = newCommand(CLOSE);
        const first = await org.send(id);
        expect(await org.send(id)).toMatchObject({ status: 'Refused', replyCode: 'EC012', reply: first.reply });
        expect(org.received).toHaveLength(1);
    });

    test('an unknown one is not sent again either', async () => {
        org.hangUp();
        const id = newCommand(DIAL);
        expect(await org.send(id)).toMatchObject({ status: 'Unknown' });
        expect(await org.send(id)).toMatchObject({ status: 'Unknown' });
        expect(org.received).toHaveLength(1);
    });

    test('a requested one goes out in the background', async () => {
        org.answer('EC000');
        const id = newCommand({ ...CLOSE, Status__c: 'Requested' });
        expect(org.received).toHaveLength(0);
        await org.org.settle();
        expect(command(id)).toMatchObject({ Status__c: 'Accepted', Reply_Code__c: 'EC000' });
        await org.org.settle();
        expect(org.received).toHaveLength(1);
    });
});

describe('what goes wrong is said in words', () => {
    test.each([
        ['a server error', 500, 'Internal Server Error'],
        ['a page that is not there', 404, 'Not Found']
    ])('%s leaves the result unknown', async (_name, status, body) => {
        org.answer(body, { status });
        const id = newCommand(CLOSE);
        const outputs = await org.send(id);
        expect(outputs).toMatchObject({ status: 'Unknown' });
        expect(String(outputs.errorMessage)).toContain('Check in ConVox whether the order was carried out');
        expect(command(id)).toMatchObject({ Status__c: 'Unknown', Reply_Code__c: null });
        expect(command(id).Error__c).not.toBeNull();
    });

    test('a refusal behind HTTP 400 is still a refusal', async () => {
        org.answer('{"STATUS":"EC014","MESSAGE":"date missing"}', { status: 400 });
        expect(await org.send(newCommand(CLOSE))).toMatchObject({ status: 'Refused', replyCode: 'EC014' });
    });

    test('an answer in HTML is read', async () => {
        org.answer('<html><body><pre>{"STATUS":"EC003"}</pre></body></html>', { contentType: 'text/html' });
        expect(await org.send(newCommand(CLOSE))).toMatchObject({ status: 'Refused', replyCode: 'EC003' });
    });

    test('without a server record nothing is sent, and the admin learns what to do', async () => {
        setServer({ Is_Default__c: false });
        const id = newCommand(CLOSE);
        const outputs = await org.send(id);
        expect(outputs).toMatchObject({ status: 'Refused' });
        expect(String(outputs.errorMessage)).toContain('No ConVox server is set up');
        expect(command(id)).toMatchObject({ Status__c: 'Refused', Requested_At__c: null });
        expect(org.received).toHaveLength(0);
    });

    test('a dialect that is not built yet is refused', async () => {
        setServer({ Dialect__c: 'rest' });
        expect(await org.send(newCommand(CLOSE))).toMatchObject({ status: 'Refused' });
        expect(org.received).toHaveLength(0);
    });

    test('the server a command names wins over the default', async () => {
        const [serverId = ''] = org.create('ConVox_Server__c', { Name: 'Pune', Close_Method__c: 'GET' });
        await org.send(newCommand({ ...CLOSE, Server__c: serverId }));
        expect(org.received).toMatchObject([{ method: 'GET' }]);
    });

    test('an id that leads to nothing is said to', async () => {
        const outputs = await org.send('a00000000000000AAA');
        expect(outputs).toMatchObject({ status: 'Refused' });
        expect(String(outputs.errorMessage)).toContain('was not found');
    });
});
