import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Listening } from '../../node/listen.ts';
import { listen } from '../../node/listen.ts';
import { CLIENT } from '../../local/org/testing/testOrg.ts';
import { root } from '../root.ts';
import type { AdminOrg } from '../testing/adminOrg.ts';
import { openAdminOrg } from '../testing/adminOrg.ts';
import type { SignedInCli } from '../testing/signedInCli.ts';
import { signInCli } from '../testing/signedInCli.ts';
import { readVersion } from '../version.ts';
import { commandLines } from './markdown.ts';

const ALIAS = 'convox';
const guide = readFileSync(join(root, 'docs', 'install.md'), 'utf8');
const version = readVersion(root);
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
/** What each step says one sees, up to the end of its paragraph. */
const promises = [...guide.matchAll(/^ *_You see_ ([^]*?)(?=\n\s*\n)/gm)].map(([, text = '']) => oneLine(text));
const commands = [...new Set(commandLines(guide))];

let desk: AdminOrg;
let cli: SignedInCli;
/** Stands for ConVox's server, which knows no agent of verify's test command. */
let convox: Listening;
let gateway: ChildProcess | undefined;
let gatewayUrl: string;
let asyncPaths: NodeJS.Timeout;
/** Variables that the guide exports, and those that its steps give to the gateway. */
const environment: Record<string, string> = {};

beforeAll(async () => {
    desk = await openAdminOrg({ credentials: {} });
    convox = await listen({ fetch: () => new Response('{"STATUS":"EC022","MESSAGE":"Invalid user id"}') });
    gatewayUrl = await freeAddress();
    // As the running local org does: what flows leave for later is run by the org, not by who waits for it.
    asyncPaths = setInterval(() => void desk.org.settle(), 100);
    cli = await signInCli(desk, ALIAS);
}, 120_000);
afterAll(async () => {
    clearInterval(asyncPaths);
    if (gateway) {
        const stopped = once(gateway, 'exit');
        gateway.kill();
        await stopped;
    }
    await convox.close();
    await desk.close();
});

/** Configuration names the gateway's address before the gateway is started. */
async function freeAddress(): Promise<string> {
    const server = await listen({ fetch: () => new Response() });
    await server.close();
    return server.url;
}

/** Prepares what the guide leaves to the reader, runs the command, and returns all that it printed. */
type Decision = (command: string) => Promise<string>;

/** A command for an org, with the real Salesforce CLI under it; the sources are compiled when tests run. */
async function runForOrg(command: string, expectedCode: number): Promise<string> {
    const line = command.replace('npm run admin -- ', '').replace('<command>', 'deploy');
    const { code, printed, noted } = await desk.run(line, {
        environment,
        shortestWait: 100,
        runProcess: (script, args, options) =>
            script.endsWith('build.ts')
                ? Promise.resolve({ code: 0, stdout: '', stderr: '' })
                : cli.run(script, args, options)
    });
    const output = `${noted}\n${printed}`;
    expect({ line, code, output }).toEqual({ line, code: expectedCode, output });
    return output;
}

const org: Decision = (command) => runForOrg(command, 0);

const copy: Decision = async (command) => {
    const [, from = '', to = ''] = command.split(' ');
    copyFileSync(join(root, from), join(desk.folder, to));
    const yaml = readFileSync(join(desk.folder, to), 'utf8');
    writeFileSync(join(desk.folder, to), yaml.replace('https://gateway.example.com', gatewayUrl));
    return Promise.resolve(yaml);
};

const makeKey: Decision = async (command) => {
    const [, name = ''] = /^export (\w+)=/.exec(command) ?? [];
    environment[name] = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64');
    return Promise.resolve('');
};

const serve: Decision = async (command) => {
    const child = spawn(process.execPath, ['scripts/gateway/gateway.ts', ...command.split(' ').slice(4)], {
        cwd: root,
        env: {
            GATEWAY_PORT: new URL(gatewayUrl).port,
            SALESFORCE_LOGIN_URL: desk.url,
            SALESFORCE_CLIENT_ID: CLIENT.clientId,
            SALESFORCE_CLIENT_SECRET: CLIENT.clientSecret,
            CONVOX_KEYS: environment['CONVOX_GATEWAY_KEY'],
            CONVOX_ORIGIN: convox.url,
            GATEWAY_SECRETS: 'a-made-up-secret-for-tests',
            SALESFORCE_LIGHTNING_ORIGIN: 'https://example.lightning.force.com',
            GATEWAY_JOURNAL: join(desk.folder, 'journal.sqlite')
        },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    gateway = child;
    let log = '';
    await new Promise<void>((resolve, reject) => {
        const listener = (chunk: Buffer): void => {
            log += chunk.toString();
            if (log.includes('gateway started')) {
                resolve();
            }
        };
        child.stdout.on('data', listener);
        child.stderr.on('data', listener);
        child.once('exit', () => reject(new Error(log)));
    });
    return log;
};

const ask: Decision = async (command) => {
    const [, path = ''] = /gateway\.example\.com(\S*)/.exec(command) ?? [];
    const response = await fetch(gatewayUrl + path);
    return `HTTP ${response.status} ${await response.text()}`;
};

/** One row makes no call, so that the command ends with 1. */
const load: Decision = (command) => {
    const rows = ['H-1,9876543201,AG_ASHA,Connected,2026-02-01,10,15', ',,AG_ASHA,Connected,2026-02-01,10,16'];
    const header = 'CALL_REFERENCE_ID,MOBILE_NO,USER_ID,CALL_STATUS,CALL_DATE,CALL_HOUR,CALL_MINUTE';
    writeFileSync(join(desk.folder, 'calls.csv'), [header, ...rows].join('\n'));
    return runForOrg(command, 1);
};

/** What differs from run to run, by the name that it has in the lines below. */
const named = (output: string): string[] =>
    output
        .replaceAll(gatewayUrl, '<gateway>')
        .replaceAll(desk.folder, '<folder>')
        .replaceAll(/"time":"[^"]+"/g, '"time":"<time>"')
        .replaceAll(/"version":"[^"]+"/g, '"version":"<version>"')
        .replaceAll(/"bytes":\d+/g, '"bytes":<bytes>')
        .replaceAll(/all \d{3} components/g, 'all <count> components')
        .split('\n')
        // How often progress is told depends on the time that it takes.
        .filter((line) => line !== '' && !/\[[#.]+\] +\d+ %/.test(line));

/** Lines that verify prints, whole; none of them is one with NO. */
const verifyLines =
    /^(?:[^ ].*\?(?: Ask while the agent has no call\.)?|ConVox for Salesforce \S+|This installation| {2}(?:yes |open) {2}\S.* {2}\[[a-z-]+\]| {8}\S.*|\d+ yes, 0 no, \d+ open)$/;

const configured = [
    '~ Named Credential ConVox: https://convox.example.com -> <gateway>',
    '+ Gateway key: entered at the principal',
    '~ ConVox_Process__c SUPPORT: Calling_From__c (empty) -> 09:00, Calling_To__c (empty) -> 20:00',
    '~ ConVox_Disposition__c SUPPORT / NOT_INTERESTED: Sort_Order__c 40 -> 30',
    '+ ConVox_Disposition__c SUPPORT / NOT_INTERESTED / PRICE',
    '+ ConVox_Disposition__c SUPPORT / NOT_INTERESTED / COMPETITOR',
    '~ ConVox_Disposition__c SALES / WRONG_NUMBER: Is_Active__c true -> false, Sort_Order__c 50 -> 30',
    '+ ConVox_Administrators for admin@sunrise.example',
    '+ ConVox_Org_Rights for admin@sunrise.example',
    '+ ConVox_Org_Agent_Rights for admin@sunrise.example',
    '~ Dashboards ConVox_Operations, ConVox_Today, ConVox_Week: filters Process (2 values), Agent (2 values)',
    'Unchanged: 8 rows.',
    'The org has rows that the file does not name; they stay as they are:',
    '  ConVox_Disposition__c SUPPORT / SALE',
    '  ConVox_Disposition__c SALES / VISIT',
    '  ConVox_Disposition__c SALES / NOT_INTERESTED'
];
const refusedRow = 'Refused: 1 row; <folder>/calls.csv.refused.csv has what was refused, with the reasons.';

interface Tried {
    readonly command: string;
    readonly decision: Decision;
    /** Words of a promise of the guide, and how the output keeps it. */
    readonly sees: Readonly<Record<string, RegExp>>;
    /** All lines of the output, or what each of them has to match as a whole; left out for help and for a file. */
    readonly prints?: readonly string[] | RegExp;
}

const tried: readonly Tried[] = [
    {
        command: 'npm run admin -- --help',
        decision: org,
        sees: { 'the list of commands': /deploy[^]*configure[^]*verify/ }
    },
    {
        command: 'npm run admin -- <command> --help',
        decision: org,
        sees: { 'explains each command': /--target-org[^]*--dry-run/ }
    },
    {
        command: 'npm run admin -- deploy --target-org convox --dry-run',
        decision: org,
        sees: { 'a count of components': /The org would take all \d{3} components/ },
        prints: ['Compiling the components ...', 'The org would take all <count> components.']
    },
    {
        command: 'npm run admin -- deploy --target-org convox',
        decision: org,
        sees: { '_The org has taken all … components_': /The org has taken all \d{3} components/ },
        prints: [
            'Compiling the components ...',
            'The org has taken all <count> components.',
            'Next: docs/install.md, step 3'
        ]
    },
    {
        command: 'cp config/convox.sample.yaml convox.yaml',
        decision: copy,
        sees: { 'a file that holds no secret': /keyFrom: CONVOX_GATEWAY_KEY/ }
    },
    { command: 'export CONVOX_GATEWAY_KEY="$(openssl rand -base64 32)"', decision: makeKey, sees: {} },
    {
        command: 'npm run admin -- configure convox.yaml --target-org convox --dry-run',
        decision: org,
        sees: { 'what is new, line by line': /^\+ ConVox_Disposition__c SUPPORT \/ NOT_INTERESTED \/ PRICE$/m },
        prints: [...configured, 'Nothing was changed.']
    },
    {
        command: 'npm run admin -- configure convox.yaml --target-org convox',
        decision: org,
        sees: { "This sets the Named Credential's URL, the key at the principal": /127\.0\.0\.1:\d+[^]*key/i },
        prints: configured
    },
    {
        command: 'npm run gateway -- serve',
        decision: serve,
        sees: { '`gateway started` in its log': /gateway started/ },
        prints: ['{"level":"info","time":"<time>","url":"<gateway>","event":"gateway started"}']
    },
    {
        command: 'curl -i https://gateway.example.com/health/ready',
        decision: ask,
        sees: { '200 from outside': /^HTTP 200/ },
        prints: [
            'HTTP 200 {"status":"ok","version":"<version>","reasons":[],"journal":{"waiting":0,"oldestSeconds":0,"deadLetters":0,"quarantined":0,"bytes":<bytes>},"servers":{"default":{}}}'
        ]
    },
    {
        command: 'npm run admin -- backfill-phone-keys --target-org convox --dry-run',
        decision: org,
        sees: { counts: /\d+ of \d+[^]*Contact: \d+ of \d+ rows need keys/ },
        prints: [
            'Contact: 0 of 11 rows need keys',
            'Lead: 0 of 5 rows need keys',
            'Account: 0 of 5 rows need keys',
            'Nothing was changed.'
        ]
    },
    {
        command: 'npm run admin -- backfill-phone-keys --target-org convox',
        decision: org,
        sees: { 'at the end that every server is marked as filled': /Every server is marked as filled/ },
        prints: [
            'Contact: 11 checked, 0 given their keys, 0 refused',
            'Lead: 5 checked, 0 given their keys, 0 refused',
            'Account: 5 checked, 0 given their keys, 0 refused',
            'Every server is marked as filled (0 changed).'
        ]
    },
    {
        command: 'npm run admin -- load-calls calls.csv --target-org convox --dry-run',
        decision: load,
        sees: { 'how many calls come of it': /1 of 2 rows would be loaded, as 1 call/ },
        prints: [
            '1 of 2 rows would be loaded, as 1 call, their times read in Asia/Kolkata. Nothing was sent.',
            refusedRow
        ]
    },
    {
        command: 'npm run admin -- load-calls calls.csv --target-org convox',
        decision: load,
        sees: {
            'rows that make no call go to `calls.csv.refused.csv` with the reason':
                /Refused: 1 row; \S*calls\.csv\.refused\.csv has what was refused/
        },
        prints: ['1 of 2 rows loaded.', refusedRow]
    },
    {
        command: 'npm run admin -- verify --target-org convox --send-test-command',
        decision: org,
        sees: {
            'no line with NO': /direct-route[^]*background-route[^]*\b0 no\b/
        },
        prints: verifyLines
    },
    {
        command: 'npm run admin -- verify --target-org convox --as-agent agent --as-gateway --send-test-command',
        decision: org,
        sees: { 'what an agent and the gateway may really do': /agent-rights[^]*gateway-writes[^]*\b0 no\b/ },
        prints: verifyLines
    },
    {
        command: 'npm run admin -- verify --target-org convox --only agents',
        decision: org,
        sees: { 'names every active agent without an active user or without a right': /all 2 active agents/ },
        prints: [
            'Has every active agent an active user with all rights that agents need?',
            `ConVox for Salesforce ${version}`,
            'This installation',
            '  yes   Has every active agent an active user with all rights that agents need?  [agents]',
            '        all 2 active agents',
            '1 yes, 0 no, 0 open'
        ]
    }
];

/** Commands that cannot be run here, each with the reason. */
const notHere: Readonly<Record<string, string>> = {
    'npm run sf -- org login web --alias convox':
        'opens a browser on login.salesforce.com; the CLI signs in by access token instead',
    'npm run sf -- org login web --alias agent': 'opens a browser; the test gives the command a session of the agent',
    'export SALESFORCE_LOGIN_URL=https://example.my.salesforce.com SALESFORCE_CLIENT_ID=… SALESFORCE_CLIENT_SECRET=…':
        'the test gives the command a session of the gateway',
    'npm run sf -- org logout --target-org agent': 'nobody signed in as agent; the CLI forgets a login of its own',
    'npm run admin -- deploy --target-org convox --parts persons':
        'this org has no person accounts; personAccounts.test.ts has one that does',
    'npm run admin -- deploy --target-org convox --parts hindi':
        'a part of the deployment above, which brings all parts',
    'npm run admin -- deploy --target-org convox --production':
        'the local org is no production org; deploy.test.ts makes it say that it is one',
    'npm run admin -- package version create --target-org hub': 'needs a Dev Hub',
    'npm run admin -- package version promote 04tXXXXXXXXXXXXXXX --target-org hub': 'needs a Dev Hub',
    'npm run sf -- package install --package 04tXXXXXXXXXXXXXXX --target-org convox --wait 20':
        'needs a package version, which a Dev Hub makes',
    'npm run admin -- scratch --dev-hub hub': 'needs a Dev Hub',
    'cd /opt/convox-gateway': 'a server with systemd and root',
    'sudo npm ci --omit=dev --omit=optional --ignore-scripts':
        'a server with systemd and root; the same installation is in the image of the gateway',
    'sudo install -d -m 700 /etc/convox-gateway': 'a server with systemd and root',
    'sudo install -m 600 scripts/gateway/deploy/environment.example /etc/convox-gateway/environment':
        'a server with systemd and root',
    'sudo nano /etc/convox-gateway/environment': 'a person edits a file',
    'sudo install -m 644 scripts/gateway/deploy/convox-gateway.service /etc/systemd/system/':
        'a server with systemd and root',
    'sudo systemctl daemon-reload': 'a server with systemd and root',
    'sudo systemctl enable --now convox-gateway': 'a server with systemd and root',
    'systemctl status convox-gateway': 'a server with systemd and root',
    'journalctl --unit convox-gateway --since today': 'a server with systemd and root',
    'curl -i http://127.0.0.1:8080/health/ready': 'asks the gateway of that server; step 6 asks one here'
};

/** Promises of the guide that no command here can keep: they are of a browser, of people, or of another machine. */
const seenElsewhere: readonly string[] = [
    'the browser say that you may close it',
    "consumer key and consumer secret under the app's OAuth settings",
    "the engineer's sample call in the list _ConVox Calls_",
    '`active (running)`, `gateway started`, and 200'
];

describe('docs/install.md, from its first command to its last', () => {
    test('every command is either run here, in the order of the guide, or has a reason why not', () => {
        const decided = [...tried.map(({ command }) => command), ...Object.keys(notHere)];
        expect(commands.toSorted()).toEqual(decided.toSorted());
        const steps = tried.map(({ command }) => guide.replaceAll('\\\n', '').indexOf(command)).slice(2);
        expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    });

    test('everything that one is to see is compared, or is not to be seen here', () => {
        const compared = tried.flatMap(({ sees }) => Object.keys(sees));
        expect(compared.filter((words) => !oneLine(guide).includes(words))).toEqual([]);
        const known = [...compared, ...seenElsewhere];
        expect(promises.length).toBeGreaterThan(10);
        expect(promises.filter((promise) => !known.some((words) => promise.includes(words)))).toEqual([]);
        expect(seenElsewhere.filter((words) => !promises.some((promise) => promise.includes(words)))).toEqual([]);
    });

    test.each(tried)(
        '$command',
        async ({ command, decision, sees, prints }) => {
            const output = await decision(command);
            for (const [words, kept] of Object.entries(sees)) {
                expect({ words, output }).toEqual({ words, output: expect.stringMatching(kept) });
            }
            const lines = named(output);
            if (prints instanceof RegExp) {
                expect(lines.filter((line) => !prints.test(line))).toEqual([]);
            } else {
                expect(lines).toEqual(prints ?? lines);
            }
        },
        120_000
    );
});

describe('the real Salesforce CLI on the local org', () => {
    test('it signs in, and its login is what --target-org means', async () => {
        expect(cli.login).toMatchObject({ code: 0 });
        const [known, unknown] = await Promise.all(
            [ALIAS, 'nowhere'].map((alias) =>
                cli.run('scripts/admin/admin.ts', ['verify', '--only', 'flows', '--target-org', alias, '--json'])
            )
        );
        expect(JSON.parse(known?.stdout ?? '')).toMatchObject({ ok: true, yes: 1, no: 0 });
        expect(JSON.stringify([known, unknown])).not.toContain(cli.token);
        expect(unknown?.code).toBe(1);
        expect(JSON.parse(unknown?.stdout ?? '')).toMatchObject({
            error: {
                message: 'Nobody is signed in as nowhere.',
                details: [expect.stringContaining('--alias nowhere'), expect.stringContaining('sf -- org list')]
            }
        });
    }, 120_000);

    test('it queries, exports, and lists metadata', async () => {
        const file = join(desk.folder, 'agents.csv');
        const [rows, exported, listed] = await Promise.all([
            cli.sf(
                `data query --query "SELECT Name, Server__r.Name FROM ConVox_Agent__c" --result-format csv -o ${ALIAS}`
            ),
            cli.sf(
                `data export bulk --query "SELECT Agent_Code__c FROM ConVox_Agent__c" --output-file "${file}" --wait 5 -o ${ALIAS}`
            ),
            cli.sf(`org list metadata --metadata-type Flow --json -o ${ALIAS}`)
        ]);
        expect(rows.stdout).toMatch(/^Name,Server__r\.Name\n\S.*,ConVox Mumbai\n/);
        expect(exported).toMatchObject({ code: 0 });
        expect(readFileSync(file, 'utf8')).toContain('AG_ASHA');
        expect(JSON.parse(listed.stdout)).toMatchObject({
            result: expect.arrayContaining([expect.objectContaining({ fullName: 'ConVox_Send_Command' })])
        });
    }, 120_000);
});
