import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway } from '../../gateway/app.ts';
import { createHttpServer } from '../../gateway/httpServer.ts';
import type { WebApp } from '../../node/listen.ts';
import { listenOn } from '../../node/listen.ts';
import type { AdminOrg, RunOptions } from '../testing/adminOrg.ts';
import { openAdminOrg } from '../testing/adminOrg.ts';
import { at } from '../../local/org/testing/testOrg.ts';
import { packageParts, partFolders } from '../../local/metadata/packageParts.ts';
import type { OrgOptions } from '../../local/org/org.ts';
import { root } from '../root.ts';
import { MARK } from './markedRows.ts';

let desk: AdminOrg;
let gateway: Server;
let received: string[];

const REPORT = {
    gateway: '0.1.0',
    status: 'ok',
    reasons: [],
    servers: [{ code: 'default', isDefault: true, timeZone: 'Asia/Kolkata', dialect: 'sheet', answers: true }]
};
let answerTo: Record<string, string>;

/** Stands for gateway and ConVox together: well, and without an agent of that name. */
beforeEach(async () => {
    received = [];
    answerTo = { '/health': '{}', '/report': JSON.stringify(REPORT) };
    gateway = createServer((request, response) => {
        received.push(`${request.method} ${request.url}`);
        response.writeHead(200, { 'content-type': 'text/plain' });
        response.end(answerTo[request.url ?? ''] ?? '{"STATUS":"EC022","MESSAGE":"Invalid user id"}');
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    const { port } = gateway.address() as AddressInfo;
    await open((app) => app, `http://127.0.0.1:${port}`);
});
afterEach(async () => {
    await desk.close();
    await new Promise((closed) => gateway.close(closed));
});

async function open(before: (app: WebApp) => WebApp, url = 'https://convox.example.com'): Promise<void> {
    desk = await openAdminOrg(
        { credentials: { ConVox: { url, parameters: { GatewayKey: 'made-up-for-tests' } } } },
        before
    );
}

async function reopen(before: (app: WebApp) => WebApp): Promise<void> {
    await desk.close();
    await open(before);
}

function markedRows(): number {
    const like = (object: string, field: string): number =>
        desk.org.store.count({ object, where: { field, operator: 'startsWith', value: MARK } });
    // The seed has no follow-up: what there is, a check has left behind.
    const followUps = desk.org.store.count({ object: 'ConVox_Follow_Up__c' });
    return (
        followUps +
        like('ConVox_Call__c', 'Call_Reference__c') +
        like('ConVox_Command__c', 'Key__c') +
        like('Account', 'Name')
    );
}

async function answers(
    options = '',
    given: RunOptions = {}
): Promise<{ code: number; byId: Record<string, unknown>; document: unknown }> {
    const { code, document } = await desk.run(`verify --json ${options}`, given);
    const checks = at(document, 'checks');
    const byId = Array.isArray(checks)
        ? Object.fromEntries(checks.map((check: unknown) => [String(at(check, 'id')), at(check, 'answer')]))
        : {};
    return { code, byId, document };
}

test('a whole installation is well, every assumption that can be asked holds, and nothing is left behind', async () => {
    const { code, byId } = await answers('--platform');
    expect(Object.entries(byId).filter(([, answer]) => answer === 'no')).toEqual([]);
    expect(code).toBe(0);
    expect(byId).toMatchObject({
        fields: 'yes',
        flows: 'yes',
        components: 'yes',
        'credential-url': 'yes',
        'credential-key': 'yes',
        gateway: 'yes',
        'gateway-report': 'yes',
        'gateway-servers': 'yes',
        permissions: 'yes',
        agents: 'yes',
        'setup-rows': 'yes',
        'phone-keys': 'yes',
        'api-allowance': 'yes',
        storage: 'open',
        'integration-licence': 'open',
        'external-service-inputs': 'yes',
        'external-service-outputs': 'yes',
        graphql: 'yes',
        'upsert-status': 'yes',
        'collection-upsert': 'yes',
        'repeated-key': 'yes',
        'phone-text': 'yes',
        'phone-key-formulas': 'yes',
        'call-flows': 'yes',
        bulk: 'yes',
        'public-groups': 'yes',
        'customer-owner-share': 'yes',
        'limit-header': 'yes',
        'agent-principal-access': 'open',
        'lightning-web-security': 'open'
    });
    expect(Object.keys(byId)).not.toContain('direct-route');
    expect(markedRows()).toBe(0);
    expect(received.toSorted()).toEqual(['GET /health', 'GET /report', 'GET /report']);
});

test('an administrator is asked about this installation, and about nothing that only the makers can settle', async () => {
    const { code, byId, document } = await answers();
    expect(code).toBe(0);
    const checks = at(document, 'checks');
    expect(Array.isArray(checks) && checks.every((check: unknown) => at(check, 'about') === 'health')).toBe(true);
    expect(Object.keys(byId).filter((id) => byId[id] === 'open')).toEqual([
        'storage',
        'integration-licence',
        'default-workflow-user',
        'lightning-web-security'
    ]);
    expect(Object.keys(byId)).not.toContain('promotion-without-apex');
});

test('recordings may be played from where Setup trusts media, and nowhere else', async () => {
    const make = (object: string, values: Record<string, string | boolean>): unknown =>
        desk.org.store.create(object, [values], desk.org.users.admin);
    const recordings = async (): Promise<unknown> => (await answers('--only recordings')).byId['recordings'];
    expect(await recordings()).toBe('yes');
    make('ConVox_Server__c', { Name: 'Pune', Recordings_Base__c: 'https://voice.example.com/rec' });
    expect(await recordings()).toBe('no');
    const site = { IsActive: true, IsApplicableToMediaSrc: true };
    make('CspTrustedSite', { ...site, DeveloperName: 'A', EndpointUrl: 'https://example.com' });
    make('CspTrustedSite', { ...site, DeveloperName: 'B', EndpointUrl: 'https://voice.example.com', IsActive: false });
    expect(await recordings()).toBe('no');
    make('CspTrustedSite', { ...site, DeveloperName: 'C', EndpointUrl: '*.example.com' });
    expect(await recordings()).toBe('yes');
    make('ConVox_Server__c', { Name: 'Delhi', Recordings_Base__c: 'https://voice.example.com:8443' });
    expect(await recordings()).toBe('no');
    make('CspTrustedSite', { ...site, DeveloperName: 'D', EndpointUrl: 'https://voice.example.com:8443' });
    expect(await recordings()).toBe('yes');
});

test('on request, commands go to ConVox by both routes and are deleted', async () => {
    const settling = setInterval(() => void desk.org.settle(), 10);
    const { byId } = await answers('--send-test-command --only direct-route,background-route');
    clearInterval(settling);
    expect(byId).toEqual({ 'direct-route': 'yes', 'background-route': 'yes' });
    expect(received.filter((line) => line.includes('callcontrol_api.php'))).toHaveLength(2);
    expect(markedRows()).toBe(0);
});

test('a command goes to every server, and one without a code in the gateway is named', async () => {
    const make = (values: Record<string, string>): unknown =>
        desk.org.store.create('ConVox_Server__c', [values], desk.org.users.admin);
    make({ Name: 'Austin', Code__c: 'austin', Dialect__c: 'rest' });
    const { byId } = await answers('--send-test-command --only server-codes,direct-route');
    expect(byId).toEqual({ 'server-codes': 'yes', 'direct-route': 'yes' });
    expect(received).toEqual([
        'POST /ConVoxCCS/Agent/callcontrol_api.php',
        'POST /servers/austin/ConVoxCCS/Agent/callcontrol_api.php'
    ]);
    make({ Name: 'Pune' });
    const { document } = await answers('--only server-codes');
    expect(at(document, 'checks')).toMatchObject([{ answer: 'no', evidence: 'no code, and not the default: Pune' }]);
    expect(markedRows()).toBe(0);
});

test.each([
    ['the key at the principal is none of its keys', ['another-key'], 'Invalid or missing access token'],
    ['ConVox cannot be reached', ['made-up-for-tests'], 'ConVox cannot be reached']
])('commands that the gateway does not hand on are no answer of ConVox: %s', async (_what, keys, reply) => {
    await desk.close();
    const real = createGateway({
        secrets: ['unused'],
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: { loginUrl: 'https://unused.example', clientId: '', clientSecret: '', timeout: 1 },
        // Nobody listens at port 1.
        callControl: { origin: 'http://127.0.0.1:1', keys, scripts: ['callcontrol_api.php'] },
        log: () => undefined
    });
    const server = await listenOn(createHttpServer(real));
    await open((app) => app, server.url);
    const settling = setInterval(() => void desk.org.settle(), 10);
    const { code, document } = await answers('--send-test-command --only direct-route,background-route');
    clearInterval(settling);
    await server.close();
    await real.close();
    const no = {
        answer: 'no',
        evidence: expect.stringContaining(`Refused after 0.0 s, HTTP 200, code none, reply "${reply}: the command was`),
        advice: expect.stringMatching(/CONVOX_KEYS at the principal Server/)
    };
    expect({ code, checks: at(document, 'checks') }).toMatchObject({ code: 1, checks: [no, no] });
});

test('reading only, nothing is written', async () => {
    const { code, byId } = await answers('--read-only --platform');
    expect(code).toBe(0);
    expect(Object.keys(byId)).not.toContain('bulk');
    // A flow is run by POST; this one writes nothing.
    const asks = /graphql$|flow\/ConVox_Ask_Gateway$/;
    expect(desk.org.requests.filter(({ method, path }) => method !== 'GET' && !asks.test(path))).toEqual([]);
});

test('rows that a crashed run left are removed by the next one', async () => {
    const { store, users } = desk.org;
    store.create(
        'ConVox_Call__c',
        [{ Call_Reference__c: `${MARK}-OLD-1` }, { Call_Reference__c: 'REAL-1' }],
        users.admin
    );
    await answers('--only upsert-status');
    expect(markedRows()).toBe(0);
    expect(store.count({ object: 'ConVox_Call__c' })).toBe(1);
});

test('a check that fails on the way is answered no with its error, and its rows are removed all the same', async () => {
    await reopen((app) => ({
        fetch: (request) =>
            request.url.includes('/jobs/ingest') && request.method === 'PUT'
                ? new Response('', { status: 500 })
                : app.fetch(request)
    }));
    const { code, byId } = await answers('--only upsert-status,bulk,call-flows');
    expect({ code, byId }).toEqual({ code: 1, byId: { 'upsert-status': 'yes', bulk: 'no', 'call-flows': 'yes' } });
    expect(markedRows()).toBe(0);
});

test.each<[string, string, (app: WebApp) => WebApp]>([
    [
        'fields',
        'a field is missing',
        changed('/sobjects/ConVox_Call__c/describe', (text) => text.replace('"DID__c"', '"Gone__c"'))
    ],
    ['flows', 'a flow is missing', changed('/tooling/query', (text) => text.replace('ConVox_Send_Command', 'Other'))],
    [
        'flows',
        'an older version is active',
        changed('/tooling/query', (text) =>
            text.replace(/"ActiveVersionId":"\w+"/, '"ActiveVersionId":"301000000000099AAA"')
        )
    ],
    [
        'external-service-inputs',
        'inputs are named otherwise',
        changed('/actions/custom/externalService/', (text) => text.replaceAll('set_followUp', 'setx5ffollowUp'))
    ],
    ['graphql', 'a document is refused', changed('/graphql', () => '{"errors":[{"message":"Cannot query field"}]}')],
    [
        'credential-key',
        'no key is entered',
        changed('/named-credentials/external-credentials/', (text) =>
            text.replaceAll('"Configured"', '"NotConfigured"')
        )
    ],
    [
        'limit-header',
        'the header is missing',
        (app) => ({
            fetch: async (request) => {
                const { body, status } = await plain(app, request);
                return new Response(body, { status });
            }
        })
    ]
])('%s: no, when %s', async (id, _what, before) => {
    await reopen(before);
    const { code, byId } = await answers(`--only ${id}`);
    expect({ code, byId }).toEqual({ code: 1, byId: { [id]: 'no' } });
});

async function plain(app: WebApp, request: Request): Promise<{ status: number; body: string; headers: Headers }> {
    const response = await app.fetch(request);
    return { status: response.status, body: await response.text(), headers: response.headers };
}

/** The org, with the answers of some paths changed. */
function changed(path: string, change: (text: string) => string): (app: WebApp) => WebApp {
    return (app) => ({
        fetch: async (request) => {
            if (!request.url.includes(path)) {
                return app.fetch(request);
            }
            const { status, body, headers } = await plain(app, request);
            return new Response(change(body), { status, headers });
        }
    });
}

test('without a set-up, health says no and what to do', async () => {
    await desk.close();
    desk = await openAdminOrg({ credentials: {} }, (app) => app, { isSeeded: false });
    const { code, document } = await answers(
        '--read-only --only setup-rows,permissions,credential-url,credential-key,gateway'
    );
    expect(code).toBe(1);
    expect(at(document, 'checks')).toMatchObject([
        { id: 'credential-url', answer: 'no', advice: expect.stringContaining('npm run admin -- configure') },
        { id: 'credential-key', answer: 'no' },
        { id: 'gateway', answer: 'open' },
        { id: 'permissions', answer: 'no', advice: expect.stringContaining('ConVox_Agent and ConVox_Gateway') },
        { id: 'setup-rows', answer: 'no', evidence: '0 default of 0 servers' }
    ]);
});

test('a permission set that users have through a group counts as assigned', async () => {
    const { document } = await answers('--only permissions');
    expect(at(document, 'checks.0')).toMatchObject({
        answer: 'yes',
        evidence:
            'ConVox_Admin: 0, ConVox_Agent: 2, ConVox_Gateway: 1, ConVox_Manager: 1, ConVox_Setup: 0, ConVox_Org_Agent_Rights: 2, ConVox_Org_Manager_Rights: 1, ConVox_Org_Rights: 3'
    });
});

test.each<[answer: string, told: string, evidence: RegExp]>([
    ['yes', JSON.stringify(REPORT), /gateway 0\.1\.0, ok/],
    ['no', 'REFUSED - Invalid or missing access token', /HTTP 200: REFUSED/],
    ['no', JSON.stringify({ ...REPORT, servers: [{ code: 'austin', answers: false }] }), /no answer from austin/],
    ['no', '<h1>It works</h1>', /It works/]
])('gateway-report: %s, when the org is told %s', async (answer, told, evidence) => {
    answerTo['/report'] = told;
    const { document } = await answers('--only gateway-report');
    expect(at(document, 'checks.0')).toMatchObject({ answer, evidence: expect.stringMatching(evidence) });
});

test('gateway-servers: no, when the second server has another zone and dialect in Salesforce', async () => {
    const { store, users } = desk.org;
    const Austin = { Name: 'Austin', Code__c: 'austin', Time_Zone__c: 'Asia/Kolkata', Dialect__c: 'webService' };
    store.create('ConVox_Server__c', [Austin], users.admin);
    const austin = { code: 'austin', isDefault: false, timeZone: 'America/Chicago', dialect: 'rest', answers: true };
    answerTo['/report'] = JSON.stringify({ ...REPORT, servers: [...REPORT.servers, austin] });
    const { document } = await answers('--only gateway-servers');
    expect(at(document, 'checks.0')).toMatchObject({
        answer: 'no',
        evidence:
            'Austin: zone Asia/Kolkata, in the gateway America/Chicago; Austin: dialect webService, in the gateway rest'
    });
});

test('an agent who lacks one of the rights is named with it', async () => {
    const { store, users } = desk.org;
    const [set] = store.find({
        object: 'PermissionSet',
        where: { field: 'Name', operator: 'eq', value: 'ConVox_Org_Agent_Rights' }
    });
    const given = store
        .find({ object: 'PermissionSetAssignment' })
        .filter((row) => row['PermissionSetId'] === set?.['Id'] && row['AssigneeId'] === users.find('ravi.kumar')?.id)
        .map(({ Id }) => String(Id));
    store.delete('PermissionSetAssignment', given, users.admin);
    expect(at((await answers('--only agents')).document, 'checks.0')).toMatchObject({
        answer: 'no',
        evidence: 'AG_RAVI: ravi.kumar@sunrise.example lacks ConVox_Org_Agent_Rights'
    });
});

test.each([
    ['yes', true],
    ['open', false]
])(
    'phone keys: %s, when only a number that can have none lacks its key, and the servers say filled: %s',
    async (answer, filled) => {
        const { store, users } = desk.org;
        store.create('Account', [{ Name: 'Lotus Traders', Phone: 'ask' }], users.admin);
        const [server] = store.find({ object: 'ConVox_Server__c' });
        store.update(
            'ConVox_Server__c',
            [{ id: String(server?.['Id']), values: { Phone_Keys_Filled__c: filled } }],
            users.admin
        );
        expect(at((await answers('--only phone-keys')).document, 'checks.0')).toMatchObject({
            answer,
            evidence: expect.stringContaining('Account 1')
        });
    }
);

test('a gateway that reaches no call of an agent is told', async () => {
    expect(at((await answers('--only gateway-sharing')).document, 'checks.0')).toMatchObject({
        answer: 'yes',
        evidence: 'users with ConVox_Gateway: 1, not in ConVox_Gateway_Users: none'
    });
    const { store, users } = desk.org;
    const members = store.find({ object: 'GroupMember' }).map(({ Id }) => String(Id));
    store.delete('GroupMember', members, users.admin);
    expect(at((await answers('--only gateway-sharing')).document, 'checks.0')).toMatchObject({
        answer: 'no',
        evidence: expect.stringContaining('integration@sunrise.example'),
        advice: expect.stringContaining('npm run admin -- configure')
    });
});

test('people read questions, answers and advice; an unknown check is told', async () => {
    const { printed } = await desk.run('verify --read-only --only flows,storage');
    expect(printed).toMatch(
        /This installation\n {2}yes {3}Is every flow of the package active, in its latest version\? {2}\[flows\]\n {8}all \d+ active flows are there/
    );
    expect(printed).toMatch(/open {2}Is enough data storage left\?[^]*-> Setup, Company Information/);
    expect(printed.trim().split('\n').at(-1)).toBe('1 yes, 0 no, 1 open');
});

test.each([
    ['--only direct-route', 'is asked with --send-test-command only'],
    ['--only bulk --read-only', 'writes rows, which --read-only forbids']
])('verify %s is not understood', async (options, reason) => {
    expect(await desk.run(`verify ${options}`)).toMatchObject({ code: 2, noted: expect.stringContaining(reason) });
});

test.each([
    ['flwos', /^There is no check "flwos"\. Did you mean flows\?\n/],
    ['gateway-right', /^There is no check "gateway-right"\. Did you mean gateway-rights\?\n/],
    ['rights', /Did you mean agent-rights, gateway-rights\?\n/],
    ['weather', /^There is no check "weather"\.\n/]
])('an unknown check %s is named, with those that are close and no others', async (id, words) => {
    const { code, noted } = await desk.run(`verify --only ${id}`);
    expect(code).toBe(1);
    expect(noted).toMatch(words);
    expect(noted).not.toContain('promotion-without-apex');
});

const ASHA = 'asha.verma@sunrise.example';
const GATEWAY = 'integration@sunrise.example';

function take(set: string, username: string): void {
    const { store, users } = desk.org;
    const ids = store
        .find({ object: 'PermissionSetAssignment' })
        .filter((row) => row['AssigneeId'] === users.find(username)?.id)
        .filter(({ PermissionSetId, PermissionSetGroupId }) =>
            [PermissionSetId, PermissionSetGroupId].some(
                (id) =>
                    typeof id === 'string' &&
                    [
                        store.get('PermissionSet', id)?.['Name'],
                        store.get('PermissionSetGroup', id)?.['DeveloperName']
                    ].includes(set)
            )
        )
        .map(({ Id }) => String(Id));
    store.delete('PermissionSetAssignment', ids, users.admin);
}

test('an agent and the gateway are asked in sessions of their own, and nothing is left behind', async () => {
    const settling = setInterval(() => void desk.org.settle(), 10);
    const { code, byId } = await answers(`--as-agent agent --as-gateway --send-test-command`);
    clearInterval(settling);
    expect(code).toBe(0);
    expect(byId).toMatchObject({
        'agent-rights': 'yes',
        'agent-flow': 'yes',
        'agent-graphql': 'yes',
        'agent-background-route': 'yes',
        'gateway-rights': 'yes',
        'gateway-writes': 'yes'
    });
    expect(markedRows()).toBe(0);
});

test('whose session it is, and whether its user has the role, is asked once', async () => {
    const asked: string[] = [];
    await reopen((app) => ({
        fetch: (request) => {
            const { pathname, searchParams } = new URL(request.url);
            asked.push(searchParams.get('q')?.replace(/'\w+'/g, '…') ?? pathname);
            return app.fetch(request);
        }
    }));
    await answers(
        `--as-agent agent --as-gateway --only ${Object.values(roleIds).flat().join(',')} --send-test-command`
    );
    const count = (pattern: RegExp): number => asked.filter((path) => pattern.test(path)).length;
    expect(count(/userinfo$/)).toBe(4);
    expect(count(/PermissionsModifyAllData/)).toBe(2);
});

test('without a session of theirs, nobody is asked as agent or gateway', async () => {
    const { byId } = await answers('--read-only');
    expect(Object.keys(byId).filter((id) => /^(agent|gateway)-(rights|flow|graphql|writes)/.test(id))).toEqual([]);
});

test.each([
    ['agent-rights', 'the agent has no group', 'ConVox_Agents', ASHA],
    ['agent-flow', 'the agent has no group', 'ConVox_Agents', ASHA],
    ['agent-graphql', 'the agent has no group', 'ConVox_Agents', ASHA],
    ['gateway-rights', 'the gateway has no set', 'ConVox_Gateway', GATEWAY],
    ['gateway-writes', 'the gateway has no set', 'ConVox_Gateway', GATEWAY]
])('%s: no, when %s', async (id, _what, set, username) => {
    take(set, username);
    const { code, byId } = await answers(`--as-agent agent --as-gateway --only ${id}`);
    expect({ code, byId }).toEqual({ code: 1, byId: { [id]: 'no' } });
});

const roleIds = {
    agent: ['agent-rights', 'agent-flow', 'agent-graphql', 'agent-background-route'],
    gateway: ['gateway-rights', 'gateway-writes']
} as const;

function giveModifyAllData(username: string): void {
    const { store, users } = desk.org;
    const set = { Name: 'Everything', Label: 'Everything', PermissionsModifyAllData: true };
    const [created] = store.create('PermissionSet', [set], users.admin);
    const PermissionSetId = created?.success === true ? created.id : null;
    store.create(
        'PermissionSetAssignment',
        [{ AssigneeId: users.find(username)?.id ?? null, PermissionSetId }],
        users.admin
    );
}

test.each<['agent' | 'gateway', string, RegExp, string, () => void]>([
    ['agent', 'the administrator asks', /admin@\S+ is an administrator/, '--as-agent admin', () => undefined],
    [
        'agent',
        'the agent may modify all data',
        /asha\S+ is an administrator/,
        '--as-agent agent',
        () => giveModifyAllData(ASHA)
    ],
    [
        'agent',
        'the user is no active agent',
        /asha\S+ is no active agent/,
        '--as-agent agent',
        () => {
            const { store, users } = desk.org;
            const [agent] = store
                .find({ object: 'ConVox_Agent__c' })
                .filter(({ User__c }) => User__c === users.find(ASHA)?.id);
            store.update(
                'ConVox_Agent__c',
                [{ id: String(agent?.['Id']), values: { Is_Active__c: false } }],
                users.admin
            );
        }
    ],
    [
        'gateway',
        'its user may modify all data',
        /integration\S+ is an administrator/,
        '--as-gateway',
        () => giveModifyAllData(GATEWAY)
    ],
    [
        'gateway',
        'its user has no ConVox_Gateway',
        /integration\S+ does not have ConVox_Gateway/,
        '--as-gateway',
        () => take('ConVox_Gateway', GATEWAY)
    ]
])('every question as the %s is answered no, when %s', async (role, _what, evidence, options, change) => {
    change();
    const { document } = await answers(`${options} --send-test-command --only ${roleIds[role].join(',')}`);
    expect(at(document, 'checks')).toMatchObject(
        roleIds[role].map((id) => ({ id, answer: 'no', evidence: expect.stringMatching(evidence) }))
    );
});

test('agent-background-route: no, when the agent may not use the credential', async () => {
    take('ConVox_Org_Agent_Rights', ASHA);
    const settling = setInterval(() => void desk.org.settle(), 10);
    const { byId } = await answers(`--as-agent agent --send-test-command --only agent-background-route`);
    clearInterval(settling);
    expect(byId).toEqual({ 'agent-background-route': 'no' });
});

test('gateway-writes: no, when the gateway reaches no call of an agent', async () => {
    const { store, users } = desk.org;
    store.delete(
        'GroupMember',
        store.find({ object: 'GroupMember' }).map(({ Id }) => String(Id)),
        users.admin
    );
    expect(at((await answers('--as-gateway --only gateway-writes')).document, 'checks.0')).toMatchObject({
        answer: 'no',
        advice: expect.stringContaining('ConVox_Gateway_Users')
    });
});

test.each<[string, string, RegExp, number | undefined, object]>([
    ['open', 'no night has passed', /once the nightly flow has looked/, undefined, {}],
    ['open', 'somebody has changed the call since', /once the nightly flow has looked/, 3_600_000, {}],
    ['yes', 'the nightly flow ran as somebody', /ran as \w+/, 1000, {}],
    ['no', 'the nightly flow ran as the platform', /none is chosen/, 1000, { UserType: 'AutomatedProcess' }],
    ['no', 'whom it ran as has left', /not active any more/, 1000, { IsActive: false }]
])('default-workflow-user: %s, when %s', async (answer, _what, evidence, sinceNight, user) => {
    await reopen(withLastModifiedBy(user));
    if (sinceNight !== undefined) {
        const { store, users } = desk.org;
        const [call] = store.create('ConVox_Call__c', [{ Call_Reference__c: 'NIGHT-1' }], users.admin);
        const id = call?.success === true ? call.id : '';
        const [written] = store.find({ object: 'ConVox_Call__c', where: { field: 'Id', operator: 'eq', value: id } });
        const looked = Date.parse(String(written?.['LastModifiedDate'])) - sinceNight;
        const values = { Reconciled_At__c: new Date(looked).toISOString() };
        store.update('ConVox_Call__c', [{ id, values }], users.admin);
    }
    const { document } = await answers('--only default-workflow-user');
    expect(at(document, 'checks.0')).toMatchObject({
        answer,
        evidence: expect.stringMatching(evidence),
        ...(answer === 'yes' ? {} : { advice: expect.stringContaining('/lightning/setup/WorkflowSettings/home') })
    });
});

/** The org, in which whoever wrote last is such a user. */
function withLastModifiedBy(values: object): (app: WebApp) => WebApp {
    return (app) => ({
        fetch: async (request) => {
            const response = await app.fetch(request);
            if (!request.url.includes('LastModifiedBy.UserType')) {
                return response;
            }
            const text = await response.text();
            return Response.json(
                JSON.parse(text, (name, value: unknown) =>
                    name === 'LastModifiedBy' ? Object.assign({}, value, values) : value
                )
            );
        }
    });
}

test('version: no, when the org has the package of another version', async () => {
    const { store, users } = desk.org;
    const [set] = store.find({
        object: 'PermissionSet',
        where: { field: 'Name', operator: 'eq', value: 'ConVox_Admin' }
    });
    expect((await answers('--only version')).byId).toEqual({ version: 'yes' });
    store.update(
        'PermissionSet',
        [{ id: String(set?.['Id']), values: { Description: 'ConVox for Salesforce 0.0.9.' } }],
        users.admin
    );
    expect(at((await answers('--only version')).document, 'checks.0')).toMatchObject({
        answer: 'no',
        evidence: expect.stringMatching(/says 0\.0\.9, these commands are \d/)
    });
});

test.each([
    ['agent-flow', 'is asked with --as-agent only'],
    ['gateway-rights', 'is asked with --as-gateway only']
])('%s alone %s', async (id, reason) => {
    expect(await desk.run(`verify --only ${id}`)).toMatchObject({ code: 2, noted: expect.stringContaining(reason) });
});

test.each<[string, string, Partial<OrgOptions>]>([
    ['yes', 'it has none', {}],
    ['no', 'it has them without the flow for them', { personAccounts: true }],
    ['yes', 'it has them and the flow', { personAccounts: true, forceApp: partFolders(root, packageParts) }]
])('person-accounts: %s, when %s', async (answer, _what, options) => {
    await desk.close();
    desk = await openAdminOrg(options);
    const { document } = await answers('--only person-accounts');
    expect(at(document, 'checks.0')).toMatchObject(
        answer === 'yes' ? { answer } : { answer, advice: expect.stringContaining('--parts persons') }
    );
});
