import { spawn, spawnSync } from 'node:child_process';
import {
    closeSync,
    cpSync,
    existsSync,
    mkdtempSync,
    openSync,
    readFileSync,
    rmSync,
    symlinkSync,
    truncateSync,
    writeSync
} from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './commandLine.ts';
import { openOwnJournal } from './openJournal.ts';
import { openSqliteJournal } from './journal/sqliteJournal.ts';
import { startStandInOrg } from './salesforce/standInOrg.ts';

const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NUMBER = '9876543201';
const push = {
    reference: 'R1',
    receivedAt: 1_795_000_000_000,
    shape: 'form',
    body: `CALL_REFERENCE_ID=R1&MOBILE_NO=${NUMBER}`
} as const;

async function gateway(file: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommand(args, {
        environment: { GATEWAY_JOURNAL: file },
        print: (line) => out.push(line),
        complain: (line) => err.push(line)
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
}

test('dead letters are listed without numbers, shown, and sent again', async () => {
    const file = join(folder, 'dead.sqlite');
    const journal = await openSqliteJournal({ file });
    await journal.append([push]);
    const [call] = await journal.claim({ limit: 1, mostBytes: 1000, lease: 1000, partialAfter: 0 });
    const settlement = {
        reference: 'R1',
        claim: call?.claim ?? '',
        seqs: [1],
        outcome: 'dead',
        reason: 'BAD'
    } as const;
    await journal.settle([settlement]);
    await journal.close();

    const listed = await gateway(file, 'dead-letters', 'list');
    expect(listed.out).toBe(`1\t${new Date(push.receivedAt).toISOString()}\tR1\tBAD\n1 dead letters`);
    expect(listed.out).not.toContain(NUMBER);
    expect((await gateway(file, 'dead-letters', 'show', '1')).out).toContain(NUMBER);
    expect(await gateway(file, 'dead-letters', 'show', '2')).toMatchObject({
        code: 1,
        err: 'No dead letter has the number 2'
    });
    const exported: unknown = JSON.parse((await gateway(file, 'dead-letters', 'export', '--all')).out);
    expect(exported).toMatchObject({ number: 1, reference: 'R1', reason: 'BAD', body: push.body, shape: 'form' });
    expect((await gateway(file, 'dead-letters', 'replay', '--all')).out).toMatch(/^1 pushes wait/m);
    expect((await gateway(file, 'status')).out).toMatch(/^1 pushes wait for Salesforce, the oldest since 2026/);
    expect((await gateway(file, 'replay', '--since', '2026-01-01')).out).toMatch(
        /0 pushes wait for Salesforce again, besides 1 that already did$/
    );
    expect((await gateway(file, 'skip', 'R1')).out).toBe('1 pushes of R1 are dead letters now');
    expect(await gateway(file, 'skip', 'R1')).toMatchObject({ code: 1, err: 'Nothing waits for the call R1' });
    expect((await gateway(file, 'dead-letters', 'delete', '7')).out).toBe('0 dead letters deleted');
    expect((await gateway(file, 'dead-letters', 'delete', '--all')).out).toBe('1 dead letters deleted');
});

test('what is in quarantine is tried again, and stays when it is still not understood', async () => {
    const file = join(folder, 'quarantine.sqlite');
    const journal = await openSqliteJournal({ file });
    const rejected = { receivedAt: push.receivedAt, method: 'POST', contentType: 'text/plain', reason: 'unknown then' };
    await journal.quarantine({ ...rejected, body: Buffer.from(push.body) });
    await journal.quarantine({ ...rejected, body: Buffer.from('{"MOBILE_NO":') });
    await journal.close();

    expect((await gateway(file, 'quarantine', 'list')).out).toMatch(/bytes\tunknown then\n2 requests in quarantine$/);
    expect((await gateway(file, 'quarantine', 'show', '1')).out).toContain(push.body);
    expect((await gateway(file, 'quarantine', 'replay', '--all')).out).toBe(
        '2\tstill not understood: The body is not valid JSON\n1 of 2 requests wait for Salesforce now'
    );
    expect((await gateway(file, 'status')).out).toMatch(/^1 pushes wait[^]*0 dead letters, 1 requests in quarantine/);
    const exported = (await gateway(file, 'quarantine', 'export', '2')).out;
    expect(JSON.parse(exported)).toMatchObject({ number: 2, body: Buffer.from('{"MOBILE_NO":').toString('base64') });
    expect((await gateway(file, 'quarantine', 'delete', '2')).out).toBe('1 requests deleted from quarantine');
});

test.each<[string, string[], RegExp]>([
    ['no command', [], /There is no command/],
    ['an unknown command', ['dead-letters', 'eat'], /There is no command "dead-letters eat"/],
    ['no call', ['skip'], /There is no command "skip"/],
    ['a deletion of nothing', ['dead-letters', 'delete'], /Name the numbers, or --all/],
    ['no number', ['dead-letters', 'replay'], /Name the numbers, or --all/],
    ['a number that is none', ['quarantine', 'show', 'x'], /"x" is not a number of the list/],
    ['a time that is none', ['replay', '--since', 'yesterday'], /"yesterday" is no time/],
    ['an unknown option', ['status', '--loud'], /--loud/]
])('%s is answered with the usage', async (_, args, words) => {
    const { code, err } = await gateway(join(folder, 'none.sqlite'), ...args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(err).toContain('Usage: gateway');
});

test('a journal that is not there is not made by looking at it', async () => {
    const file = join(folder, 'missing.sqlite');
    expect(await gateway(file, 'status')).toMatchObject({
        code: 1,
        err: `There is no journal ${file}: check GATEWAY_JOURNAL`
    });
    expect(existsSync(file)).toBe(false);
});

/** A journal of some pages, and its file after something was done to it. */
async function journalFile(name: string, spoil: (file: string) => void): Promise<string> {
    const file = join(folder, name);
    const journal = await openSqliteJournal({ file });
    await journal.append(Array.from({ length: 500 }, () => push));
    await journal.close();
    spoil(file);
    return file;
}

/** Overwrites pages in the middle, as a disk that fails does. */
function damage(file: string): void {
    const written = openSync(file, 'r+');
    writeSync(written, Buffer.alloc(20_000, 0xab), 0, 20_000, 20_000);
    closeSync(written);
}

const leaveWal = (file: string): void => cpSync(import.meta.filename, `${file}-wal`);

test.each<[string, (file: string) => void, number, RegExp]>([
    ['whole', () => undefined, 0, /^The journal \S+ is whole$/],
    ['damaged', damage, 1, /is damaged: .+ See "A journal that is damaged" in scripts.gateway.README.md$/s],
    ['emptied', (file) => truncateSync(file), 1, /is empty: what it held is gone/],
    ['missing', (file) => rmSync(file), 1, /^There is no journal/]
])('a journal that is %s is told by check', async (state, spoil, code, words) => {
    const checked = await gateway(await journalFile(`check-${state}.sqlite`, spoil), 'check');
    expect(checked.code).toBe(code);
    expect(checked.out + checked.err).toMatch(words);
});

test('the journal of a running gateway is checked, too', async () => {
    const file = join(folder, 'running.sqlite');
    const journal = await openSqliteJournal({ file });
    await journal.append([push]);
    expect(await gateway(file, 'check')).toMatchObject({ code: 0 });
    await journal.close();
});

test('a gateway does not start with a journal that a crash damaged, and tells of one that was emptied', async () => {
    const logged: string[] = [];
    const open = (location: string): ReturnType<typeof openOwnJournal> =>
        openOwnJournal(
            { location, mostBytes: 1e9, keep: 1, keepDead: 1, timeZone: 'Asia/Kolkata' },
            ({ event }) => logged.push(event),
            () => undefined
        );
    const crashed = await journalFile('crashed.sqlite', (file) => {
        damage(file);
        leaveWal(file);
    });
    await expect(open(crashed)).rejects.toThrow(`The journal ${crashed} is damaged`);
    const survived = await open(await journalFile('survived.sqlite', leaveWal));
    await expect(survived.journal.counts()).resolves.toMatchObject({ waiting: 500 });
    await survived.journal.close();
    expect(logged).toEqual([]);
    const emptied = await open(await journalFile('emptied.sqlite', (file) => truncateSync(file)));
    await emptied.journal.close();
    expect(logged).toEqual(['journal file was empty, what it held is gone']);
});

test('without a journal a command says which variable is missing', async () => {
    const complaints: string[] = [];
    const options = { environment: {}, print: () => undefined, complain: (line: string) => complaints.push(line) };
    await expect(runCommand(['status'], options)).resolves.toBe(1);
    expect(complaints.join()).toContain('GATEWAY_JOURNAL is missing');
});

test('a Node that is too old is named in a sentence', () => {
    const old = "Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })";
    const { status, stderr } = spawnSync(
        process.execPath,
        ['--import', `data:text/javascript,${encodeURIComponent(old)}`, join(import.meta.dirname, 'gateway.js')],
        { encoding: 'utf8' }
    );
    expect({ status, stderr }).toEqual({
        status: 1,
        stderr: `The gateway needs Node 24 or newer; ${process.execPath} is Node 20.20.2.\n`
    });
});

/** The program with the files that its image has, and no others. */
function programOfImage(): string {
    const root = join(import.meta.dirname, '..', '..');
    const image = join(folder, 'image');
    const dockerfile = readFileSync(join(import.meta.dirname, 'deploy', 'Dockerfile'), 'utf8');
    for (const [, list = ''] of dockerfile.matchAll(/^COPY (.+)$/gm)) {
        const paths = list.split(' ');
        const target = join(image, paths.pop() ?? '');
        for (const path of paths) {
            cpSync(join(root, path), paths.length > 1 ? join(target, path) : target, { recursive: true });
        }
    }
    symlinkSync(join(root, 'node_modules'), join(image, 'node_modules'));
    return join(image, 'scripts', 'gateway', 'gateway.js');
}

test('the program serves over TLS, and forwards what it has before SIGTERM ends it', async () => {
    const key = join(folder, 'key.pem');
    const certificate = join(folder, 'certificate.pem');
    const made = spawnSync('openssl', [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
        ...['-subj', '/CN=localhost', '-keyout', key, '-out', certificate]
    ]);
    expect(made.status).toBe(0);
    const org = await startStandInOrg();
    const child = spawn(process.execPath, [programOfImage(), 'serve'], {
        env: {
            GATEWAY_PORT: '0',
            GATEWAY_JOURNAL: join(folder, 'served.sqlite'),
            GATEWAY_SECRETS: 'a-secret-of-the-test',
            GATEWAY_TLS_CERTIFICATE: certificate,
            GATEWAY_TLS_KEY: key,
            // Longer than the test: only stopping sends the push.
            GATEWAY_FLUSH_SECONDS: '60',
            SALESFORCE_LIGHTNING_ORIGIN: 'https://example.lightning.force.com',
            SALESFORCE_LOGIN_URL: org.url,
            SALESFORCE_CLIENT_ID: 'client',
            SALESFORCE_CLIENT_SECRET: 'client secret'
        },
        stdio: ['ignore', 'pipe', 'inherit']
    });
    let log = '';
    const url = await new Promise<string>((resolve) => {
        child.stdout.on('data', (chunk: Buffer) => {
            log += chunk.toString();
            const [, address] = /"url":"([^"]+)"/.exec(log) ?? [];
            if (address !== undefined) {
                resolve(address);
            }
        });
    });
    expect(url).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
        const headers = { 'access-token': 'a-secret-of-the-test', connection: 'close' };
        request(
            `${url}/call-status?${push.body}&CALL_REFERENCE_ID=R1`,
            { headers, rejectUnauthorized: false },
            (answer) => {
                answer.resume();
                resolve(answer.statusCode);
            }
        )
            .on('error', reject)
            .end();
    });
    expect(status).toBe(200);
    const asked: string[] = [];
    const healthy = {
        environment: { GATEWAY_PORT: new URL(url).port, GATEWAY_TLS_CERTIFICATE: certificate },
        print: (line: string) => asked.push(line),
        complain: (line: string) => asked.push(line)
    };
    await expect(runCommand(['health'], healthy)).resolves.toBe(0);
    expect(asked).toEqual(['ok']);
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await expect(exit).resolves.toBe(0);
    await expect(runCommand(['health'], healthy)).resolves.toBe(1);
    expect(asked.at(-1)).toMatch(/^No gateway answers on port \d+: /);
    expect(org.received.at(-1)?.body).toContain('"R1"');
    expect(log).toMatch(/gateway started[^]*gateway stopping[^]*gateway stopped/);
    expect(log).not.toContain(NUMBER);
    await org.close();
});
