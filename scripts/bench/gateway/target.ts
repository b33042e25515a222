/** Run as a process of its own: serves one of the things that are measured, and prints its address. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { createAdaptorServer } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import { listenOn } from '../../node/listen.ts';
import { createGateway } from '../../gateway/app.ts';
import { forwardInThread } from '../../gateway/forwarding/forwardingThread.ts';
import { createHttpServer } from '../../gateway/httpServer.ts';
import { openOwnJournal } from '../../gateway/openJournal.ts';

/** As JSON in BENCH_TARGET. */
const settings = z
    .object({
        name: z.enum(['gateway', 'gatewayOnPostgres', 'bare', 'node', 'commitEach', 'pgBoss']),
        secret: z.string(),
        /** File of SQLite. */
        file: z.string(),
        postgresUrl: z.string(),
        salesforceUrl: z.string(),
        /** Folder that pg-boss is installed in. */
        comparators: z.string()
    })
    .parse(JSON.parse(process.env.BENCH_TARGET ?? ''));

const quiet = (): void => undefined;
const fail = (error: Error): void => {
    throw error;
};
const SUCCESS = { status: 'success', message: 'Call status updated successfully' };

/** As `gateway serve` runs it. */
async function gateway(onPostgres: boolean): Promise<ServerType> {
    const location = onPostgres ? settings.postgresUrl : settings.file;
    const { journal, access } = await openOwnJournal(
        { location, mostBytes: 2 ** 40, keep: 1, keepDead: 1, timeZone: '' },
        quiet,
        fail
    );
    const app = createGateway({
        secrets: [settings.secret],
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: { loginUrl: settings.salesforceUrl, clientId: 'client', clientSecret: 'secret', timeout: 10_000 },
        journal,
        forward: (job) => forwardInThread(job, access, fail),
        log: quiet
    });
    return createHttpServer(app);
}

/** The framework alone: answers 200 and stores nothing. */
function bare(): Hono {
    const app = new Hono();
    app.post('/call-status', () => Response.json(SUCCESS));
    return app;
}

/** What one would write first: read the form, insert it, answer; every push its own commit. */
function commitEach(): Hono {
    const database = new DatabaseSync(settings.file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE pushes (body TEXT)');
    const insert = database.prepare('INSERT INTO pushes VALUES (?)');
    const app = new Hono();
    app.post('/call-status', async ({ req }) => {
        insert.run(JSON.stringify(await req.parseBody()));
        return Response.json(SUCCESS);
    });
    return app;
}

interface Boss {
    start(): Promise<unknown>;
    createQueue(name: string): Promise<unknown>;
    send(name: string, data: object): Promise<unknown>;
}

/** A queue library as its manual shows it: one job a push. */
async function pgBoss(): Promise<Hono> {
    const load: (name: string) => { PgBoss: new (url: string) => Boss } = createRequire(`${settings.comparators}/`);
    const boss = new (load('pg-boss').PgBoss)(settings.postgresUrl);
    await boss.start();
    await boss.createQueue('pushes');
    const app = new Hono();
    app.post('/call-status', async ({ req }) => {
        await boss.send('pushes', await req.parseBody());
        return Response.json(SUCCESS);
    });
    return app;
}

/** What the framework runs on: answers 200 and stores nothing. */
function node(): Server {
    const body = JSON.stringify(SUCCESS);
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    return createServer((_, response) => response.writeHead(200, headers).end(body));
}

const onFramework = (app: Hono): ServerType => createAdaptorServer({ fetch: app.fetch });

const targets = {
    gateway: () => gateway(false),
    gatewayOnPostgres: () => gateway(true),
    bare: () => onFramework(bare()),
    node,
    commitEach: () => onFramework(commitEach()),
    pgBoss: async () => onFramework(await pgBoss())
};
const server = await targets[settings.name]();
process.stdout.write(`${(await listenOn(server)).url}\n`);

// Memory when the parent asks, in megabytes.
process.on('message', () => process.send?.(process.memoryUsage().rss / 1024 ** 2));
process.once('SIGTERM', () => process.exit(0));
