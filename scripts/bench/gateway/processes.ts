import { fork } from 'node:child_process';
import { join } from 'node:path';

export interface Served {
    readonly url: string;
    /** What the process answers to a message. */
    ask(): Promise<unknown>;
    end(): Promise<void>;
}

/** Starts a script of this folder that prints its address. Rejects when it ends before. */
export function startScript(name: string, environment: Readonly<Record<string, string>> = {}): Promise<Served> {
    const child = fork(join(import.meta.dirname, name), {
        env: environment,
        stdio: ['ignore', 'pipe', 'inherit', 'ipc']
    });
    return new Promise((resolve, reject) => {
        child.once('exit', () => reject(new Error(`${name} did not start`)));
        child.stdout?.once('data', (chunk: Buffer) =>
            resolve({
                url: chunk.toString().trim(),
                ask: () =>
                    new Promise((answered) => {
                        child.once('message', answered);
                        child.send('?');
                    }),
                end: () =>
                    new Promise((ended) => {
                        child.once('exit', () => ended());
                        child.kill();
                    })
            })
        );
    });
}
