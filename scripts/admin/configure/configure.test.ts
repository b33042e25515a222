import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { root } from '../root.ts';
import type { AdminOrg, RunOptions } from '../testing/adminOrg.ts';
import { openAdminOrg } from '../testing/adminOrg.ts';
import { scriptedCli } from '../testing/scriptedCli.ts';

const SAMPLE = readFileSync(join(root, 'config', 'convox.sample.yaml'), 'utf8');
const KEY = 'a-made-up-key-for-tests';

let desk: AdminOrg;

beforeEach(async () => {
    desk = await openAdminOrg({ credentials: {} });
});
afterEach(() => desk.close());

function configure(yaml: string, options = '', given: RunOptions = {}): ReturnType<AdminOrg['run']> {
    writeFileSync(join(desk.folder, 'convox.yaml'), yaml);
    return desk.run(`configure convox.yaml --json ${options}`, given);
}

const rows = (object: string): readonly Readonly<Record<string, unknown>>[] =>
    desk.org.store.find({ object, orderBy: [{ field: 'Id' }] });
const written = (): number => desk.org.requests.filter(({ method }) => method !== 'GET').length;

test('the sample brings everything into the org, and a second run finds nothing to do', async () => {
    const first = await configure(SAMPLE, '', { environment: { CONVOX_GATEWAY_KEY: KEY } });
    expect(first).toMatchObject({
        code: 0,
        document: {
            credential: { url: { to: 'https://gateway.example.com' }, key: 'entered' },
            assignments: ['ConVox_Administrators', 'ConVox_Org_Rights', 'ConVox_Org_Agent_Rights'].map((grant) => ({
                grant,
                user: 'admin@sunrise.example'
            }))
        }
    });
    expect(JSON.stringify(first)).not.toContain(KEY);
    const levels = rows('ConVox_Disposition__c').filter(
        ({ Code__c }) => Code__c === 'PRICE' || Code__c === 'COMPETITOR'
    );
    const parent = rows('ConVox_Disposition__c').find(
        ({ Code__c, Process__c }) => Code__c === 'NOT_INTERESTED' && Process__c === levels[0]?.['Process__c']
    );
    expect(levels).toMatchObject([
        { Name: 'Too expensive', Level__c: 2, Parent__c: parent?.['Id'], Sort_Order__c: 10 },
        { Name: 'Bought elsewhere', Level__c: 2, Parent__c: parent?.['Id'], Sort_Order__c: 20 }
    ]);

    const before = written();
    expect((await configure(SAMPLE)).document).toMatchObject({
        credential: { url: null, key: 'kept' },
        changes: [],
        assignments: []
    });
    expect(written()).toBe(before);
});

test('a dry run shows each difference and changes nothing', async () => {
    const before = written();
    const { document } = await configure(
        'servers:\n  - { name: convox mumbai, timeZone: Asia/Dubai }\nagents:\n  - { code: ag_asha, user: ravi.kumar@sunrise.example, active: false }\n  - { code: AG_NEW, user: admin@sunrise.example }\n',
        '--dry-run'
    );
    expect(document).toMatchObject({
        dryRun: true,
        changes: [
            {
                object: 'ConVox_Server__c',
                action: 'update',
                fields: [
                    { field: 'Name', from: 'ConVox Mumbai', to: 'convox mumbai' },
                    { field: 'Time_Zone__c', from: 'Asia/Kolkata', to: 'Asia/Dubai' }
                ]
            },
            {
                row: 'ag_asha',
                action: 'update',
                fields: [
                    { field: 'Agent_Code__c' },
                    { field: 'Is_Active__c', from: true, to: false },
                    { field: 'User__c' }
                ]
            },
            { row: 'AG_NEW', action: 'create' }
        ],
        notInFile: expect.arrayContaining(['ConVox_Agent__c AG_RAVI', 'ConVox_Process__c SUPPORT'])
    });
    expect(written()).toBe(before);
});

test('agents that the file does not name are told with what to do', async () => {
    writeFileSync(join(desk.folder, 'convox.yaml'), 'agents: []\n');
    expect((await desk.run('configure convox.yaml --dry-run')).printed).toContain(
        'Agents that are not in your file (AG_ASHA, AG_RAVI)? Add the line, or set active: false.'
    );
});

test('new rows may hang together: server, process, three levels, agent', async () => {
    const result = await configure(
        [
            'servers:',
            '  - { name: ConVox Pune, code: pune, dialect: webService, dialPrefix: 0 }',
            'processes:',
            '  - code: LOANS',
            '    server: ConVox Pune',
            '    breaks: [Tea, Lunch]',
            '    transferQueues: [LOANS_Q]',
            '    transferDisposition: PASSED_ON',
            '    callingFrom: 09:00',
            '    callingTo: 20:00',
            '    dispositions:',
            '      - { code: A, children: [{ code: B, children: [{ code: C }] }] }',
            'agents:',
            '  - { code: AG_MEERA, user: admin@sunrise.example, server: ConVox Pune }'
        ].join('\n')
    );
    expect(result.code).toBe(0);
    const server = rows('ConVox_Server__c').at(-1);
    const [a, b, c] = rows('ConVox_Disposition__c').slice(-3);
    expect(server).toMatchObject({
        Name: 'ConVox Pune',
        Code__c: 'pune',
        Dialect__c: 'webService',
        Dial_Prefix__c: '0',
        Supports__c: 'Ready, LogOut, Hold, Resume, Mute, Unmute',
        Time_Zone__c: 'Asia/Kolkata'
    });
    expect(rows('ConVox_Process__c').at(-1)).toMatchObject({
        Name: 'LOANS',
        Server__c: server?.['Id'],
        Break_Names__c: 'Tea, Lunch',
        Transfer_Queues__c: 'LOANS_Q',
        Transfer_Disposition__c: 'PASSED_ON',
        Calling_From__c: '09:00',
        Calling_To__c: '20:00'
    });
    expect([a, b, c]).toMatchObject([
        { Code__c: 'A', Level__c: 1, Parent__c: null },
        { Code__c: 'B', Level__c: 2, Parent__c: a?.['Id'] },
        { Code__c: 'C', Level__c: 3, Parent__c: b?.['Id'] }
    ]);
    expect(rows('ConVox_Agent__c').at(-1)).toMatchObject({
        Agent_Code__c: 'pune:AG_MEERA',
        Server__c: server?.['Id']
    });
});

const NAMESAKES = `servers:
  - { name: ConVox Mumbai, code: mumbai }
  - { name: ConVox Austin, code: austin }
processes:
  - { code: SALES, server: ConVox Mumbai, dispositions: [{ code: SALE }] }
  - { code: SALES, server: ConVox Austin, dispositions: [{ code: SALE, name: Sold }] }
agents:
  - { code: 1001, user: asha.verma@sunrise.example }
  - { code: 1001, user: ravi.kumar@sunrise.example, server: ConVox Austin }
  - { code: 1002, user: asha.verma@sunrise.example, server: ConVox Austin }
`
    .replaceAll('code: 100', "code: '100")
    .replaceAll(', user', "', user");

const codes = (object: string, field: string): unknown[] => rows(object).map((row) => row[field]);

test('two servers may have agents, processes and dispositions of one name, and a user an agent at each', async () => {
    expect((await configure(NAMESAKES)).code).toBe(0);
    expect(codes('ConVox_Agent__c', 'Agent_Code__c').slice(-3)).toEqual(['1001', 'austin:1001', 'austin:1002']);
    const sales = rows('ConVox_Process__c').at(-1);
    expect(sales).toMatchObject({ Process_Code__c: 'austin:SALES', Name: 'SALES' });
    expect(rows('ConVox_Disposition__c').at(-1)).toMatchObject({ Name: 'Sold', Process__c: sales?.['Id'] });
    expect((await configure(NAMESAKES)).document).toMatchObject({ changes: [], assignments: [] });
});

test('rows of another server from before codes stood before their names take theirs, and no second one is made', async () => {
    await desk.close();
    const database = join(mkdtempSync(join(tmpdir(), 'configure-')), 'org.sqlite');
    desk = await openAdminOrg({ credentials: {}, database });
    await configure(NAMESAKES);
    const before = codes('ConVox_Agent__c', 'Agent_Code__c');
    // As a version before wrote them: no flow of that one put a code before them.
    const file = new DatabaseSync(database);
    file.exec(`UPDATE "ConVox_Agent__c" SET "Agent_Code__c" = '1002' WHERE "Agent_Code__c" = 'austin:1002'`);
    file.exec(`UPDATE "ConVox_Process__c" SET "Process_Code__c" = 'LOANS' WHERE "Process_Code__c" = 'austin:SALES'`);
    file.close();
    expect(codes('ConVox_Agent__c', 'Agent_Code__c')).not.toEqual(before);
    const loans = NAMESAKES.replace('SALES, server: ConVox Austin', 'LOANS, server: ConVox Austin');
    expect((await configure(loans)).code).toBe(0);
    expect(codes('ConVox_Agent__c', 'Agent_Code__c')).toEqual(before);
    expect(codes('ConVox_Process__c', 'Process_Code__c').slice(-1)).toEqual(['austin:LOANS']);
    expect((await configure(loans)).document).toMatchObject({ changes: [] });
});

test.each<[string, string, string | RegExp]>([
    [
        'a user that the org does not have',
        'agents:\n  - { code: X, user: nobody@sunrise.example }\n',
        'line 2: agents[0].user names a user that the org does not have: nobody@sunrise.example'
    ],
    [
        'a permission set that the org does not have',
        'permissions:\n  ConVox_Boss: [admin@sunrise.example]\n',
        /permissions\.ConVox_Boss is no permission set, permission set group or public group/
    ],
    [
        'a value that no picklist has',
        'servers:\n  - { name: A, code: a, closeMethod: PUT }\n',
        'line 2: servers[0].closeMethod has to be one of POST, GET'
    ],
    [
        'a server that is nowhere',
        'processes:\n  - { code: P, server: Nowhere }\n',
        'line 2: processes[0].server names a server that neither the file nor the org has'
    ],
    [
        'a second server without a code',
        'servers:\n  - { name: ConVox Pune }\n',
        'line 2: servers[0] needs its code in the gateway: commands without one go to the default server'
    ],
    [
        'a second default server',
        'servers:\n  - { name: ConVox Pune, default: true }\n',
        'line 2: servers[0].default makes a second default: the org has ConVox Mumbai. Name that one too, with default: false'
    ],
    [
        'a code that two servers of the file have',
        'servers:\n  - { name: ConVox Pune, code: pune }\n  - { name: ConVox Austin, code: pune }\n',
        'line 3: servers[1].code is the code of ConVox Pune already'
    ],
    [
        'what agents ask of a server of the sheet',
        'servers:\n  - name: ConVox Mumbai\n    supports: [Ready]\n',
        'line 3: servers[0].supports is for the dialects webService and rest: a server of the sheet is asked for none of it'
    ],
    [
        'what the phone would not show',
        'servers:\n  - { name: A, code: a, dialect: rest, supports: [Ready, Unmute] }\n',
        'line 2: servers[0].supports has Unmute alone: the phone offers Mute and Unmute together only'
    ]
])('%s is refused with its line, and nothing is written', async (_what, yaml, mistake) => {
    const before = written();
    const { code, document } = await configure(yaml);
    expect({ code, document }).toMatchObject({
        code: 1,
        document: {
            ok: false,
            error: { details: [typeof mistake === 'string' ? mistake : expect.stringMatching(mistake)] }
        }
    });
    expect(written()).toBe(before);
});

test('a code is another server’s of the org as long as the file does not give that one another', async () => {
    const austin = '  - { name: ConVox Austin, code: austin }\n';
    await configure(`servers:\n${austin}`);
    const dallas = '  - { name: ConVox Dallas, code: austin }\n';
    expect((await configure(`servers:\n${dallas}`, '--dry-run')).document).toMatchObject({
        error: { details: ['line 2: servers[0].code is the code of ConVox Austin already'] }
    });
    expect(
        await configure(`servers:\n${dallas}${austin.replace('code: austin', 'code: austin2')}`, '--dry-run')
    ).toMatchObject({
        code: 0
    });
});

test('what the org would refuse, as calls would be those of another server, is refused with its line', async () => {
    await configure('servers:\n  - { name: ConVox Austin, code: austin }\n');
    const { store, users } = desk.org;
    const calls = ['17', 'austin:18'].map((Call_Reference__c) => ({ Call_Reference__c }));
    store.create('ConVox_Call__c', calls, users.admin);
    const swapped =
        'servers:\n  - { name: ConVox Austin, code: texas, default: true }\n  - { name: ConVox Mumbai, code: mumbai, default: false }\n';
    const stays = 'stays as it is: there are calls of the default server. On the record of a server it can be changed';
    expect((await configure(swapped, '--dry-run')).document).toMatchObject({
        error: {
            details: [
                'line 2: servers[0].code stays austin: calls are kept behind it',
                `line 2: servers[0].default ${stays}`,
                `line 3: servers[1].code ${stays}`,
                `line 3: servers[1].default ${stays}`
            ]
        }
    });
    const same = 'servers:\n  - { name: ConVox Austin, code: austin, default: false }\n';
    expect((await configure(same, '--dry-run')).code).toBe(0);
});

test('a server that the org has with another dialect than the sheet may be asked by agents', async () => {
    await configure('servers:\n  - { name: ConVox Austin, code: austin, dialect: rest }\n');
    expect(await configure('servers:\n  - { name: ConVox Austin, supports: [Hold, Resume] }\n')).toMatchObject({
        code: 0
    });
});

test('a user who left and rows that the org has twice are refused', async () => {
    const { store, users } = desk.org;
    const ravi = users.find('ravi.kumar');
    store.update('User', [{ id: ravi?.id ?? '', values: { IsActive: false } }], users.admin);
    store.create('ConVox_Server__c', [{ Name: 'CONVOX MUMBAI' }], users.admin);
    const { document } = await configure(
        'servers:\n  - name: ConVox Mumbai\nagents:\n  - { code: X, user: ravi.kumar@sunrise.example }\n'
    );
    expect(document).toMatchObject({
        error: {
            details: [
                expect.stringContaining('not active'),
                expect.stringMatching(/in the org 2 times \(\w{18}, \w{18}\)/)
            ]
        }
    });
});

test('a key that the gateway would not take is refused without showing it', async () => {
    const result = await configure('credential:\n  url: https://a.example\n  keyFrom: K\n', '', {
        environment: { K: 'short-key' }
    });
    expect(result).toMatchObject({
        code: 1,
        document: { error: { details: [expect.stringContaining('16 characters')] } }
    });
    expect(JSON.stringify(result)).not.toContain('short-key');
});

test('what the org refuses is told by row', async () => {
    await desk.close();
    desk = await openAdminOrg({}, (app) => ({
        fetch: (request, bindings) =>
            request.method === 'PATCH' && request.url.includes('ConVox_Agent__c')
                ? Response.json([
                      {
                          success: false,
                          errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No', fields: [] }]
                      }
                  ])
                : app.fetch(request, bindings)
    }));
    const { code, document } = await configure('agents:\n  - { code: AG_NEW, user: admin@sunrise.example }\n');
    expect({ code, document }).toMatchObject({
        code: 1,
        document: { error: { details: ['ConVox_Agent__c AG_NEW: No'] } }
    });
});

test('the dashboards get their filters by process and agent, and a second run finds nothing to do', async () => {
    const [today] = rows('Dashboard').filter((row) => row['DeveloperName'] === 'ConVox_Today');
    const yaml = 'processes:\n  - { code: LOANS, server: ConVox Mumbai }\n';
    const changed = ['ConVox_Operations', 'ConVox_Today', 'ConVox_Week'];

    expect(await configure(yaml)).toMatchObject({ code: 0, document: { dashboards: changed } });
    const described: unknown = await desk.connection.request(
        `/services/data/v66.0/analytics/dashboards/${String(today?.['Id'])}/describe`
    );
    expect(described).toMatchObject({
        filters: [
            {
                name: 'Process',
                options: [{ value: 'Customer Support' }, { value: 'LOANS' }, { value: 'Outbound Sales' }]
            },
            { name: 'Agent', options: [{ value: 'Asha Verma' }, { value: 'Ravi Kumar' }] }
        ]
    });
    expect(await configure(yaml)).toMatchObject({ code: 0, document: { dashboards: [] } });
});

test('a permission set group is assigned as a group, once', async () => {
    const yaml = 'permissions:\n  ConVox_Supervisors: [ravi.kumar@sunrise.example]\n';
    const [group] = rows('PermissionSetGroup').filter((row) => row['DeveloperName'] === 'ConVox_Supervisors');
    const assigned = (): readonly unknown[] =>
        rows('PermissionSetAssignment').filter((row) => row['PermissionSetGroupId'] === group?.['Id']);

    expect(await configure(yaml)).toMatchObject({ code: 0 });
    expect(assigned()).toMatchObject([{ AssigneeId: desk.org.users.find('ravi.kumar')?.id, PermissionSetId: null }]);
    expect(await configure(yaml)).toMatchObject({ code: 0, document: { assignments: [] } });
    expect(assigned()).toHaveLength(1);
});

test('whoever is an active agent gets the rights of one, named once or twice, alone or as a supervisor', async () => {
    const yaml = [
        'agents:',
        '  - { code: AG_MEERA, user: admin@sunrise.example }',
        '  - { code: AG_RAVI, user: ravi.kumar@sunrise.example }',
        '  - { code: AG_GONE, user: divya.menon@sunrise.example, active: false }',
        'permissions:',
        '  ConVox_Supervisors: [Ravi.Kumar@sunrise.example]'
    ].join('\n');
    expect((await configure(yaml)).document).toMatchObject({
        assignments: [
            ...['ConVox_Supervisors', 'ConVox_Org_Manager_Rights'].map((grant) => ({
                grant,
                user: 'Ravi.Kumar@sunrise.example'
            })),
            ...['ConVox_Agents', 'ConVox_Org_Rights', 'ConVox_Org_Agent_Rights'].map((grant) => ({
                grant,
                user: 'admin@sunrise.example'
            }))
        ]
    });
    expect(await desk.run('verify --only agents')).toMatchObject({ code: 0 });
});

test('an agent who left is taken out of service, also when the user is not active any more', async () => {
    const { store, users } = desk.org;
    store.update('User', [{ id: users.find('ravi.kumar')?.id ?? '', values: { IsActive: false } }], users.admin);
    expect(await desk.run('verify --only agents')).toMatchObject({
        code: 1,
        printed: expect.stringContaining('AG_RAVI: ravi.kumar@sunrise.example is not active')
    });
    expect(
        await configure('agents:\n  - { code: AG_RAVI, user: ravi.kumar@sunrise.example, active: false }\n')
    ).toMatchObject({ code: 0 });
    expect(await desk.run('verify --only agents')).toMatchObject({ code: 0 });
});

test('a rotation of the key whose variable was forgotten says that the key stayed', async () => {
    const yaml = 'credential:\n  url: https://a.example\n  keyFrom: K\n';
    await configure(yaml, '', { environment: { K: KEY } });
    expect(await desk.run('configure convox.yaml')).toMatchObject({
        printed: expect.stringContaining('Gateway key: the org keeps the one it has')
    });
    expect(await desk.run('configure convox.yaml', { environment: { K: KEY } })).toMatchObject({
        printed: expect.stringContaining('~ Gateway key: entered anew')
    });
});

test('a small file in a large org shows what it changes, and not all the rest', async () => {
    const dispositions = Array.from({ length: 40 }, (_, index) => `      - { code: D${index} }`);
    await configure(['processes:', '  - code: LOANS', '    dispositions:', ...dispositions].join('\n'));
    writeFileSync(join(desk.folder, 'convox.yaml'), 'servers:\n  - { name: ConVox Mumbai }\n');
    const { printed } = await desk.run('configure convox.yaml');
    expect(printed).toMatch(/and \d+ more \(--json lists all\)/);
    expect(printed.split('\n').length).toBeLessThan(15);
});

test('the command asks for its file', async () => {
    expect(await desk.run('configure')).toMatchObject({
        code: 2,
        noted: expect.stringContaining('Name one YAML file')
    });
});

test('rights that an installed package version does not bring are deployed before they are given', async () => {
    await desk.close();
    desk = await openAdminOrg({ forceApp: join(root, 'force-app'), credentials: {} }, undefined, { isSeeded: false });
    const permissions = 'permissions:\n  ConVox_Administrators: [admin@sunrise.example]\n';

    expect((await configure(permissions, '--dry-run')).document).toMatchObject({ orgPart: true });
    expect(await configure(permissions)).toMatchObject({
        code: 2,
        printed: expect.stringContaining('--target-org <alias>')
    });

    const cli = scriptedCli({
        'project deploy start': [{ id: '0Af1' }],
        'project deploy report': [{ id: '0Af1', status: 'Succeeded' }]
    });
    expect(await configure(permissions, '--target-org dev', { runProcess: cli.run })).toMatchObject({
        code: 0,
        document: { orgPart: true, assignments: [{ grant: 'ConVox_Administrators' }] }
    });
    expect(cli.calls[0]).toContain('--source-dir config/org');
});
