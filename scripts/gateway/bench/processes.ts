import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import type { LoadReport } from './loadClient.ts';

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

export interface Load {
    readonly url: string;
    readonly secret: string;
    readonly connections: number;
    readonly seconds?: number;
    readonly count?: number;
    /** Number of the first call, so that two loads speak of different ones. */
    readonly first?: number;
}

const loadReport = z.object({
    accepted: z.number(),
    refused: z.number(),
    seconds: z.number(),
    median: z.number(),
    p99: z.number()
});

/** Runs the load client in a process of its own. */
export async function runLoad(load: Load): Promise<LoadReport> {
    const args = Object.entries(load).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = spawn(process.execPath, [join(import.meta.dirname, 'loadClient.ts'), ...args], {
        env: {},
        stdio: ['ignore', 'pipe', 'inherit']
    });
    let output = '';
    for await (const chunk of child.stdout) {
        output += String(chunk);
    }
    return loadReport.parse(JSON.parse(output));
}
