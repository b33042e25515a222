import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { JournalFull } from './journal.ts';
import type { Machine } from './machine.ts';
import type { SqliteBackend, SqliteBackendOptions } from './sqliteBackend.ts';
import { serveSqlite } from './sqliteService.ts';
import type { ServiceAnswer } from './sqliteService.ts';

type Method = keyof SqliteBackend;

export interface SqliteThread {
    /** A port for `talkTo` in another thread, which then asks the same backend, in turn with everybody else. */
    connect(): MessagePort;
    call<M extends Method>(method: M, ...args: Parameters<SqliteBackend[M]>): Promise<ReturnType<SqliteBackend[M]>>;
}

/**
 * Opens the file in a thread of its own: a commit waits for the disk, and no request should wait with it.
 * Every call fails once the thread has died, of which `died` is told.
 */
export function startSqliteThread(options: SqliteBackendOptions, died: (error: Error) => void): SqliteThread {
    const worker = new Worker(new URL('./sqliteWorker.ts', import.meta.url), { workerData: options });
    worker.on('error', died);
    return talkTo(worker);
}

/** The same without a thread, for journals in memory, which have no disk to wait for, and for tests. */
export function startSqliteHere(options: SqliteBackendOptions, machine: Partial<Machine>): SqliteThread {
    const { port1, port2 } = new MessageChannel();
    serveSqlite(port1, options, machine);
    port1.unref();
    return talkTo(port2);
}

interface Waiting {
    readonly done: (value: never) => void;
    readonly failed: (error: Error) => void;
}

/** Asks a backend in another thread. */
export function talkTo(service: Worker | MessagePort): SqliteThread {
    const waiting = new Map<number, Waiting>();
    let calls = 0;
    let ended: Error | undefined;

    function end(error: Error): void {
        ended ??= error;
        waiting.forEach(({ failed }) => failed(error));
        waiting.clear();
        service.unref();
    }

    service.on('message', (answer: ServiceAnswer) => {
        const call = waiting.get(answer.id);
        waiting.delete(answer.id);
        if (waiting.size === 0) {
            service.unref();
        }
        if (answer.ok) {
            call?.done(answer.value);
        } else {
            call?.failed(named(answer.name, answer.message));
        }
    });
    service.on('error', end);
    service.on(service instanceof Worker ? 'exit' : 'close', () => end(new Error('The journal is closed')));
    service.unref();
    return {
        connect() {
            const { port1, port2 } = new MessageChannel();
            service.postMessage({ connect: port1 }, [port1]);
            return port2;
        },
        call: (method, ...args) =>
            new Promise((done, failed) => {
                if (ended !== undefined) {
                    failed(ended);
                    return;
                }
                calls += 1;
                waiting.set(calls, { done, failed });
                // A process may end while nothing is asked of its journal.
                service.ref();
                service.postMessage({ id: calls, method, args });
            })
    };
}

function named(name: string, message: string): Error {
    return name === 'JournalFull' ? new JournalFull(message) : new Error(message);
}
