import { createServer as createPlainServer } from 'node:http';
import type { IncomingMessage, Server as PlainServer, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Server as SecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { RequestError, getRequestListener } from '@hono/node-server';
import type { WebApp } from '../node/listen.ts';
import { REQUEST_ID, nameRequest } from './access/requestId.ts';
import type { Gateway } from './app.ts';
import { rejected, responseOf } from './intake/envelope.ts';
import { respond } from './intake/pushListener.ts';
import { LARGEST_BODY } from './intake/requestBody.ts';
import { errorCode } from './systemError.ts';

/** PEM texts. */
export interface Certificate {
    readonly cert: string;
    readonly key: string;
}

export type ServedApp = WebApp & Partial<Pick<Gateway, 'takePush' | 'isStopping' | 'observe'>>;

/** A push by GET carries in its address what a POST carries in its body. */
const LARGEST_HEAD = LARGEST_BODY + 16 * 1024;

/**
 * Milliseconds that a connection may be idle. Longer than the proxies keep theirs (nginx 60 s, Caddy 2 minutes): a
 * connection that is closed here while a proxy sends a request over it makes the proxy answer 502.
 */
const KEPT_OPEN = 150_000;

const UNREADABLE = new Map([
    ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
    ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout']
]);

/** A server for the gateway that says in ConVox's envelope, too, what it cannot read as HTTP. Plain without a certificate. */
export function createHttpServer(app: ServedApp, certificate?: Certificate): PlainServer | SecureServer {
    const respondTo = getRequestListener((request, bindings) => app.fetch(request, bindings), {
        errorHandler: (error) =>
            responseOf(
                error instanceof RequestError
                    ? rejected(400, `Not readable as HTTP: ${error.message}`)
                    : rejected(500, 'Unexpected error')
            )
    });
    const listener = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
        const id = nameRequest(incoming.headers);
        app.observe?.(incoming, outgoing);
        if (app.isStopping?.() === true) {
            // Whoever keeps connections finds another gateway, or this one anew, before the port is closed.
            outgoing.setHeader('connection', 'close');
        }
        if (incoming.headers.host === undefined && incoming.httpVersion === '1.1') {
            respond(outgoing, rejected(400, 'Not readable as HTTP: Missing host header', { connection: 'close' }));
            return;
        }
        if (app.takePush?.(incoming, outgoing) !== true) {
            outgoing.setHeader(REQUEST_ID, id);
            void respondTo(incoming, outgoing);
        }
    };
    // Node refuses a request without a host, too, but with an empty body.
    const options = { maxHeaderSize: LARGEST_HEAD, keepAliveTimeout: KEPT_OPEN, requireHostHeader: false };
    const server =
        certificate === undefined
            ? createPlainServer(options, listener)
            : createSecureServer({ ...options, ...certificate, minVersion: 'TLSv1.2' }, listener);
    server.on('clientError', refuseUnreadable);
    server.on('checkExpectation', (_: IncomingMessage, outgoing: ServerResponse) =>
        respond(outgoing, rejected(417, 'The gateway expects nothing but 100-continue', { connection: 'close' }))
    );
    return server;
}

function refuseUnreadable(error: Error, socket: Duplex): void {
    if (errorCode(error) === 'ECONNRESET' || !socket.writable) {
        socket.destroy();
        return;
    }
    const status = UNREADABLE.get(errorCode(error)) ?? '400 Bad Request';
    const body = JSON.stringify({ status: 'error', message: `Not readable as HTTP: ${status.slice(4)}` });
    const head = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close`;
    socket.end(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n${body}`);
}
