import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

export interface ReceivedRequest {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
}

/** A real HTTP server on a free port of this machine, for tests of callouts. */
export interface TestServer {
    readonly url: string;
    readonly received: ReceivedRequest[];
    /** Decides the answers from now on. */
    respondWith: (respond: (response: ServerResponse, request: ReceivedRequest) => void) => void;
    close: () => Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
    const chunks: string[] = [];
    request.setEncoding('utf8');
    for await (const chunk of request) {
        chunks.push(String(chunk));
    }
    return chunks.join('');
}

export async function openTestServer(): Promise<TestServer> {
    const received: ReceivedRequest[] = [];
    let respond = (response: ServerResponse, _request: ReceivedRequest): void => {
        response.writeHead(200, { 'Content-Type': 'text/plain' }).end('OK');
    };
    const server = createServer((request, response) => {
        void readBody(request).then((body) => {
            const { method = '', url = '', headers } = request;
            const entry = { method, url, headers, body };
            received.push(entry);
            respond(response, entry);
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    return {
        url: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
        received,
        respondWith: (next) => {
            respond = next;
        },
        close: async () => {
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
        }
    };
}
