/** Run as a process of its own: pushes over keep-alive connections as fast as answers come, and reports. */
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { samplePush } from './samplePush.ts';

export interface LoadReport {
    readonly accepted: number;
    readonly refused: number;
    readonly seconds: number;
    /** Milliseconds. */
    readonly median: number;
    readonly p99: number;
}

const { values } = parseArgs({
    options: {
        url: { type: 'string' },
        secret: { type: 'string' },
        connections: { type: 'string' },
        seconds: { type: 'string' },
        count: { type: 'string' },
        first: { type: 'string' }
    }
});
const options = z
    .object({
        url: z.url(),
        secret: z.string(),
        connections: z.coerce.number(),
        seconds: z.coerce.number().default(3600),
        count: z.coerce.number().default(Infinity),
        first: z.coerce.number().default(0)
    })
    .parse(values);

const target = new URL(options.url);
const head =
    `POST /call-status HTTP/1.1\r\nHost: ${target.host}\r\nAccess-Token: ${options.secret}\r\n` +
    'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ';
// Bodies are made once: the load must not be slower than what it measures.
const bodies = Array.from({ length: 20_000 }, (_, index) => samplePush(options.first + index));
const end = performance.now() + options.seconds * 1000;
const latencies: number[] = [];
let sent = 0;
let accepted = 0;
let refused = 0;

function run(): Promise<void> {
    return new Promise((resolve, reject) => {
        const socket = connect(Number(target.port), target.hostname).setNoDelay(true);
        let received = '';
        let started = 0;
        const next = (): void => {
            if (sent >= options.count || performance.now() > end) {
                socket.end();
                return;
            }
            const body = bodies[sent % bodies.length] ?? '';
            sent += 1;
            started = performance.now();
            socket.write(`${head}${body.length}\r\n\r\n${body}`);
        };
        socket.on('connect', next);
        socket.on('data', (chunk) => {
            received += chunk.toString('latin1');
            const headEnd = received.indexOf('\r\n\r\n');
            const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
            if (headEnd === -1 || received.length < headEnd + 4 + length) {
                return;
            }
            if (received.startsWith('HTTP/1.1 200')) {
                accepted += 1;
            } else {
                refused += 1;
            }
            latencies.push(performance.now() - started);
            received = '';
            next();
        });
        socket.on('close', () => resolve());
        socket.on('error', reject);
    });
}

const started = performance.now();
await Promise.all(Array.from({ length: options.connections }, run));
const seconds = (performance.now() - started) / 1000;
latencies.sort((one, other) => one - other);
const at = (share: number): number => latencies[Math.floor((latencies.length - 1) * share)] ?? 0;
const report: LoadReport = { accepted, refused, seconds, median: at(0.5), p99: at(0.99) };
process.stdout.write(`${JSON.stringify(report)}\n`);
