import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { listen, listenOn } from '../../node/listen.ts';
import type { Listening } from '../../node/listen.ts';
import { createGateway } from '../app.ts';
import type { Gateway } from '../app.ts';
import { createHttpServer } from '../httpServer.ts';

const SECRET = 'a-secret-of-the-test';
const KEY = 'a-key-of-the-test';
const NUMBER = '9876543201';
const HOST = 'gateway.example.com';

interface Proxy {
    /** Port that it listens at, below it everything that it logged. */
    start(folder: string, port: number, gatewayPort: string): ChildProcess;
    readonly isMissing: boolean;
    readonly logs: readonly string[];
}

const shipped = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const isMissing = (program: string, argument: string): boolean => spawnSync(program, [argument]).status !== 0;

/** The shipped files on ports of the test, without TLS. */
const proxies: Readonly<Record<'nginx' | 'Caddy', Proxy>> = {
    nginx: {
        isMissing: isMissing('nginx', '-v'),
        logs: ['convox-gateway.log', 'convox-gateway.error.log', 'main.log'],
        start(folder, port, gatewayPort) {
            const server = shipped('nginx.conf')
                .replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
                .replaceAll(/^ *ssl_.*$/gm, '')
                .replaceAll('/var/log/nginx', folder)
                .replace('127.0.0.1:8080', `127.0.0.1:${gatewayPort}`);
            const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
                .map((name) => `${name}_temp_path ${join(folder, name)};`)
                .join('\n');
            const user = userInfo().uid === 0 ? 'user root;' : '';
            const main = `${user} daemon off; pid ${folder}/pid; error_log ${folder}/main.log; events {}`;
            const file = join(folder, 'nginx.conf');
            writeFileSync(file, `${main}\nhttp { access_log off; ${paths}\n${server} }`);
            return spawn('nginx', ['-c', file, '-p', folder, '-e', join(folder, 'main.log')], { stdio: 'inherit' });
        }
    },
    Caddy: {
        isMissing: isMissing('caddy', 'version'),
        logs: ['caddy.log'],
        start(folder, port, gatewayPort) {
            const file = join(folder, 'Caddyfile');
            const text = shipped('Caddyfile')
                .replace('\n\tlog {', `\n\tadmin off\n\tauto_https off\n\tlog {\n\t\toutput file ${folder}/caddy.log`)
                .replace(`\n${HOST} {`, `\nhttp://${HOST}:${port} {\n\tbind 127.0.0.1`)
                .replace('127.0.0.1:8080', `127.0.0.1:${gatewayPort}`);
            writeFileSync(file, text);
            const home = { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
            return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], {
                env: { ...process.env, ...home },
                stdio: ['ignore', 'ignore', 'inherit']
            });
        }
    }
};

interface Answered {
    readonly status: number;
    readonly headers: NodeJS.Dict<string | string[]>;
    readonly text: string;
}

interface Sent {
    readonly method?: string;
    readonly host?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
}

// fetch does not let a test choose the host.
function send(port: number, path: string, { method = 'GET', host = HOST, headers = {}, body = '' }: Sent = {}) {
    return new Promise<Answered>((resolve, reject) => {
        const options = { port, path, method, agent: false, headers: { host, ...headers } };
        request({ ...options, host: '127.0.0.1' }, (answer) => {
            let text = '';
            answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
            answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
        })
            .on('error', reject)
            .end(body);
    });
}

describe.each(Object.entries(proxies))('the shipped file for %s', (name, proxy) => {
    const whereInstalled = proxy.isMissing ? test.skip : test;
    let folder: string;
    let gateway: Gateway;
    let gatewayServer: Listening;
    let convox: Listening;
    let process: ChildProcess | undefined;
    let port: number;

    beforeAll(async () => {
        if (proxy.isMissing) {
            return;
        }
        folder = mkdtempSync(join(tmpdir(), `gateway-${name}-`));
        mkdirSync(folder, { recursive: true });
        convox = await listen({ fetch: ({ url }) => new Response(new URL(url).pathname) });
        const callControl = { origin: convox.url, keys: [KEY], scripts: ['Bridge_2.php'] };
        gateway = createGateway({
            secrets: [SECRET],
            timeZone: 'Asia/Kolkata',
            lightningOrigin: 'https://example.lightning.force.com',
            salesforce: { loginUrl: 'https://unused.example', clientId: '', clientSecret: '', timeout: 1 },
            servers: [{ code: 'pune2', isDefault: true, timeZone: 'Asia/Kolkata', callControl }],
            sources: { allowed: [], proxies: ['127.0.0.1'] },
            calls: {
                upsert: (batch) =>
                    Promise.resolve({
                        outcome: 'answered',
                        rows: batch.map(() => ({ outcome: 'stored', created: true }))
                    })
            },
            log: () => undefined
        });
        gatewayServer = await listenOn(createHttpServer(gateway));
        const free = await listen({ fetch: () => new Response() });
        await free.close();
        port = Number(new URL(free.url).port);
        process = proxy.start(folder, port, new URL(gatewayServer.url).port);
        while (
            !(await send(port, '/').then(
                () => true,
                () => false
            ))
        ) {
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
    });

    afterAll(async () => {
        if (process === undefined) {
            return;
        }
        const ended = new Promise((resolve) => process?.once('exit', resolve));
        process.kill('SIGTERM');
        await ended;
        const logged = proxy.logs.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
        await gatewayServer.close();
        await gateway.close();
        await convox.close();
        rmSync(folder, { recursive: true, force: true });
        expect(logged).toContain('/call-status');
        for (const text of [SECRET, KEY, NUMBER]) {
            expect(logged).not.toContain(text);
        }
    });

    const push = `MOBILE_NO=${NUMBER}&CALL_REFERENCE_ID=R1`;
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'access-token': SECRET };
    const command = '/ConVoxCCS/Agent/Bridge_2.php';

    whereInstalled.each<[string, number, string, string, Sent]>([
        ['a push', 200, 'success', '/call-status', { method: 'POST', headers: form, body: push }],
        [
            'a push of a server',
            200,
            'success',
            '/servers/pune2/call-status',
            { method: 'POST', headers: form, body: push }
        ],
        [
            'a push in an address of 60 kB',
            200,
            'success',
            `/call-status?${push}&x=${'a'.repeat(60_000)}`,
            { headers: form }
        ],
        [
            'a push above 64 kB',
            413,
            'error',
            '/call-status',
            { method: 'POST', headers: form, body: 'a'.repeat(65_537) }
        ],
        ['metrics', 404, 'error', '/metrics', {}],
        ['another path', 404, 'error', '/nothing', {}]
    ])('answers %s with %d in the envelope', async (_, status, word, path, sent) => {
        const answer = await send(port, path, sent);
        expect(answer.status).toBe(status);
        expect(answer.headers['content-type']).toMatch(/^application\/json/);
        expect(JSON.parse(answer.text)).toMatchObject({ status: word, message: expect.any(String) });
    });

    whereInstalled.each(['/health', '/health/ready', '/health/live'])('lets %s through', async (path) => {
        const answer = await send(port, path, { headers: { 'x-forwarded-for': '203.0.113.7' } });
        expect(answer.status).toBe(200);
        expect(answer.text).toContain('"status":"ok"');
    });

    whereInstalled.each(['', '/servers/pune2'])(
        'hands a command below "%s" to a script of any allowed name',
        async (below) => {
            const answer = await send(port, below + command, { headers: { 'x-convox-gateway-key': KEY } });
            expect(answer).toMatchObject({ status: 200, text: expect.stringContaining(command) });
        }
    );

    whereInstalled.each([HOST.toUpperCase(), `${HOST}.`, 'another.example.com'])(
        'writes no secret and no number into a log, also when the host is %s',
        async (host) => {
            // What it must not write is looked for when everything has ended.
            await expect(send(port, `/call-status?${push}`, { host, headers: form })).resolves.toBeDefined();
        }
    );

    whereInstalled(
        'says of a gateway that is away that pushes may come again, and commands may have arrived',
        async () => {
            await gatewayServer.close();
            const pushed = await send(port, '/call-status', { method: 'POST', headers: form, body: push });
            expect(pushed).toMatchObject({ status: 503, headers: { 'retry-after': '10' } });
            expect(JSON.parse(pushed.text)).toMatchObject({ status: 'error' });
            const commanded = await send(port, command, { headers: { 'x-convox-gateway-key': KEY } });
            expect(commanded.status).toBe(200);
            expect(commanded.headers['content-type']).toMatch(/^text\/plain/);
            expect(commanded.text).toMatch(/^UNKNOWN - /);
            gatewayServer = await listen({ fetch: () => new Response() });
        }
    );
});
