import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { errorCode } from '../systemError.ts';

export interface ConvoxAnswer {
    readonly status: number;
    readonly contentType: string;
    readonly body: Uint8Array;
}

export interface ConvoxRequest {
    readonly url: URL;
    readonly method: 'GET' | 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
    /** Headers of W3C Trace Context. */
    readonly trace: Readonly<Record<string, string>>;
    /** Milliseconds until the answer has to be complete. */
    readonly timeout: number;
}

/** `not sent`: no connection came about. Otherwise ConVox may have the command, whatever became of its answer. */
export type NoAnswerKind = 'not sent' | 'timed out' | 'broken off' | 'too large';

export class NoAnswer extends Error {
    readonly kind: NoAnswerKind;

    constructor(kind: NoAnswerKind, cause: unknown) {
        super(`ConVox gave no answer: ${kind} ${errorCode(cause)}`.trim(), { cause });
        this.name = 'NoAnswer';
        this.kind = kind;
    }
}

const LARGEST_ANSWER = 64 * 1024;

/**
 * One request on a connection of its own, sent once: a connection that is kept could be closed by ConVox just then, and
 * nobody would know whether the command had arrived.
 * Rejects with NoAnswer.
 */
export function askConvox({ url, method, headers: given, body, trace, timeout }: ConvoxRequest): Promise<ConvoxAnswer> {
    return new Promise((resolve, reject) => {
        const isSecure = url.protocol === 'https:';
        const send = isSecure ? requestSecure : requestPlain;
        const headers = {
            ...trace,
            ...given,
            accept: 'text/plain, text/html, application/json',
            'user-agent': 'convox-gateway',
            ...(method === 'POST' ? { 'content-length': body.byteLength } : {})
        };
        let connected = false;
        const fail = (error: unknown): void => {
            const lost = errorCode(error) === 'ABORT_ERR' ? 'timed out' : 'broken off';
            reject(new NoAnswer(connected ? lost : 'not sent', error));
        };
        const sent = send(url, { method, headers, agent: false, signal: AbortSignal.timeout(timeout) }, (answer) => {
            const chunks: Buffer[] = [];
            let size = 0;
            answer.on('data', (chunk: Buffer) => {
                size += chunk.byteLength;
                if (size > LARGEST_ANSWER) {
                    reject(new NoAnswer('too large', undefined));
                    sent.destroy();
                }
                chunks.push(chunk);
            });
            answer.on('error', fail);
            answer.on('end', () =>
                resolve({
                    status: answer.statusCode ?? 502,
                    contentType: answer.headers['content-type'] ?? '',
                    body: Buffer.concat(chunks)
                })
            );
        });
        // Node hands the connection over and listens to nothing more, its own time limit included.
        sent.on('upgrade', (_, socket) => {
            socket.destroy();
            fail(undefined);
        });
        sent.on('socket', (socket) => {
            socket.once(isSecure ? 'secureConnect' : 'connect', () => {
                connected = true;
            });
        });
        sent.on('error', fail);
        sent.end(method === 'POST' ? body : undefined);
    });
}
