import type { MessagePort } from 'node:worker_threads';
import { openSqliteBackend } from './sqliteBackend.ts';
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

/** Opens the file and does what is asked through the port, one call after the other, until it is told to close. */
export function serveSqlite(port: MessagePort, options: SqliteBackendOptions): void {
    const backend = openSqliteBackend(options);
    port.on('message', ({ id, method, args }: ServiceCall) => {
        const run: (...given: readonly never[]) => unknown = backend[method];
        try {
            port.postMessage({ id, ok: true, value: run(...args) });
        } catch (error) {
            const { name, message } = error instanceof Error ? error : new Error(String(error));
            port.postMessage({ id, ok: false, name, message });
        }
        if (method === 'close') {
            port.close();
        }
    });
}
