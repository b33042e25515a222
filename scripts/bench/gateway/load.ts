import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { errorCode } from '../../gateway/systemError.ts';
import { samplePush } from './samplePush.ts';

export interface Load {
    /** Origin. */
    readonly url: string;
    readonly secret: string;
    readonly connections: number;
    readonly seconds: number;
    /** Number of the first call, so that two loads speak of different ones. */
    readonly first?: number;
}

const loadReport = z.object({
    accepted: z.number(),
    refused: z.number(),
    seconds: z.number(),
    /** Milliseconds. */
    median: z.number(),
    p99: z.number()
});

type LoadReport = z.infer<typeof loadReport>;

const run = promisify(execFile);

const MARK = '########';
const ANSWER_WITHIN = '30s';

/**
 * Pushes over keep-alive connections as fast as answers come, every push another call. wrk shares the processor with what
 * it measures and takes half of what a client in Node takes.
 * Rejects when wrk is not installed.
 */
export async function runLoad({ url, secret, connections, seconds, first = 0 }: Load): Promise<LoadReport> {
    const [before = '', after = ''] = requestAround(url, secret);
    const args = ['-t1', `-c${connections}`, `-d${Math.ceil(seconds)}s`, '--timeout', ANSWER_WITHIN];
    const script = join(import.meta.dirname, 'load.lua');
    const wrk = run('wrk', [...args, '-s', script, url, '--', before, after, String(first)]);
    const { stdout } = await wrk.catch((error: unknown) => {
        throw errorCode(error) === 'ENOENT' ? new Error('The benchmark needs wrk: apt-get install wrk') : error;
    });
    return loadReport.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

/** The sample push as wrk writes it to the connection, without the digits that make it another call. */
function requestAround(url: string, secret: string): string[] {
    const body = samplePush(0, { CALL_REFERENCE_ID: `17953465${MARK}` }).replace(encodeURIComponent(MARK), MARK);
    const head = [
        'POST /call-status HTTP/1.1',
        `Host: ${new URL(url).host}`,
        `Access-Token: ${secret}`,
        'Content-Type: application/x-www-form-urlencoded',
        `Content-Length: ${body.length}`
    ];
    return `${head.join('\r\n')}\r\n\r\n${body}`.split(MARK);
}
