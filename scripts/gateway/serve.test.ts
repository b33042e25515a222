import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '../node/listen.ts';
import { startStandInOrg } from './salesforce/standInOrg.ts';
import type { StandInOrg } from './salesforce/standInOrg.ts';

const SECRET = 'a-secret-of-the-test';
const PUSH = 'MOBILE_NO=9876543201&CALL_REFERENCE_ID=R1';

const folder = mkdtempSync(join(tmpdir(), 'gateway-serve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let org: StandInOrg;
let children: ChildProcess[];
beforeEach(async () => {
    children = [];
    org = await startStandInOrg();
});
afterEach(async () => {
    children.forEach((child) => child.kill('SIGKILL'));
    await org.close();
});

async function freePort(): Promise<number> {
    const server = await listen({ fetch: () => new Response() });
    await server.close();
    return Number(new URL(server.url).port);
}

interface Program {
    readonly url: string;
    /** Exit code, or the signal that ended it. */
    readonly ended: Promise<number | string | null>;
    kill(signal: NodeJS.Signals): void;
    /** What it has written to a pipe so far. */
    log(): string;
    /** Resolves once the log has that. */
    logged(words: string): Promise<void>;
}

/** The program on a free port, once it answers. */
async function serveWith(journal: string, stdio: StdioOptions, settings: object = {}): Promise<Program> {
    const port = await freePort();
    const child = spawn(process.execPath, [join(import.meta.dirname, 'gateway.ts'), 'serve'], {
        env: {
            GATEWAY_PORT: String(port),
            GATEWAY_JOURNAL: join(folder, journal),
            GATEWAY_SECRETS: SECRET,
            SALESFORCE_LIGHTNING_ORIGIN: 'https://example.lightning.force.com',
            SALESFORCE_LOGIN_URL: org.url,
            SALESFORCE_CLIENT_ID: 'client',
            SALESFORCE_CLIENT_SECRET: 'client secret',
            ...settings
        },
        stdio
    });
    children.push(child);
    let log = '';
    child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const url = `http://127.0.0.1:${port}`;
    while (!(await isReady(url))) {
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return {
        url,
        ended: new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code))),
        kill: (signal) => child.kill(signal),
        log: () => log,
        async logged(words) {
            while (!log.includes(words)) {
                await new Promise((resolve) => setTimeout(resolve, 20));
            }
        }
    };
}

function isReady(url: string): Promise<boolean> {
    return fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false
    );
}

async function push(url: string, secret = SECRET): Promise<number> {
    return (await answerTo(url, secret)).status;
}

async function answerTo(url: string, secret = SECRET): Promise<Response> {
    const headers = { 'access-token': secret, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(`${url}/call-status`, { method: 'POST', body: PUSH, headers });
    await answer.text();
    return answer;
}

test('with its log on a full disk it starts, takes pushes, refuses others, and ends when told to', async () => {
    const full = openSync('/dev/full', 'w');
    const program = await serveWith('full.sqlite', ['ignore', full, full]);
    const refused = await Promise.all(Array.from({ length: 200 }, () => push(program.url, 'another-secret-of-it')));
    expect(new Set(refused)).toEqual(new Set([401]));
    await expect(push(program.url)).resolves.toBe(200);
    program.kill('SIGTERM');
    await expect(program.ended).resolves.toBe(0);
    expect(org.received.at(-1)?.body).toContain('"R1"');
});

test('who pushes over a connection that is kept is let go before the port is closed', async () => {
    const program = await serveWith('stop.sqlite', ['ignore', 'ignore', 'inherit']);
    const pushUntilLetGo = async (): Promise<number> => {
        const { status, headers } = await answerTo(program.url);
        return headers.get('connection') === 'close' ? status : pushUntilLetGo();
    };
    await expect(push(program.url)).resolves.toBe(200);
    const clients = Array.from({ length: 8 }, pushUntilLetGo);
    program.kill('SIGTERM');
    expect(new Set(await Promise.all(clients))).toEqual(new Set([200]));
    await expect(program.ended).resolves.toBe(0);
});

test('SIGHUP brings another secret from the settings file, and a file that is wrong changes nothing', async () => {
    const file = join(folder, 'settings');
    const OTHER = 'another-secret-of-it';
    writeFileSync(file, `GATEWAY_SECRETS=${SECRET}\n`);
    const program = await serveWith('settings.sqlite', ['ignore', 'pipe', 'inherit'], {
        GATEWAY_SECRETS: 'replaced-by-the-file',
        GATEWAY_SETTINGS_FILE: file
    });
    await expect(push(program.url)).resolves.toBe(200);
    writeFileSync(file, `GATEWAY_SECRETS="${OTHER}"\nGATEWAY_FLUSH_SECONDS=2\n`);
    program.kill('SIGHUP');
    await program.logged('settings read anew');
    expect(program.log()).toContain('"holdAfterRestart":["GATEWAY_FLUSH_SECONDS"]');
    await expect(push(program.url)).resolves.toBe(401);
    await expect(push(program.url, OTHER)).resolves.toBe(200);
    writeFileSync(file, 'GATEWAY_SECRETS=short\n');
    program.kill('SIGHUP');
    await program.logged('settings not read, the former hold');
    await expect(push(program.url, OTHER)).resolves.toBe(200);
    expect(program.log()).not.toContain(OTHER);
});
