import type { IncomingMessage, ServerResponse } from 'node:http';
import { REQUEST_ID } from '../access/requestId.ts';
import type { CallStatusIntake } from './callStatusIntake.ts';
import type { Answer } from './envelope.ts';
import { BROKEN_OFF, LARGEST_BODY } from './requestBody.ts';
import type { RequestBody } from './requestBody.ts';

/** Answers the request, or leaves it to somebody else and returns false. */
export type PushListener = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

export interface PushHandling {
    /** Why a request is not even read. */
    readonly turnAway: (incoming: IncomingMessage) => Answer | undefined;
    readonly take: CallStatusIntake;
    /** What is said when any of that throws. */
    readonly failed: (error: unknown) => Answer;
}

/**
 * Takes the pushes that ConVox servers send all day, a plain POST of known length, as Node hands them over: Web objects
 * around them cost a fourth of what a push costs. Everything else is left to the routes.
 */
export function createPushListener({ turnAway, take, failed }: PushHandling, path = '/call-status'): PushListener {
    async function answerTo(incoming: IncomingMessage): Promise<Answer> {
        const contentType = incoming.headers['content-type'] ?? '';
        const id = idOf(incoming);
        return turnAway(incoming) ?? take({ method: 'POST', id, contentType, read: await readAll(incoming) });
    }
    return (incoming, outgoing) => {
        if (incoming.url !== path || !isPlainPush(incoming)) {
            return false;
        }
        void answerTo(incoming)
            .catch(failed)
            .then((answer) => respond(outgoing, answer));
        return true;
    };
}

function isPlainPush({ method, headers }: IncomingMessage): boolean {
    return (
        method === 'POST' &&
        Number(headers['content-length']) <= LARGEST_BODY &&
        headers['content-encoding'] === undefined
    );
}

/** The whole body: Node takes no more than the length that was announced. */
function readAll(incoming: IncomingMessage): Promise<RequestBody> {
    return new Promise((resolve) => {
        const chunks: Uint8Array[] = [];
        incoming.on('data', (chunk: Uint8Array) => chunks.push(chunk));
        incoming.on('end', () => {
            const [only, ...others] = chunks;
            resolve({ ok: true, bytes: only !== undefined && others.length === 0 ? only : Buffer.concat(chunks) });
        });
        // After the end, or instead of it.
        incoming.on('close', () => resolve(BROKEN_OFF));
    });
}

/** Writes an answer with the name of its request. */
export function respond(outgoing: ServerResponse, { status, headers, body }: Answer): void {
    const id = idOf(outgoing.req);
    outgoing.writeHead(status, id === undefined ? headers : { ...headers, [REQUEST_ID]: id }).end(body);
}

function idOf({ headers }: IncomingMessage): string | undefined {
    const id = headers[REQUEST_ID];
    return typeof id === 'string' ? id : undefined;
}
