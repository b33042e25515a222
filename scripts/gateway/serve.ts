import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Server as SecureServer } from 'node:tls';
import { createGateway } from './app.ts';
import type { EdgeSettings } from './edge.ts';
import type { GatewayEnvironment } from './env.ts';
import { forwardInThread } from './forwarding/forwardingThread.ts';
import type { Certificate } from './httpServer.ts';
import { createHttpServer } from './httpServer.ts';
import { pruningWhenFull, startPruning } from './journal/retention.ts';
import type { Log } from './log.ts';
import { openOwnJournal } from './openJournal.ts';
import { startTracing } from './tracing/startTracing.ts';
import { errorText } from './systemError.ts';

export interface RunningGateway {
    readonly url: string;
    /** Reads the certificate anew, for connections from now on, and takes over the settings that may change. */
    reload(settings: EdgeSettings): void;
    /** Resolves when a part of the gateway has died, so that it has to be started anew. */
    readonly failed: Promise<Error>;
    /** Forwards what waits while that works and the time lasts, then takes no more requests and lets the journal go. */
    stop(): Promise<void>;
}

/** Milliseconds for the requests that are under way when the gateway stops. A command waits for ConVox no longer. */
const LAST_REQUESTS = 12_000;

/**
 * Runs a gateway as its environment says.
 * Rejects in words when the journal, the certificate or the port cannot be had.
 */
export async function serve(environment: GatewayEnvironment, log: Log): Promise<RunningGateway> {
    const { tls, drain, stopGrace, traces } = environment;
    const { promise: failed, resolve: fail } = Promise.withResolvers<Error>();
    const { journal, access } = await openOwnJournal(environment.journal, log, fail);
    const pruning = startPruning(journal, environment.journal, log);
    const tracing = await startTracing(traces, log);
    let started: Promise<void> = Promise.resolve();
    const gateway = createGateway({
        ...environment,
        journal: pruningWhenFull(journal, () => pruning.prune()),
        forward(job) {
            const thread = forwardInThread({ ...job, ...(traces && { traces }) }, access, fail);
            ({ started } = thread);
            return thread;
        },
        ...(tracing && { tracing }),
        log
    });
    const certificate = (): Certificate | undefined =>
        tls && { cert: readFileSync(tls.certificate, 'utf8'), key: readFileSync(tls.key, 'utf8') };
    try {
        // Whoever is answered 200 may count on somebody who forwards.
        await started.catch((error: unknown) => {
            throw new Error(`its forwarding thread ends at once: ${errorText(error)}`, { cause: error });
        });
        const server = createHttpServer(gateway, certificate());
        await new Promise<void>((resolve, reject) => {
            server.once('error', reject);
            server.listen(environment.port, environment.host, resolve);
        });
        const { port } = server.address() as AddressInfo;
        return {
            failed,
            url: `${tls === undefined ? 'http' : 'https'}://${environment.host}:${port}`,
            reload(settings) {
                gateway.change(settings);
                if (server instanceof SecureServer) {
                    server.setSecureContext(certificate() ?? {});
                }
            },
            async stop() {
                // Pushes find nobody else meanwhile: they are taken until the last moment, and sent after the next start.
                await Promise.all([gateway.drain(drain), wait(stopGrace)]);
                pruning.stop();
                const closed = new Promise((resolve) => server.close(resolve));
                server.closeIdleConnections();
                const giveUp = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS);
                await closed;
                clearTimeout(giveUp);
                await Promise.all([gateway.close(0), tracing?.stop()]);
            }
        };
    } catch (error) {
        pruning.stop();
        await gateway.close(0);
        throw new Error(`The gateway cannot start: ${errorText(error)}`, { cause: error });
    }
}
