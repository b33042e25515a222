import { createServer as createPlainServer } from 'node:http';
import type { IncomingMessage, Server as PlainServer, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Server as SecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { WebApp } from '../http/listen.ts';
import type { Gateway } from './app.ts';
import { LARGEST_BODY } from './intake/requestBody.ts';
import { errorCode } from './systemError.ts';

/** PEM texts. */
export interface Certificate {
    readonly cert: string;
    readonly key: string;
}

export type ServedApp = WebApp & Partial<Pick<Gateway, 'takePush'>>;

/** A push by GET carries in its address what a POST carries in its body. */
const LARGEST_HEAD = LARGEST_BODY + 16 * 1024;

const UNREADABLE = new Map([
    ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
    ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout']
]);

/** A server for the gateway that says in ConVox's envelope, too, what it cannot read as HTTP. Plain without a certificate. */
export function createHttpServer(app: ServedApp, certificate?: Certificate): PlainServer | SecureServer {
    const respond = getRequestListener((request, bindings) => app.fetch(request, bindings));
    const listener = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
        if (app.takePush?.(incoming, outgoing) !== true) {
            void respond(incoming, outgoing);
        }
    };
    const options = { maxHeaderSize: LARGEST_HEAD };
    const server =
        certificate === undefined
            ? createPlainServer(options, listener)
            : createSecureServer({ ...options, ...certificate, minVersion: 'TLSv1.2' }, listener);
    server.on('clientError', refuseUnreadable);
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
