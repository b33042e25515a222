import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startStandInOrg } from '../salesforce/standInOrg.ts';
import type { StandInOrg } from '../salesforce/standInOrg.ts';

const folder = mkdtempSync(join(tmpdir(), 'gateway-tracing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECRET = 'a-secret-of-the-test';
const NUMBER = '9876543201';
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const TRACEPARENT = `00-${TRACE}-${CALLER}-01`;

const exported = z.object({
    resourceSpans: z.array(
        z.object({
            scopeSpans: z.array(
                z.object({
                    spans: z.array(
                        z.object({
                            traceId: z.string(),
                            spanId: z.string(),
                            parentSpanId: z.string().optional(),
                            name: z.string(),
                            attributes: z.array(z.object({ key: z.string(), value: z.unknown() }))
                        })
                    )
                })
            )
        })
    )
});

let collected: string[];
let collector: Server;
let convox: Server;
let commands: IncomingHttpHeaders[];
let org: StandInOrg;
let program: ChildProcess;
let url: string;

const originOf = (started: Server): string => `http://127.0.0.1:${(started.address() as AddressInfo).port}`;

async function started(listener: Parameters<typeof createServer>[1]): Promise<Server> {
    const made = createServer(listener);
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
    return made;
}

/** The gateway's program, whose library reads its files as a test's module loader cannot. */
async function start(settings: object): Promise<void> {
    program = spawn(process.execPath, [join(import.meta.dirname, '..', 'gateway.ts'), 'serve'], {
        env: {
            GATEWAY_PORT: '0',
            GATEWAY_JOURNAL: join(folder, `${Math.random()}.sqlite`),
            GATEWAY_SECRETS: SECRET,
            GATEWAY_STOP_GRACE_SECONDS: '0.01',
            CONVOX_ORIGIN: originOf(convox),
            CONVOX_KEYS: SECRET,
            SALESFORCE_LIGHTNING_ORIGIN: 'https://example.lightning.force.com',
            SALESFORCE_LOGIN_URL: org.url,
            SALESFORCE_CLIENT_ID: 'client',
            SALESFORCE_CLIENT_SECRET: 'client secret',
            ...settings
        },
        stdio: ['ignore', 'pipe', 'inherit']
    });
    let log = '';
    url = await new Promise((resolve, reject) => {
        program.once('exit', () => reject(new Error(log)));
        program.stdout?.on('data', (chunk: Buffer) => {
            log += chunk.toString();
            const [, address] = /"url":"([^"]+)"/.exec(log) ?? [];
            if (address !== undefined) {
                resolve(address);
            }
        });
    });
}

/** What waits goes to Salesforce, and the spans to the collector. */
async function stop(): Promise<void> {
    const ended = new Promise((resolve) => program.once('exit', resolve));
    program.kill('SIGTERM');
    expect(await ended).toBe(0);
}

beforeEach(async () => {
    collected = [];
    commands = [];
    collector = await started((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
            collected.push(`${request.url ?? ''} ${Buffer.concat(chunks).toString()}`);
            response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
        });
    });
    convox = await started((request, response) => {
        commands.push(request.headers);
        request.resume();
        request.on('end', () => response.end('EC000 ok'));
    });
    org = await startStandInOrg();
});

afterEach(async () => {
    program.kill('SIGKILL');
    await org.close();
    for (const each of [collector, convox]) {
        each.closeAllConnections();
        await new Promise((resolve) => each.close(resolve));
    }
});

const traced = {
    'access-token': SECRET,
    'x-convox-gateway-key': SECRET,
    traceparent: TRACEPARENT,
    tracestate: 'vendor=1'
};

/** One push by each way, one pop, one command. */
async function useAll(): Promise<void> {
    const push = `MOBILE_NO=${NUMBER}&USER_ID=AG_ASHA&CALL_REFERENCE_ID=R1`;
    const form = { ...traced, 'content-type': 'application/x-www-form-urlencoded' };
    await (await fetch(`${url}/call-status`, { method: 'POST', body: push, headers: form })).text();
    await (await fetch(`${url}/call-status?${push}`, { headers: traced })).text();
    await (await fetch(`${url}/pop?${push}`, { redirect: 'manual' })).text();
    const command = `${url}/ConVoxCCS/Agent/callcontrol_api.php?ACTION=CLOSE&mobile=${NUMBER}`;
    await (await fetch(command, { headers: traced })).text();
    await stop();
}

test('requests, commands and requests to Salesforce are spans of the trace that they belong to, without any data', async () => {
    await start({ OTEL_EXPORTER_OTLP_ENDPOINT: originOf(collector) });
    await useAll();

    expect(collected.length).toBeGreaterThan(0);
    expect(collected.every((text) => text.startsWith('/v1/traces '))).toBe(true);
    const all = collected.join();
    for (const secret of [NUMBER, 'ASHA', SECRET, 'client secret', '"R1"']) {
        expect(all).not.toContain(secret);
    }
    const spans = collected
        .map((text) => exported.parse(JSON.parse(text.slice(text.indexOf('{')))))
        .flatMap(({ resourceSpans }) =>
            resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((each) => each.spans))
        );
    expect(spans.map(({ name }) => name).toSorted()).toEqual([
        'GET ConVox',
        'GET call-control',
        'GET call-status',
        'GET pop',
        'PATCH Salesforce',
        // Two logins, and what is known of the agent.
        'POST Salesforce',
        'POST Salesforce',
        'POST Salesforce',
        'POST call-status'
    ]);
    const named = new Map(spans.map((span) => [span.name, span]));
    for (const name of ['GET call-control', 'GET call-status', 'POST call-status']) {
        expect(named.get(name)).toMatchObject({ traceId: TRACE, parentSpanId: CALLER });
    }
    const traceparentOf = (name: string): string =>
        `00-${named.get(name)?.traceId ?? ''}-${named.get(name)?.spanId ?? ''}-01`;
    const command = named.get('GET ConVox');
    expect(command).toMatchObject({ traceId: TRACE, parentSpanId: named.get('GET call-control')?.spanId });
    expect(commands).toMatchObject([{ traceparent: traceparentOf('GET ConVox'), tracestate: 'vendor=1' }]);
    expect(named.get('GET pop')?.traceId).not.toBe(TRACE);
    expect(named.get('POST call-status')?.attributes).toContainEqual({
        key: 'http.response.status_code',
        value: { intValue: 200 }
    });
    expect(org.received.map(({ traceparent }) => traceparent)).toContain(traceparentOf('PATCH Salesforce'));
});

test('without a collector nothing is traced, and ConVox gets the trace of the caller as it came', async () => {
    await start({});
    await useAll();
    expect(collected).toEqual([]);
    expect(commands).toMatchObject([{ traceparent: TRACEPARENT, tracestate: 'vendor=1' }]);
});
