import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';

export interface ConvoxAnswer {
    readonly status: number;
    readonly body: Uint8Array;
}

export interface ConvoxRequest {
    readonly url: URL;
    readonly method: 'GET' | 'POST';
    readonly contentType: string;
    readonly body: Uint8Array;
    /** Milliseconds until the answer has to be complete. */
    readonly timeout: number;
}

const LARGEST_ANSWER = 64 * 1024;

/**
 * One request on a connection of its own, sent once: a connection that is kept could be closed by ConVox just then, and
 * nobody would know whether the command had arrived.
 * Rejects with a TimeoutError, the connection's error, or Error for an answer above 64 kB.
 */
export function askConvox({ url, method, contentType, body, timeout }: ConvoxRequest): Promise<ConvoxAnswer> {
    return new Promise((resolve, reject) => {
        const send = url.protocol === 'https:' ? requestSecure : requestPlain;
        const headers = {
            accept: 'text/plain, text/html, application/json',
            'user-agent': 'convox-gateway',
            ...(method === 'POST' ? { 'content-type': contentType, 'content-length': body.byteLength } : {})
        };
        const sent = send(url, { method, headers, agent: false, signal: AbortSignal.timeout(timeout) }, (answer) => {
            const chunks: Buffer[] = [];
            let size = 0;
            answer.on('data', (chunk: Buffer) => {
                size += chunk.byteLength;
                if (size > LARGEST_ANSWER) {
                    sent.destroy(new Error(`ConVox answered more than ${LARGEST_ANSWER} bytes`));
                }
                chunks.push(chunk);
            });
            answer.on('error', reject);
            answer.on('end', () => resolve({ status: answer.statusCode ?? 502, body: Buffer.concat(chunks) }));
        });
        sent.on('error', reject);
        sent.end(method === 'POST' ? body : undefined);
    });
}
