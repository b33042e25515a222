/** `npm test`: everything this project can prove about itself, on two cores, with one closing line. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { skippedIn, stepsOf } from './steps.ts';
import type { Count, Step } from './steps.ts';

const CORES = 2;
const root = join(import.meta.dirname, '..', '..');
const results = join(root, 'test-results');
/** The same sources are loaded by dozens of processes. */
const compiled = join(results, 'compiled');

interface Outcome extends Count {
    readonly step: Step;
    readonly succeeded: boolean;
}

async function run(step: Step): Promise<Outcome> {
    const started = performance.now();
    const child = spawn(process.execPath, [...step.command], {
        cwd: root,
        env: { ...process.env, CI: 'true', FORCE_COLOR: '0', NODE_COMPILE_CACHE: compiled },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    const outcome = outcomeOf(step, code === 0);
    tell(outcome, output, (performance.now() - started) / 1000);
    return outcome;
}

function outcomeOf(step: Step, succeeded: boolean): Outcome {
    const { report } = step;
    const counted =
        report && existsSync(report.file)
            ? report.count(readFileSync(report.file, 'utf8'))
            : { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
    const failed = succeeded ? counted.failed : Math.max(counted.failed, 1);
    return { step, succeeded: failed === 0, passed: counted.passed, failed };
}

function tell({ step, succeeded, passed }: Outcome, output: string, seconds: number): void {
    const counted = step.report ? `: ${passed} passed` : '';
    console.log(`${succeeded ? 'ok  ' : 'FAIL'} ${step.name} (${seconds.toFixed(1)} s)${counted}`);
    if (!succeeded) {
        console.log(output.trimEnd());
    }
    // What this machine could not prove must not hide behind a green line.
    for (const line of skippedIn(output)) {
        console.log(`     ${line}`);
    }
}

const coresOf = ({ cores = 1 }: Step): number => cores;

/** Steps that share the machine run side by side; one that fills it runs alone. */
async function runAll(steps: readonly Step[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const waiting = [...steps];
    const running = new Set<Promise<void>>();
    let free = CORES;
    const isReady = (step: Step): boolean =>
        (step.after ?? []).every((name) => outcomes.some((outcome) => outcome.step.name === name && outcome.succeeded));
    while (waiting.length > 0 || running.size > 0) {
        const next = waiting.find((step) => coresOf(step) <= free && isReady(step));
        if (next) {
            free -= coresOf(next);
            waiting.splice(waiting.indexOf(next), 1);
            const job: Promise<void> = run(next).then((outcome) => {
                outcomes.push(outcome);
                running.delete(job);
                free += coresOf(next);
            });
            running.add(job);
        } else if (running.size > 0) {
            await Promise.race(running);
        } else {
            for (const step of waiting.splice(0)) {
                console.log(`FAIL ${step.name}: not run, because ${(step.after ?? []).join(', ')} failed`);
                outcomes.push({ step, succeeded: false, passed: 0, failed: 1 });
            }
        }
    }
    return outcomes;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const outcomes = await runAll(stepsOf(root, results));
const total = (key: keyof Count): number => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
