/** Run as a process of its own: a Salesforce that saves everything at once, and prints its address. Counts its requests. */
import { Hono } from 'hono';
import { listen } from '../../http/listen.ts';

let upserts = 0;
let calls = 0;
const row = '{"id":"a00000000000001AAA","success":true,"errors":[],"created":true}';
const app = new Hono();
app.post('/services/oauth2/token', ({ req, json }) =>
    json({ access_token: 'token', instance_url: new URL(req.url).origin })
);
app.patch('*', async ({ req, body }) => {
    const count = (await req.text()).split('"attributes"').length - 1;
    upserts += 1;
    calls += count;
    return body(`[${Array.from({ length: count }, () => row).join(',')}]`, 200, { 'content-type': 'application/json' });
});
const server = await listen(app);
process.stdout.write(`${server.url}\n`);
process.on('message', () => process.send?.({ upserts, calls }));
process.once('SIGTERM', () => process.exit(0));
