import { readReply } from '#contract';
import { AGENT_ASHA } from '../sample/org/callers.ts';
import { callerNumbers } from './callers.ts';
import { scenarios } from './scenarios.ts';
import { startTestConvox } from './testConvox.ts';
import type { TestConvox } from './testConvox.ts';

let server: TestConvox;

beforeEach(async () => {
    server = await startTestConvox();
});

afterEach(() => server.close());

function state(): string {
    return server.convox.switchboard.line(AGENT_ASHA)?.agent.state ?? '';
}

function kinds(): string[] {
    return server.convox.log.entries.map(({ kind }) => kind);
}

/** Starts a scenario, lets the agent answer, and returns the parameters of a close in the sheet's GET spelling. */
async function answered(name: string): Promise<URLSearchParams> {
    const response = await server.post(`/scenarios/${name}`, { agent: AGENT_ASHA, answer: true });
    expect(response.status).toBe(202);
    server.time.pass(1000);
    const call = server.convox.switchboard.line(AGENT_ASHA)?.agent.call;
    return new URLSearchParams({
        ACTION: 'CLOSE',
        agent_id: AGENT_ASHA,
        convoxid: call?.convoxId ?? '',
        disposition: 'SALE',
        mobile_number: /^\d{10}$/.test(call?.number ?? '') ? (call?.number ?? '') : '',
        set_followUp: 'N',
        callback_date: '',
        callback_hrs: '',
        callback_mins: ''
    });
}

function close(parameters: URLSearchParams): Promise<Response> {
    return fetch(`${server.url}/ConVoxCCS/Agent/callcontrol_api.php?${parameters.toString()}`);
}

async function finish(): Promise<void> {
    server.time.pass(1000);
    await server.convox.settled();
}

test('every scenario has a sentence, and the list shows all of them', async () => {
    const listed = await (await fetch(`${server.url}/scenarios`)).json();
    expect(listed).toEqual(scenarios.map(({ name, sentence }) => ({ name, sentence })));
    expect(scenarios.map(({ name }) => name)).toEqual([
        'knownCaller',
        'unknownCaller',
        'severalMatches',
        'withheldNumber',
        'missed',
        'pushTwice',
        'pushBeforePop',
        'closeRefused',
        'serverDown',
        'slowReply',
        'htmlReply',
        'holdRefused',
        'holdLost',
        'tokenExpired'
    ]);
    expect(scenarios.every(({ sentence }) => /^[A-Z].{20,}\.$/.test(sentence))).toBe(true);
});

test.each([
    ['knownCaller', callerNumbers.known],
    ['unknownCaller', callerNumbers.unknown],
    ['severalMatches', callerNumbers.several],
    ['withheldNumber', 'anonymous']
])('%s: the call pops, is closed from the CRM, and its status is pushed', async (name, number) => {
    const parameters = await answered(name);
    expect(state()).toBe('ONCALL');
    expect(await (await close(parameters)).text()).toBe('Call closed successfully');
    expect(state()).toBe('IDLE');
    await finish();
    expect(kinds()).toEqual(['pop', 'callcontrol', 'status']);
    const pop = new Map(server.convox.log.entries[0]?.parameters);
    const pushed = new URLSearchParams(server.pushes[0]?.body);
    expect(pop.get('c__CallerID')).toBe(number);
    expect(pushed.get('MOBILE_NO')).toBe(number);
    expect(pushed.get('CALL_REFERENCE_ID')).toBe(pop.get('c__CallReferenceID'));
    expect(pushed.get('DISPOSITION')).toBe('SALE');
    expect(server.pushes[0]?.headers.get('access-token')).toBe('a-secret-of-the-test');
});

test('missed: the agent is MISSED, nothing pops, and "Not connected" is pushed without an agent', async () => {
    await server.post('/scenarios/missed');
    expect(state()).toBe('RINGING');
    server.time.pass(6000);
    expect(state()).toBe('MISSED');
    await finish();
    expect(kinds()).toEqual(['status']);
    const pushed = new URLSearchParams(server.pushes[0]?.body);
    expect(pushed.get('CALL_STATUS')).toBe('Not connected');
    expect([pushed.get('USER_ID'), pushed.get('DISPOSITION'), pushed.get('RECORDING_FILE_NAME')]).toEqual(['', '', '']);
    expect([pushed.get('CALL_DURATION'), pushed.get('RING_DURATION')]).toEqual(['0', '6']);
});

test('missed cannot be told to answer', async () => {
    const response = await server.post('/scenarios/missed', { answer: true });
    expect(response.status).toBe(400);
    expect(state()).toBe('LOGGEDOUT');
});

test('pushTwice: the same status arrives twice', async () => {
    await close(await answered('pushTwice'));
    await finish();
    expect(server.pushes).toHaveLength(2);
    expect(server.pushes[0]?.body).toBe(server.pushes[1]?.body);
});

test('pushBeforePop: the status is answered before the pop opens, and comes again with the disposition', async () => {
    const parameters = await answered('pushBeforePop');
    server.time.pass(1000);
    expect(state()).toBe('WRAPUP');
    await server.convox.settled();
    expect(kinds()).toEqual(['status']);
    server.time.pass(1000);
    expect(kinds()).toEqual(['status', 'pop']);
    await close(parameters);
    await finish();
    expect(kinds()).toEqual(['status', 'pop', 'callcontrol', 'status']);
    expect(server.pushes.map(({ body }) => new URLSearchParams(body).get('DISPOSITION'))).toEqual(['', 'SALE']);
});

test('closeRefused: the close is refused with EC001 and the call goes on', async () => {
    const response = await close(await answered('closeRefused'));
    expect(response.status).toBe(200);
    expect(readReply(await response.text(), 200)).toMatchObject({ outcome: 'refused', code: 'EC001' });
    expect(state()).toBe('ONCALL');
});

test('serverDown: the connection is cut without an answer, the call goes on, and the log says so', async () => {
    const parameters = await answered('serverDown');
    await expect(close(parameters)).rejects.toThrow('fetch failed');
    expect(state()).toBe('ONCALL');
    expect(server.convox.log.entries.at(-1)).toMatchObject({ kind: 'callcontrol', delivery: 'cut', status: 0 });
});

test('slowReply: the call is closed at once, the answer comes late', async () => {
    const parameters = await answered('slowReply');
    await expect(
        fetch(`${server.url}/ConVoxCCS/Agent/callcontrol_api.php`, {
            method: 'POST',
            body: parameters,
            signal: AbortSignal.timeout(300)
        })
    ).rejects.toThrow('timeout');
    expect(state()).toBe('IDLE');
    expect(server.convox.log.entries.at(-1)).toMatchObject({ kind: 'callcontrol', delivery: 'late' });
});

test('htmlReply: a script block stands in front of the JSON', async () => {
    const response = await close(await answered('htmlReply'));
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(text).toMatch(/^<script[^]*<\/script>\s*\{"STATUS":"EC000"/);
    expect(readReply(text, 200)).toMatchObject({ outcome: 'accepted', code: 'EC000' });
});

test('an agent who has a call keeps it: the next scenario is refused in words', async () => {
    await answered('knownCaller');
    const response = await server.post('/scenarios/unknownCaller');
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({
        message: 'AG_ASHA cannot take a call now: Agent is not in IDLE state (CL004)'
    });
});

test.each<[string, object, number, RegExp]>([
    ['/scenarios/nothing', {}, 404, /no scenario nothing\. There are: knownCaller/],
    ['/scenarios/knownCaller', { agent: 'AG_NOBODY' }, 404, /no agent AG_NOBODY\. There are: AG_ASHA, AG_RAVI/],
    ['/scenarios/knownCaller', { answer: 'yes' }, 400, /answer/]
])('POST %s with %j is answered in words', async (path, body, status, words) => {
    const response = await server.post(path, body);
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(words);
});
