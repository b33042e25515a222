import { spawn } from 'node:child_process';

export interface ProcessResult {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

export interface ProcessOptions {
    /** Told each line of standard output and standard error as it comes. */
    readonly onLine?: (line: string) => void;
}

/** Runs a Node script of the repository or of an installed package and waits for its end. Rejects when it cannot start. */
export type RunProcess = (script: string, args: readonly string[], options?: ProcessOptions) => Promise<ProcessResult>;

export function createProcessRunner({
    root,
    environment
}: {
    readonly root: string;
    readonly environment: NodeJS.ProcessEnv;
}): RunProcess {
    return (script, args, { onLine } = {}) =>
        new Promise((resolve, reject) => {
            const child = spawn(process.execPath, [script, ...args], {
                cwd: root,
                // The CLI is pinned with the other packages, and would look for a newer one in the background.
                env: { SF_DISABLE_AUTOUPDATE: 'true', ...environment },
                stdio: ['ignore', 'pipe', 'pipe']
            });
            const output = { stdout: '', stderr: '' };
            for (const name of ['stdout', 'stderr'] as const) {
                let line = '';
                child[name].setEncoding('utf8').on('data', (text: string) => {
                    output[name] += text;
                    const lines = (line + text).split(/\r?\n/);
                    line = lines.pop() ?? '';
                    lines.forEach((complete) => onLine?.(complete));
                });
                child[name].on('end', () => line !== '' && onLine?.(line));
            }
            child.once('error', reject);
            child.once('close', (code) => resolve({ ...output, code: code ?? 1 }));
        });
}
