import { AGENT_ASHA, AGENT_RAVI, KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { sampleProcesses } from './sampleServer.ts';
import { startTestConvox } from './testConvox.ts';
import type { TestConvox } from './testConvox.ts';

let server: TestConvox;

beforeEach(async () => {
    server = await startTestConvox();
});

afterEach(() => server.close());

async function view(): Promise<unknown> {
    return (await fetch(`${server.url}/agent/${AGENT_ASHA}/view`)).json();
}

/** Opens an agent screen's events; `next` resolves with the next event of that name. */
async function openScreen(): Promise<{ next: (name: string) => Promise<string>; close: () => void }> {
    const abort = new AbortController();
    const response = await fetch(`${server.url}/agent/${AGENT_ASHA}/events`, { signal: abort.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    return {
        async next(name) {
            for (;;) {
                const found = new RegExp(`event: ${name}\\ndata: ?(.*)\\n\\n`).exec(text);
                if (found) {
                    text = text.slice(found.index + found[0].length);
                    return found[1] ?? '';
                }
                text += (await reader?.read())?.value ?? '';
            }
        },
        close: () => abort.abort()
    };
}

test('a whole call can be lived with the buttons of the screen', async () => {
    const press = async (action: string, body = {}): Promise<number> =>
        (await server.post(`/agent/${AGENT_ASHA}/${action}`, body)).status;
    expect(await press('login')).toBe(200);
    expect(await press('break')).toBe(200);
    expect(await view()).toMatchObject({ agent: { state: 'BREAK', breakName: 'Tea' }, actions: ['ready', 'logout'] });
    expect(await press('ready')).toBe(200);
    await server.post('/scenarios/knownCaller', { agent: AGENT_ASHA });
    expect(await view()).toMatchObject({ agent: { state: 'RINGING' }, call: { number: KNOWN_CALLER_NUMBER } });
    expect(await press('answer')).toBe(200);
    expect(await view()).toMatchObject({
        actions: ['hangUp', 'customerHangsUp', 'hold', 'mute', 'close'],
        dispositions: sampleProcesses[0]?.dispositions,
        pop: { method: 'GET' },
        log: [{ kind: 'pop' }]
    });
    expect(await press('hold')).toBe(200);
    expect(await press('mute')).toBe(200);
    expect(await view()).toMatchObject({ agent: { during: { hold: true, mute: true } } });
    expect(await press('mute')).toBe(409);
    expect(await press('resume')).toBe(200);
    expect(await press('hangUp')).toBe(200);
    expect(await press('close', { disposition: 'SALE' })).toBe(200);
    expect(await view()).not.toHaveProperty('pop');
    expect(await press('logout')).toBe(200);
});

test.each<[string, object, number, RegExp]>([
    ['/agent/AG_ASHA/answer', {}, 409, /cannot answer in state LOGGEDOUT/],
    ['/agent/AG_ASHA/close', {}, 409, /disposition/i],
    ['/agent/AG_ASHA/close', { disposition: 'SALE', callback_date: 'soon' }, 409, /day of the follow-up/],
    ['/agent/AG_ASHA/dance', {}, 404, /no such button/],
    ['/agent/AG_NOBODY/login', {}, 404, /no agent AG_NOBODY/],
    ['/settings', { popRoute: 'carrier pigeon' }, 400, /popRoute/]
])('%s with %j is refused in words', async (path, body, status, words) => {
    const response = await server.post(path, body);
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(words);
});

test('the newest of two screens opens the pop, and both hear that something changed', async () => {
    const older = await openScreen();
    await older.next('changed');
    const newer = await openScreen();
    await newer.next('changed');
    await server.post('/scenarios/knownCaller', { agent: AGENT_ASHA });
    await server.post(`/agent/${AGENT_ASHA}/answer`);
    expect(await newer.next('pop')).toMatch(
        /"method":"GET",.*\/lightning\/cmp\/c__convoxScreenPop\?c__AgentID=AG_ASHA/
    );
    await older.next('changed');
    older.close();
    newer.close();
});

test('the scenario says whether anyone has the screen open', async () => {
    const screen = await openScreen();
    await screen.next('changed');
    expect(await (await server.post('/scenarios/knownCaller', { agent: AGENT_ASHA })).json()).toMatchObject({
        screens: 1
    });
    expect(await (await server.post('/scenarios/knownCaller', { agent: AGENT_RAVI })).json()).toMatchObject({
        screens: 0
    });
    screen.close();
});

test.each<[string, string, string[]]>([
    ['lightningGet', 'GET', ['c__AgentID', 'c__CallerID', 'c__CallReferenceID', 'c__DID', 'c__ConvoxID', 'c__Process']],
    ['visualforceGet', 'GET', ['Agent_ID', 'Caller_Id', 'CallReferenceID', 'DID', 'ConvoxID', 'Process']],
    ['visualforcePost', 'POST', ['AgentID', 'CallerID', 'CallReferenceID', 'DID', 'ConvoxID', 'Process']],
    ['gatewayGet', 'GET', ['Agent_ID', 'Caller_Id', 'CallReferenceID', 'DID', 'ConvoxID', 'Process']],
    ['gatewayPost', 'POST', ['AgentID', 'CallerID', 'CallReferenceID', 'DID', 'ConvoxID', 'Process']]
])('by %s the pop has the names of the sheet', async (popRoute, method, names) => {
    await server.post('/settings', { popRoute });
    await server.post('/scenarios/knownCaller', { agent: AGENT_ASHA });
    await server.post(`/agent/${AGENT_ASHA}/answer`);
    const pop = server.convox.switchboard.line(AGENT_ASHA)?.pop;
    const last = popRoute === 'lightningGet' ? 'c__TypeOfCall' : 'TypeOfCall';
    expect(pop?.method).toBe(method);
    expect(pop?.parameters.map(([name]) => name)).toEqual([...names, last]);
    expect(new URL(pop?.url ?? '').search === '').toBe(method === 'POST');
});

test('the pages load under a policy that allows no inline script and no foreign form target', async () => {
    const page = await fetch(`${server.url}/agent/${AGENT_ASHA}`);
    const policy = page.headers.get('content-security-policy') ?? '';
    const html = await page.text();
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).toMatch(/form-action 'self' http:\/\/127\.0\.0\.1:\d+ https:\/\/example\.lightning\.force\.com/);
    expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=/);
    expect((await fetch(`${server.url}/assets/agentScreen.js`)).headers.get('content-type')).toContain('javascript');
    expect((await fetch(`${server.url}/assets/agentScreen.css`)).headers.get('content-type')).toContain('css');
    expect((await fetch(`${server.url}/assets/server.ts`)).status).toBe(404);
    expect(await (await fetch(server.url)).text()).toContain('/agent/AG_RAVI');
    expect((await fetch(`${server.url}/agent/AG_NOBODY`)).status).toBe(404);
});

test('a form of another site cannot press the buttons', async () => {
    const response = await fetch(`${server.url}/agent/${AGENT_ASHA}/login`, {
        method: 'POST',
        headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
        body: '{}'
    });
    expect(response.status).toBe(403);
});
