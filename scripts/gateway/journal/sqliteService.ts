import type { MessagePort } from 'node:worker_threads';
import { openSqliteBackend } from './sqliteBackend.ts';
import type { Machine } from './machine.ts';
import type { SqliteBackend, SqliteBackendOptions } from './sqliteBackend.ts';

export interface ServiceCall {
    readonly id: number;
    readonly method: keyof SqliteBackend;
    /** Typed by the caller, `SqliteThread`. */
    readonly args: readonly never[];
}

export type ServiceAnswer =
    | { readonly id: number; readonly ok: true; readonly value: never }
    | { readonly id: number; readonly ok: false; readonly name: string; readonly message: string };

/** Asks the service to listen on one more port. */
export interface ServiceConnection {
    readonly connect: MessagePort;
}

/** Opens the file and does what is asked through the port, one call after the other, until it is told to close. */
export function serveSqlite(port: MessagePort, options: SqliteBackendOptions, machine: Partial<Machine> = {}): void {
    answerOn(port, openSqliteBackend(options, machine));
}

function answerOn(port: MessagePort, backend: SqliteBackend): void {
    port.on('message', (message: ServiceCall | ServiceConnection) => {
        if ('connect' in message) {
            answerOn(message.connect, backend);
            return;
        }
        const { id, method, args } = message;
        const run: (...given: readonly never[]) => unknown = backend[method];
        try {
            port.postMessage({ id, ok: true, value: run(...args) });
        } catch (error) {
            const { name, message: words } = error instanceof Error ? error : new Error(String(error));
            port.postMessage({ id, ok: false, name, message: words });
        }
        if (method === 'close') {
            port.close();
        }
    });
}
