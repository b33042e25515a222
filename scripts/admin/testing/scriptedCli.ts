import type { ProcessResult, RunProcess } from '../cli/processes.ts';

export interface ScriptedCli {
    readonly run: RunProcess;
    /** Command lines of the Salesforce CLI, without `--json`, in order. */
    readonly calls: string[];
    /** Other scripts that were started. */
    readonly scripts: string[];
}

/**
 * Stands in for the Salesforce CLI, which cannot reach an org here: answers each command with the next of the results that
 * are given for its first words, the last one again and again.
 * @param answers by the command's first words; a number is the CLI's status, with a message
 */
export function scriptedCli(answers: Readonly<Record<string, readonly unknown[]>>): ScriptedCli {
    const calls: string[] = [];
    const scripts: string[] = [];
    const given = new Map<string, number>();
    const run: RunProcess = (script, args) => {
        if (!script.endsWith('cli/bin/run.js')) {
            scripts.push(script);
            return Promise.resolve(processResult('built'));
        }
        const line = args.filter((arg) => arg !== '--json').join(' ');
        calls.push(line);
        const name = Object.keys(answers)
            .filter((words) => line.startsWith(words))
            .toSorted((one, other) => other.length - one.length)[0];
        const list = answers[name ?? ''] ?? [];
        const place = given.get(name ?? '') ?? 0;
        given.set(name ?? '', place + 1);
        const result = list[Math.min(place, list.length - 1)];
        return Promise.resolve(
            result instanceof Error
                ? processResult(JSON.stringify({ status: 1, message: result.message }), 1)
                : processResult(JSON.stringify({ status: 0, result: result ?? {} }))
        );
    };
    return { run, calls, scripts };
}

function processResult(stdout: string, code = 0): ProcessResult {
    return { code, stdout, stderr: '' };
}
