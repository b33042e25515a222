import { replyCases } from '../../../force-app/main/contract/lwc/convoxContract/__tests__/data/replies.ts';
import type { TestServer } from '../../local/org/externalServices/testServer.ts';
import { openTestServer } from '../../local/org/externalServices/testServer.ts';
import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg, PackageOrgOptions } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let server: TestServer;
let org: PackageOrg;
beforeAll(async () => {
    server = await openTestServer();
});
afterAll(() => server.close());

async function open(serverValues: FieldValues = {}, options: PackageOrgOptions = {}): Promise<void> {
    server.received.length = 0;
    org = await openPackageOrg({ convoxUrl: server.url, ...options });
    org.create('ConVox_Server__c', { Name: 'Main', Dialect__c: 'sheet', Is_Default__c: true, ...serverValues });
}

const CLOSE = {
    Type__c: 'Close',
    Key__c: 'close-1',
    Agent_Code__c: 'AG_ASHA',
    ConVox_ID__c: '1000001',
    Disposition__c: 'CALLBACK',
    Mobile_Number__c: '9876543201',
    Set_Follow_Up__c: 'Y',
    Callback_Date__c: '2026-03-03',
    Callback_Hours__c: '14',
    Callback_Minutes__c: '30'
};

const DIAL = {
    Type__c: 'Dial',
    Key__c: 'dial-1',
    Agent_Code__c: 'AG_ASHA',
    Phone_Number__c: '9876543201',
    Ref_No__c: 'REF_000001'
};

async function send(values: FieldValues) {
    const commandId = org.create('ConVox_Command__c', values);
    const result = await org.engine.run('ConVox_Send_Command', { commandId }, org.admin);
    return { result, command: org.read('ConVox_Command__c', commandId), commandId };
}

const STATUS = { accepted: 'Accepted', refused: 'Refused', unknown: 'Unknown' } as const;

/** A fault hides the words of ConVox, so that what came of the command is not known. */
describe.each(['output', 'fault'] as const)(
    'the reply table, where an HTTP status of failure is a flow’s %s',
    (errorStatus) => {
        beforeAll(() => open({}, { errorStatus }));
        afterAll(() => org.close());

        test.each(replyCases.map((replyCase) => [replyCase.name, replyCase] as const))(
            '%s',
            async (_name, replyCase) => {
                server.received.length = 0;
                const [serverId = ''] = org.column('ConVox_Server__c', 'Id').map(String);
                org.update('ConVox_Server__c', serverId, { Words_of_Success__c: replyCase.wordsOfSuccess ?? null });
                server.respondWith((response) => {
                    if (replyCase.httpStatus === 0) {
                        response.destroy();
                    } else {
                        response
                            .writeHead(replyCase.httpStatus, { 'Content-Type': 'text/plain; charset=UTF-8' })
                            .end(replyCase.text);
                    }
                });
                const isHidden = errorStatus === 'fault' && replyCase.httpStatus !== 200;
                const { outcome, code } = isHidden ? { outcome: 'unknown' as const, code: '' } : replyCase;
                const { result, command } = await send({ ...CLOSE, Key__c: replyCase.name });
                expect(result.status).toBe('Finished');
                expect(result.outputs).toMatchObject({ status: STATUS[outcome] });
                expect([command['Status__c'], command['Reply_Code__c']]).toEqual([STATUS[outcome], code || null]);
                expect(server.received).toHaveLength(1);
            }
        );
    }
);

const form = (body: string) => [...new URLSearchParams(body)];

describe('a command', () => {
    afterEach(() => org.close());

    test("a close leaves as the sheet's nine parameters in a form", async () => {
        await open({ Close_Method__c: 'POST' });
        server.respondWith((response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end('SUCCESS'));
        const { command } = await send(CLOSE);
        expect(server.received).toMatchObject([{ method: 'POST', url: '/ConVoxCCS/Agent/callcontrol_api.php' }]);
        expect(Object.fromEntries(form(server.received[0]?.body ?? ''))).toEqual({
            ACTION: 'CLOSE',
            agent_id: 'AG_ASHA',
            convoxid: '1000001',
            disposition: 'CALLBACK',
            mobile_number: '9876543201',
            set_followUp: 'Y',
            callback_date: '2026-03-03',
            callback_hrs: '14',
            callback_mins: '30'
        });
        expect(command).toMatchObject({
            Status__c: 'Accepted',
            Reply__c: 'SUCCESS',
            Response_Code__c: 200,
            Requested_At__c: '2026-03-02T10:00:00.000Z',
            Answered_At__c: '2026-03-02T10:00:00.000Z'
        });
    });

    test.each([
        ['ended by this agent', 'AG_ASHA', 'RESOLVED', 'Refused'],
        ['not ended', 'AG_ASHA', null, 'Accepted'],
        ['ended by another agent, who had it before', 'AG_RAVI', 'RESOLVED', 'Accepted']
    ])('the end of a call that is %s', async (_name, Agent_Code__c, Disposition__c, expected) => {
        await open();
        server.respondWith((response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end('SUCCESS'));
        const Call__c = org.create('ConVox_Call__c', { Call_Reference__c: 'R1', Agent_Code__c, Disposition__c });
        const { result, command } = await send({ ...CLOSE, Call__c });
        expect(result.outputs).toMatchObject({ status: expected });
        expect(server.received).toHaveLength(expected === 'Accepted' ? 1 : 0);
        expect(command['Error__c']).toBe(
            expected === 'Accepted' ? null : 'This call has ended with RESOLVED already. Nothing was sent.'
        );
    });

    test('a close leaves what there is nothing to say about blank, and GET puts all into the address', async () => {
        await open({ Close_Method__c: 'GET' });
        await send({
            ...CLOSE,
            Mobile_Number__c: null,
            Set_Follow_Up__c: 'N',
            Callback_Date__c: null,
            Callback_Hours__c: null,
            Callback_Minutes__c: null
        });
        const [request] = server.received;
        expect(request?.method).toBe('GET');
        expect(Object.fromEntries(new URL(request?.url ?? '', server.url).searchParams)).toEqual({
            ACTION: 'CLOSE',
            agent_id: 'AG_ASHA',
            convoxid: '1000001',
            disposition: 'CALLBACK',
            mobile_number: '',
            set_followUp: 'N',
            callback_date: '',
            callback_hrs: '',
            callback_mins: ''
        });
    });

    test.each([
        [
            {},
            'GET',
            '/ConVoxCCS/Agent/bridge.php',
            { ACTION: 'CALL', user: 'AG_ASHA', phone_number: '9876543201', refno: 'REF_000001' }
        ],
        [
            {
                Dial_Method__c: 'POST',
                Dial_Script__c: 'click2call.php',
                Dial_Action__c: 'DIAL',
                Dial_Agent_Parameter__c: 'agent_id',
                Dial_Number_Parameter__c: 'mobile_number',
                Dial_Prefix__c: '0'
            },
            'POST',
            '/ConVoxCCS/Agent/click2call.php',
            { ACTION: 'DIAL', agent_id: 'AG_ASHA', mobile_number: '09876543201', refno: 'REF_000001' }
        ],
        [
            { Dial_Agent_Parameter__c: 'userid' },
            'GET',
            '/ConVoxCCS/Agent/bridge.php',
            { ACTION: 'CALL', userid: 'AG_ASHA', phone_number: '9876543201', refno: 'REF_000001' }
        ]
    ])("a dial follows the server's settings %j", async (settings, method, path, parameters) => {
        await open(settings);
        await send(DIAL);
        const [request] = server.received;
        const url = new URL(request?.url ?? '', server.url);
        const sent = method === 'GET' ? [...url.searchParams] : form(request?.body ?? '');
        expect([request?.method, url.pathname]).toEqual([method, path]);
        expect(Object.fromEntries(sent)).toEqual(parameters);
    });

    const sheets = { ACTION: 'CLOSE', agent_id: 'AG_ASHA', convoxid: '1000001', disposition: 'CALLBACK' };
    const known = { CallReferenceID: 'austin:R1', Process: 'SALES' };

    test.each([
        ['a server with a code', { Code__c: 'austin', Dialect__c: 'rest' }, 'austin', { ...known, Method: 'POST' }],
        ['one without that speaks REST', { Dialect__c: 'rest' }, 'default', { ...known, Method: 'POST' }],
        ['one that takes the sheet by GET', { Code__c: 'pune', Close_Method__c: 'GET' }, 'pune', { Method: 'GET' }]
    ])(
        'the end of a call at %s goes to the gateway with what the server may want to know',
        async (_name, settings, code, beside) => {
            await open(settings);
            const Call__c = org.create('ConVox_Call__c', { Call_Reference__c: 'austin:R1', Process_Name__c: 'SALES' });
            await send({ ...CLOSE, Call__c });
            expect(server.received).toMatchObject([
                { method: 'POST', url: `/servers/${code}/ConVoxCCS/Agent/callcontrol_api.php` }
            ]);
            expect(Object.fromEntries(form(server.received[0]?.body ?? ''))).toMatchObject({ ...sheets, ...beside });
        }
    );

    test('the end of a call that is not known goes to the gateway, too, which says what the server wants', async () => {
        await open({ Code__c: 'austin', Dialect__c: 'rest' });
        await send(CLOSE);
        expect(server.received).toHaveLength(1);
        expect(Object.fromEntries(form(server.received[0]?.body ?? ''))).not.toHaveProperty('CallReferenceID');
    });

    test('a dial at a server with a code goes below it, to the script that its record names', async () => {
        await open({ Code__c: 'austin', Dialect__c: 'webService', Dial_Prefix__c: '0' });
        await send(DIAL);
        expect(server.received).toMatchObject([{ method: 'POST', url: '/servers/austin/ConVoxCCS/Agent/bridge.php' }]);
        expect(Object.fromEntries(form(server.received[0]?.body ?? ''))).toEqual({
            ACTION: 'CALL',
            user: 'AG_ASHA',
            phone_number: '09876543201',
            refno: 'REF_000001',
            Method: 'GET'
        });
    });

    test('a command goes to the server that it names, not to the default one', async () => {
        await open();
        const Server__c = org.create('ConVox_Server__c', { Name: 'Austin', Code__c: 'austin', Dialect__c: 'rest' });
        await send({ ...DIAL, Server__c, Agent_Code__c: 'austin:AG_ASHA' });
        expect(server.received.map(({ url }) => url)).toEqual(['/servers/austin/ConVoxCCS/Agent/bridge.php']);
    });

    test('no answer in time is unknown, and says what to do', async () => {
        await open({}, { timeoutMilliseconds: 50 });
        server.respondWith(() => undefined);
        const { command, result } = await send(DIAL);
        expect(command).toMatchObject({ Status__c: 'Unknown', Reply_Code__c: null });
        expect(command['Error__c']).toMatch(/timed out/i);
        expect(result.outputs['errorMessage']).toBeTruthy();
    });

    test.each(['Accepted', 'Refused', 'Unknown'])('a command that is %s already is not sent again', async (status) => {
        await open();
        const { result } = await send({ ...CLOSE, Status__c: status });
        expect(server.received).toEqual([]);
        expect(result).toMatchObject({ status: 'Finished', outputs: { status } });
    });

    test('running the flow twice sends once', async () => {
        await open();
        server.respondWith((response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end('SUCCESS'));
        const { commandId } = await send(CLOSE);
        await org.engine.run('ConVox_Send_Command', { commandId }, org.admin);
        expect(server.received).toHaveLength(1);
    });

    test('a command that does not exist, or no server at all, ends in words', async () => {
        await open({ Is_Default__c: false });
        const missing = await org.engine.run('ConVox_Send_Command', { commandId: 'a005g0000000099AAA' }, org.admin);
        expect(missing.outputs['errorMessage']).toBeTruthy();
        const { result } = await send(CLOSE);
        expect(result.outputs['errorMessage']).toBeTruthy();
        expect(server.received).toEqual([]);
    });
});

const HOLD = { Type__c: 'Hold', Key__c: 'hold-1', Agent_Code__c: 'AG_ASHA', Ref_No__c: 'REF_000001' };
const TRANSFER = {
    ...HOLD,
    Type__c: 'TransferToQueue',
    Target__c: 'SALES_QUEUE',
    ConVox_ID__c: '1000001',
    Disposition__c: 'TRANSFERRED',
    Mobile_Number__c: '9876543201'
};
const NOT_NAMED = 'The record of this ConVox server does not say that it supports';
const SHEET = 'This ConVox server speaks the dialect sheet, which knows no';
const SUPPORTED = { Code__c: 'austin', Dialect__c: 'rest', Supports__c: 'Hold, TransferToQueue' };

describe('what an agent asks for', () => {
    afterEach(() => org.close());

    const answer = (text: string): void =>
        server.respondWith((response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end(text));

    test('goes to the gateway as it is called there, with its reference', async () => {
        await open(SUPPORTED);
        answer('ACCEPTED - LO000 Done');
        const { command } = await send(HOLD);
        expect(server.received).toMatchObject([
            { method: 'POST', url: '/servers/austin/ConVoxCCS/Agent/callcontrol_api.php' }
        ]);
        expect(Object.fromEntries(form(server.received[0]?.body ?? ''))).toMatchObject({
            ACTION: 'Hold',
            agent_id: 'AG_ASHA',
            refno: 'REF_000001'
        });
        expect(command).toMatchObject({ Status__c: 'Accepted', Reply_Code__c: null, Reply__c: 'LO000 Done' });
    });

    test('goes out once, whatever the answer', async () => {
        await open(SUPPORTED);
        answer('UNKNOWN - ConVox did not answer in time: the command may have arrived');
        const { command, commandId } = await send(HOLD);
        expect(command).toMatchObject({ Status__c: 'Unknown' });
        await org.engine.run('ConVox_Send_Command', { commandId }, org.admin);
        expect(server.received).toHaveLength(1);
    });

    test.each<[string, FieldValues, string]>([
        ['does not name it', { ...SUPPORTED, Supports__c: 'Ready, Resume' }, NOT_NAMED],
        ['names nothing', { ...SUPPORTED, Supports__c: null }, NOT_NAMED],
        ['speaks the sheet without a gateway', { Supports__c: 'Hold' }, SHEET],
        ['speaks the sheet through the gateway', { ...SUPPORTED, Dialect__c: 'sheet' }, SHEET]
    ])('is not sent where the server’s record %s, and the command says so', async (_, settings, why) => {
        await open(settings);
        const { command } = await send(HOLD);
        expect(server.received).toEqual([]);
        expect(command).toMatchObject({
            Status__c: 'Refused',
            Error__c: `${why} Hold. Nothing was sent to ConVox.`
        });
    });

    test('is refused by ConVox with its code', async () => {
        await open(SUPPORTED);
        answer('REFUSED GE010 This API is not enabled');
        expect((await send(HOLD)).command).toMatchObject({ Status__c: 'Refused', Reply_Code__c: 'GE010' });
    });

    test('hands a call on with what the server wants to know of it, and the call is disposed of', async () => {
        await open(SUPPORTED);
        answer('ACCEPTED EC000 Done');
        const Call__c = org.create('ConVox_Call__c', {
            Call_Reference__c: 'austin:R1',
            Process_Name__c: 'SUPPORT',
            Agent_Code__c: 'AG_ASHA'
        });
        await send({ ...TRANSFER, Call__c });
        expect(Object.fromEntries(form(server.received[0]?.body ?? ''))).toMatchObject({
            ACTION: 'TransferToQueue',
            target: 'SALES_QUEUE',
            convoxid: '1000001',
            CallReferenceID: 'austin:R1',
            Process: 'SUPPORT',
            disposition: 'TRANSFERRED',
            mobile_number: '9876543201'
        });
        expect(org.read('ConVox_Call__c', Call__c)).toMatchObject({
            Status__c: 'Disposed',
            Disposition__c: 'TRANSFERRED'
        });
    });

    test.each([
        ['Close', 'TransferToQueue'],
        ['TransferToQueue', 'Close']
    ])('leaves a call with what the agent closed it with, where %s and then %s are accepted late', async (...types) => {
        await open(SUPPORTED);
        const Call__c = org.create('ConVox_Call__c', { Call_Reference__c: 'austin:R1', Agent_Code__c: 'AG_ASHA' });
        const commands = types.map((Type__c) => {
            const ended = Type__c === 'Close' ? { ...CLOSE, Disposition__c: 'SALE' } : TRANSFER;
            return org.create('ConVox_Command__c', {
                ...ended,
                Type__c,
                Call__c,
                Key__c: Type__c,
                Status__c: 'Unknown'
            });
        });
        commands.forEach((id) => org.update('ConVox_Command__c', id, { Status__c: 'Accepted' }));
        expect(org.read('ConVox_Call__c', Call__c)).toMatchObject({ Status__c: 'Disposed', Disposition__c: 'SALE' });
    });

    test('hands a call on that another agent had ended before', async () => {
        await open(SUPPORTED);
        const Call__c = org.create('ConVox_Call__c', { Call_Reference__c: 'austin:R1', Agent_Code__c: 'AG_ASHA' });
        const end = { ...CLOSE, Agent_Code__c: 'AG_RAVI', Disposition__c: 'SALE', Call__c };
        org.create('ConVox_Command__c', { ...end, Key__c: 'his', Status__c: 'Accepted' });
        org.create('ConVox_Command__c', { ...TRANSFER, Call__c, Key__c: 'hers', Status__c: 'Accepted' });
        expect(org.read('ConVox_Call__c', Call__c)['Disposition__c']).toBe('TRANSFERRED');
    });

    test('about a call that has ended is not sent: it would be about the next one', async () => {
        await open(SUPPORTED);
        const Call__c = org.create('ConVox_Call__c', {
            Call_Reference__c: 'R1',
            Agent_Code__c: 'AG_ASHA',
            Disposition__c: 'RESOLVED'
        });
        expect((await send({ ...HOLD, Call__c })).command).toMatchObject({ Status__c: 'Refused' });
        expect(server.received).toEqual([]);
    });
});
