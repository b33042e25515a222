import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Listening, WebApp } from '../../http/listen.ts';
import { listen } from '../../http/listen.ts';
import type { Org } from '../../org/org.ts';
import { seedOrg } from '../../org/seed/seedOrg.ts';
import { CLIENT, createTestOrg } from '../../org/testing/testOrg.ts';
import { root } from '../root.ts';
import { openConnection } from './signIn.ts';

let org: Org;
let server: Listening;

/** The CLI's library asks for users with an older version of the API, which real orgs all speak; the local org has one. */
const anyVersion = (app: WebApp): WebApp => ({
    fetch: (request) => {
        const url = new URL(request.url);
        url.pathname = url.pathname.replace(/^\/+services\/data\/v5\d\.0\//, '/services/data/v66.0/');
        return app.fetch(new Request(url, request));
    }
});

beforeAll(async () => {
    org = await createTestOrg({ apiClients: [{ ...CLIENT, username: 'admin' }] });
    seedOrg(org);
    server = await listen(anyVersion(org));
});
afterAll(async () => {
    await server.close();
    await org.close();
});

interface Ended {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

function start(script: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
    const child = spawn(process.execPath, [join(root, script), ...args], {
        cwd: root,
        env: {
            ...process.env,
            SF_DISABLE_TELEMETRY: 'true',
            SF_SKIP_NEW_VERSION_CHECK: 'true',
            SF_DISABLE_AUTOUPDATE: 'true',
            ...environment
        }
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (text: Buffer) => (output.stdout += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output.stderr += text.toString()));
    return new Promise((resolve) => child.once('close', (code) => resolve({ ...output, code })));
}

test('a login of the Salesforce CLI opens the org under its alias, and no token is shown', async () => {
    const home = mkdtempSync(join(tmpdir(), 'home-'));
    const token = org.openSession('admin');
    const login = await start(
        'node_modules/@salesforce/cli/bin/run.js',
        ['org', 'login', 'access-token', '--instance-url', server.url, '--no-prompt', '--alias', 'local', '--json'],
        { HOME: home, SF_ACCESS_TOKEN: token }
    );
    expect(login.stdout).toContain('"status": 0');

    const ended = await start(
        'scripts/admin/admin.ts',
        ['verify', '--only', 'flows', '--target-org', 'local', '--json'],
        { HOME: home }
    );
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: true, yes: 1, no: 0 });
    expect(ended.stdout + ended.stderr).not.toContain(token);

    const unknown = await start('scripts/admin/admin.ts', ['verify', '--target-org', 'nowhere', '--json'], {
        HOME: home
    });
    expect(unknown.code).toBe(1);
    expect(JSON.parse(unknown.stdout)).toMatchObject({
        error: { details: [expect.stringContaining('sf -- org list')] }
    });
}, 60_000);

test('a program signs in with client credentials, and anew when its session has run out', async () => {
    const environment = {
        ORG_LOGIN_URL: server.url,
        ORG_CLIENT_ID: CLIENT.clientId,
        ORG_CLIENT_SECRET: CLIENT.clientSecret
    };
    const connection = await openConnection(undefined, environment);
    const first = connection.accessToken;
    await fetch(`${server.url}/services/oauth2/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token: first ?? '' })
    });
    expect((await connection.query('SELECT Id FROM ConVox_Server__c')).totalSize).toBe(1);
    expect(connection.accessToken).not.toBe(first);
});

test.each([
    [{}, 'Name the org: --target-org <alias>'],
    [{ ORG_LOGIN_URL: 'https://a.example' }, 'ORG_LOGIN_URL needs ORG_CLIENT_ID and ORG_CLIENT_SECRET beside it']
])('with %j nobody is signed in', async (environment, reason) => {
    await expect(openConnection(undefined, environment)).rejects.toThrow(reason);
});

test('nothing of these commands writes a login anywhere', () => {
    const sources = readdirSync(join(root, 'scripts/admin'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => readFileSync(join(root, 'scripts/admin', file), 'utf8'));
    const writing = sources.filter(
        (text) => /writeFile|appendFile/.test(text) && /accessToken|clientSecret/.test(text)
    );
    expect(writing).toEqual([]);
});
