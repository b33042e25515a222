import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:https';
import { Server as SecureServer } from 'node:tls';
import { createAdaptorServer } from '@hono/node-server';
import type { WebApp } from '../http/listen.ts';
import { createGateway } from './app.ts';
import type { GatewayEnvironment } from './env.ts';
import { startPruning } from './journal/retention.ts';
import type { Log } from './log.ts';
import { openJournal } from './openJournal.ts';
import { errorText } from './systemError.ts';

export interface RunningGateway {
    readonly url: string;
    /** Reads the certificate anew, for connections from now on. */
    reload(): void;
    /** Takes no more requests, forwards what waits while that works and the time lasts, and lets the journal go. */
    stop(): Promise<void>;
}

/**
 * Runs a gateway as its environment says.
 * Rejects in words when the journal, the certificate or the port cannot be had.
 */
export async function serve(environment: GatewayEnvironment, log: Log): Promise<RunningGateway> {
    const { tls, drain } = environment;
    const journal = await openJournal(environment.journal, true, log);
    const stopPruning = startPruning(journal, environment.journal, log);
    const gateway = createGateway({ ...environment, journal, log });
    const certificate = (): { cert: string; key: string } | undefined =>
        tls && { cert: readFileSync(tls.certificate, 'utf8'), key: readFileSync(tls.key, 'utf8') };
    try {
        const server = adaptor(gateway, certificate());
        await new Promise<void>((resolve, reject) => {
            server.once('error', reject);
            server.listen(environment.port, environment.host, resolve);
        });
        const { port } = server.address() as AddressInfo;
        return {
            url: `${tls === undefined ? 'http' : 'https'}://${environment.host}:${port}`,
            reload() {
                if (server instanceof SecureServer) {
                    server.setSecureContext(certificate() ?? {});
                }
            },
            async stop() {
                stopPruning();
                // Requests that are under way are answered; idle connections are not waited for.
                const closed = new Promise((resolve) => server.close(resolve));
                if ('closeIdleConnections' in server) {
                    server.closeIdleConnections();
                }
                await gateway.close(drain);
                if ('closeAllConnections' in server) {
                    server.closeAllConnections();
                }
                await closed;
            }
        };
    } catch (error) {
        stopPruning();
        await gateway.close(0);
        throw new Error(`The gateway cannot listen: ${errorText(error)}`, { cause: error });
    }
}

function adaptor(
    app: WebApp,
    certificate: { cert: string; key: string } | undefined
): ReturnType<typeof createAdaptorServer> {
    const fetch = (request: Request, bindings: object): Response | Promise<Response> => app.fetch(request, bindings);
    return certificate === undefined
        ? createAdaptorServer({ fetch })
        : createAdaptorServer({ fetch, createServer, serverOptions: { ...certificate, minVersion: 'TLSv1.2' } });
}
