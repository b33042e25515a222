import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';

/** Anything that answers a Web request: a Hono app, or a plain object in a test. */
export interface WebApp {
    /** `bindings` are the Node request and response, for the few who must reach the socket. */
    fetch(request: Request, bindings?: object): Response | Promise<Response>;
}

export interface Listening {
    /** Origin without a trailing slash, for example `http://127.0.0.1:4300`. */
    readonly url: string;
    close(): Promise<void>;
}

interface Place {
    /** A free one when it is 0 or left out. */
    readonly port?: number;
    readonly host?: string;
}

/**
 * Serves an app over HTTP.
 * Rejects with the system's error when the port is taken.
 */
export function listen(app: WebApp, place: Place = {}): Promise<Listening> {
    return listenOn(createAdaptorServer({ fetch: (request, bindings) => app.fetch(request, bindings) }), place);
}

/** As `listen`, for a server that is made already. */
export function listenOn(server: ServerType, { port = 0, host = '127.0.0.1' }: Place = {}): Promise<Listening> {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
            const address = server.address() as AddressInfo;
            resolve({
                url: `http://${host}:${address.port}`,
                close: () =>
                    new Promise((closed, failed) => {
                        server.close((error) => (error ? failed(error) : closed()));
                        if ('closeAllConnections' in server) {
                            server.closeAllConnections();
                        }
                    })
            });
        });
    });
}
