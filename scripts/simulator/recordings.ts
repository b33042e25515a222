import { createServer } from 'node:https';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { listenOn } from '../node/listen.ts';
import type { Listening } from '../node/listen.ts';
import { ownCertificate } from './ownCertificate.ts';

const RATE = 8000;
const SECONDS = 12;
const ADDRESS = '127.0.0.1';

/** What every recording of the simulated server is: a phone's tone, one second on and one off, as 8-bit WAV. */
export function toneRecording(): Buffer<ArrayBuffer> {
    const samples = Buffer.from(
        Array.from({ length: RATE * SECONDS }, (_, at) =>
            Math.floor(at / RATE) % 2 === 1 ? 128 : 128 + Math.round(50 * Math.sin((2 * Math.PI * 440 * at) / RATE))
        )
    );
    const head = Buffer.alloc(44);
    head.write('RIFF', 0);
    head.writeUInt32LE(36 + samples.length, 4);
    head.write('WAVEfmt ', 8);
    head.writeUInt32LE(16, 16);
    head.writeUInt16LE(1, 20);
    head.writeUInt16LE(1, 22);
    head.writeUInt32LE(RATE, 24);
    head.writeUInt32LE(RATE, 28);
    head.writeUInt16LE(1, 32);
    head.writeUInt16LE(8, 34);
    head.write('data', 36);
    head.writeUInt32LE(samples.length, 40);
    return Buffer.concat([head, samples]);
}

/**
 * Serves the recordings below the path that the simulated server reports, by https. A part of one is answered as well:
 * browsers do not wind forward without.
 */
export async function serveRecordings(port: number): Promise<Listening> {
    const recording = toneRecording();
    const app = new Hono();
    app.get('/calls/*', (context) => {
        const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes' };
        const range = /^bytes=(\d+)-(\d*)$/.exec(context.req.header('range') ?? '');
        if (range === null) {
            return context.body(recording, 200, headers);
        }
        const first = Number(range[1]);
        const last = range[2] === '' ? recording.length - 1 : Math.min(Number(range[2]), recording.length - 1);
        return first > last
            ? context.body(null, 416, { 'content-range': `bytes */${recording.length}` })
            : context.body(recording.subarray(first, last + 1), 206, {
                  ...headers,
                  'content-range': `bytes ${first}-${last}/${recording.length}`
              });
    });
    const secure = createAdaptorServer({ fetch: app.fetch, createServer, serverOptions: ownCertificate(ADDRESS) });
    const server = await listenOn(secure, { port, host: ADDRESS });
    return { ...server, url: server.url.replace('http:', 'https:') };
}
