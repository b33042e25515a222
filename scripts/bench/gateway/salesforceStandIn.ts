/** Run as a process of its own: a Salesforce that saves everything at once, and prints its address. Counts its requests. */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { listenOn } from '../../node/listen.ts';

const RECORD = Buffer.from('"attributes"');
const SAVED = '{"id":"a00000000000001AAA","success":true,"errors":[],"created":true}';

let upserts = 0;

// Without a framework, and without reading more than it must: it shares the processor with what is measured.
const server = createServer((request, response) => {
    void read(request).then((body) => {
        const answer =
            request.method === 'PATCH'
                ? `[${Array.from({ length: upsert(body) }, () => SAVED).join(',')}]`
                : JSON.stringify({ access_token: 'token', instance_url: `http://${request.headers.host ?? ''}` });
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
    });
});

async function read(request: IncomingMessage): Promise<Buffer> {
    return Buffer.concat(await request.toArray());
}

function upsert(body: Buffer): number {
    let records = 0;
    for (let at = body.indexOf(RECORD); at !== -1; at = body.indexOf(RECORD, at + RECORD.length)) {
        records += 1;
    }
    upserts += 1;
    return records;
}

process.stdout.write(`${(await listenOn(server)).url}\n`);
process.on('message', () => process.send?.({ upserts }));
process.once('SIGTERM', () => process.exit(0));
