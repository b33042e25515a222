import { encodeCloseCall, encodeDial, readReply } from '#contract';
import type { CloseCall } from '#contract';
import { AGENT_ASHA, AGENT_RAVI, KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { startTestConvox } from './testConvox.ts';
import type { TestConvox } from './testConvox.ts';

const CLOSE_PATH = '/ConVoxCCS/Agent/callcontrol_api.php';
const DIAL_PATH = '/ConVoxCCS/Agent/bridge.php';

let server: TestConvox;

beforeEach(async () => {
    server = await startTestConvox({ doNotCall: ['9000000099'] });
});

afterEach(() => server.close());

async function onCall(): Promise<CloseCall> {
    await server.post('/scenarios/knownCaller', { answer: true });
    server.time.pass(1000);
    const convoxId = server.convox.switchboard.line(AGENT_ASHA)?.agent.call?.convoxId ?? '';
    return { agentCode: AGENT_ASHA, convoxId, disposition: 'SALE', mobileNumber: KNOWN_CALLER_NUMBER };
}

function get(path: string, parameters: [string, string][]): Promise<Response> {
    return fetch(`${server.url}${path}?${new URLSearchParams(parameters).toString()}`);
}

function postForm(path: string, parameters: [string, string][]): Promise<Response> {
    return fetch(server.url + path, { method: 'POST', body: new URLSearchParams(parameters) });
}

async function code(response: Response): Promise<string> {
    expect(response.status).toBe(200);
    return readReply(await response.text(), response.status).code;
}

const withFollowUp = (date: string, hours = '11', minutes = '30'): Partial<CloseCall> => ({
    followUp: { date, hours, minutes }
});

test('the log holds exactly what was sent, in order, for both methods and spellings', async () => {
    const close = await onCall();
    const parameters = encodeCloseCall({ ...close, ...withFollowUp('2026-12-01') }, 'post');
    await postForm(CLOSE_PATH, parameters);
    await get(CLOSE_PATH, encodeCloseCall(close));
    const log: unknown = await (await fetch(`${server.url}/log`)).json();
    expect(log).toMatchObject([
        { kind: 'pop' },
        {
            kind: 'callcontrol',
            method: 'POST',
            path: CLOSE_PATH,
            contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
            parameters: [
                ['ACTION', 'CLOSE'],
                ['agent_id', AGENT_ASHA],
                ['Convoxid', close.convoxId],
                ['Disposition', 'SALE'],
                ['mobile number', KNOWN_CALLER_NUMBER],
                ['set_followUp', 'Y'],
                ['callback_date', '2026-12-01'],
                ['callback_hrs', '11'],
                ['callback_mins', '30']
            ],
            agentCode: AGENT_ASHA,
            status: 200,
            reply: 'Call closed successfully',
            delivery: 'atOnce'
        },
        { kind: 'callcontrol', method: 'GET', contentType: '', parameters: encodeCloseCall(close) }
    ]);
});

test.each<[string, Partial<CloseCall>, string]>([
    ['another call', { convoxId: '4999999' }, 'EC003'],
    ['an unknown agent', { agentCode: 'AG_NOBODY' }, 'EC022'],
    ['an agent without a call', { agentCode: AGENT_RAVI }, 'EC012'],
    ['a disposition of no process', { disposition: 'NEVER_HEARD' }, 'EC001'],
    ['no disposition', { disposition: '' }, 'EC001'],
    ['no agent', { agentCode: '' }, 'EC004'],
    ['an agent with a hyphen', { agentCode: 'AG-ASHA' }, 'EC021'],
    ['a number that is too short', { mobileNumber: '98765' }, 'EC005'],
    ['no number although there is one', { mobileNumber: '' }, 'EC006'],
    ['a follow-up without a date', withFollowUp(''), 'EC014'],
    ['a follow-up without hours', withFollowUp('2026-12-01', ''), 'EC015'],
    ['a follow-up without minutes', withFollowUp('2026-12-01', '11', ''), 'EC016'],
    ['a follow-up on the 31st of February', withFollowUp('2027-02-31'), 'EC017'],
    ['a follow-up at 24 hours', withFollowUp('2026-12-01', '24'), 'EC018'],
    ['a follow-up at 60 minutes', withFollowUp('2026-12-01', '11', '60'), 'EC019'],
    // 05:30 UTC of the test's clock is 11:00 in India.
    ['a follow-up at this very minute', withFollowUp('2026-11-22', '11', '00'), 'EC020']
])('a close with %s is refused', async (_, changes, expected) => {
    const close = await onCall();
    expect(await code(await get(CLOSE_PATH, encodeCloseCall({ ...close, ...changes })))).toBe(expected);
    expect(server.convox.switchboard.line(AGENT_ASHA)?.agent.state).toBe('ONCALL');
});

test('an action that is not CLOSE is refused, and agents are found in any case', async () => {
    const close = await onCall();
    expect(await code(await get(CLOSE_PATH, [['ACTION', 'OPEN'], ...encodeCloseCall(close).slice(1)]))).toBe('GE009');
    await get(CLOSE_PATH, encodeCloseCall({ ...close, agentCode: 'ag_asha' }));
    expect(server.convox.switchboard.line(AGENT_ASHA)?.agent.state).toBe('IDLE');
});

test('closing twice is refused the second time: there is nothing left to close', async () => {
    const close = await onCall();
    expect(await code(await get(CLOSE_PATH, encodeCloseCall(close)))).toBe('');
    expect(await code(await get(CLOSE_PATH, encodeCloseCall(close)))).toBe('EC012');
});

test('a follow-up comes back in the status, in the time zone of the server', async () => {
    const close = await onCall();
    await get(CLOSE_PATH, encodeCloseCall({ ...close, ...withFollowUp('2026-12-01') }));
    server.time.pass(1000);
    await server.convox.settled();
    const pushed = new URLSearchParams(server.pushes[0]?.body);
    expect(pushed.get('FOLLOWUP TIME')).toBe('2026-12-01 11:30:00');
    expect(pushed.get('CALL_DATE')).toBe('2026-11-22T11:00:00');
});

const dialRequest = { agentCode: AGENT_ASHA, phoneNumber: '9000000011', referenceNumber: 'R1234567890' };

test.each<[string, (parameters: [string, string][]) => Promise<Response>, Parameters<typeof encodeDial>[1]]>([
    ['GET with the usual names', (parameters) => get(DIAL_PATH, parameters), {}],
    [
        'POST with other names',
        (parameters) => postForm('/ConVoxCCS/Agent/click2call.php', parameters),
        {
            agentParameter: 'agent_id',
            numberParameter: 'mobile_number',
            action: 'DIAL'
        }
    ]
])('a dial by %s rings the customer, who answers, and the call pops', async (_, send, settings) => {
    server.convox.switchboard.act(AGENT_ASHA, { type: 'login' });
    const { parameters } = encodeDial(dialRequest, settings);
    expect(await (await send(parameters)).text()).toBe('Call initiated successfully');
    expect(server.convox.switchboard.line(AGENT_ASHA)?.agent.state).toBe('DIALING');
    server.time.pass(3000);
    expect(server.convox.switchboard.line(AGENT_ASHA)?.agent.state).toBe('ONCALL');
    expect(server.convox.log.entries.map(({ kind }) => kind)).toEqual(['dial', 'pop']);
    expect(new Map(server.convox.log.entries[0]?.parameters)).toEqual(new Map(parameters));
    expect(new Map(server.convox.log.entries[1]?.parameters).get('c__TypeOfCall')).toBe('Outbound call');
});

test.each<[string, Partial<typeof dialRequest>, string]>([
    ['an agent who is logged out', {}, 'CL006'],
    ['an unknown agent', { agentCode: 'AG_NOBODY' }, 'CL003'],
    ['a number that is too short', { phoneNumber: '98765' }, 'CL001'],
    ['no number', { phoneNumber: '' }, 'CL002'],
    ['a number on the do-not-call list', { phoneNumber: '9000000099' }, 'CL008'],
    ['no reference', { referenceNumber: '' }, 'GE004'],
    ['a reference with a hyphen', { referenceNumber: 'a-b-c-d-e' }, 'GE005']
])('a dial for %s is refused', async (_, changes, expected) => {
    const { parameters } = encodeDial({ ...dialRequest, ...changes });
    expect(await code(await get(DIAL_PATH, parameters))).toBe(expected);
});

test('an answer in JSON names the call that was made', async () => {
    await server.close();
    server = await startTestConvox({ replyStyle: 'json' });
    server.convox.switchboard.act(AGENT_ASHA, { type: 'login' });
    const response = await get(DIAL_PATH, encodeDial(dialRequest).parameters);
    expect(response.headers.get('content-type')).toBe('application/json');
    const answer: unknown = await response.json();
    expect(answer).toMatchObject({
        STATUS: 'CL000',
        PHONE_NUMBER: '9000000011',
        PROCESS: 'SUPPORT',
        CONVOXID: '4000011',
        CALL_HIT_REFERENCE_NUMBER: server.convox.switchboard.line(AGENT_ASHA)?.agent.call?.reference,
        refno: 'R1234567890'
    });
});

test.each<[string, string]>([
    ['refuses', 'CL010'],
    ['works', 'CL006']
])('with click to call switched to "%s" the answer is %s', async (dialling, expected) => {
    await server.post('/settings', { dialling });
    expect(await code(await get(DIAL_PATH, encodeDial(dialRequest).parameters))).toBe(expected);
});

test('a dial whose connection is cut reaches nobody', async () => {
    await server.post('/settings', { dialling: 'drops' });
    server.convox.switchboard.act(AGENT_ASHA, { type: 'login' });
    await expect(get(DIAL_PATH, encodeDial(dialRequest).parameters)).rejects.toThrow('fetch failed');
    expect(server.convox.switchboard.line(AGENT_ASHA)?.agent.state).toBe('IDLE');
});
