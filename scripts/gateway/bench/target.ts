/** Run as a process of its own: serves one of the things that are measured, and prints its address. */
import { Hono } from 'hono';
import { DatabaseSync } from 'node:sqlite';
import { listen } from '../../http/listen.ts';
import type { WebApp } from '../../http/listen.ts';
import { createGateway } from '../app.ts';
import { openSqliteJournal } from '../journal/sqliteJournal.ts';

export const BENCH_SECRET = 'a-secret-of-the-benchmark';

const [, , name = '', file = '', salesforceUrl = ''] = process.argv;

async function gateway(): Promise<WebApp> {
    return createGateway({
        secrets: [BENCH_SECRET],
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: { loginUrl: salesforceUrl, clientId: 'client', clientSecret: 'secret', timeout: 10_000 },
        journal: await openSqliteJournal({ file }),
        log: () => undefined
    });
}

/** The framework alone: answers 200 and stores nothing. */
function bare(): WebApp {
    const app = new Hono();
    app.post('/call-status', () => Response.json({ status: 'success', message: 'Call status updated successfully' }));
    return app;
}

/** What one would write first: read the form, insert it, answer; every push its own commit. */
function commitEach(): WebApp {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE pushes (body TEXT)');
    const insert = database.prepare('INSERT INTO pushes VALUES (?)');
    const app = new Hono();
    app.post('/call-status', async ({ req }) => {
        insert.run(JSON.stringify(await req.parseBody()));
        return Response.json({ status: 'success', message: 'Call status updated successfully' });
    });
    return app;
}

const targets: Readonly<Record<string, () => WebApp | Promise<WebApp>>> = { gateway, bare, commitEach };
const make = targets[name];
if (make === undefined) {
    throw new Error(`There is no target "${name}"`);
}
const server = await listen(await make());
process.stdout.write(`${server.url}\n`);
process.once('SIGTERM', () => process.exit(0));
