/** `npm run bench -- <name>`: runs one of the benchmarks below. Each measures beside alternatives in the same run. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const BENCHMARKS = new Map([
    ['agent-path', { script: 'agentPathBench.ts', about: 'what agents download' }],
    ['call', { script: 'callBench.ts', about: 'how long an agent waits in a call: record, accepted, report' }],
    ['gateway', { script: 'gateway/gatewayBench.ts', about: 'durable pushes a second, memory, Salesforce requests' }],
    ['wallboard', { script: 'wallboardBench.ts', about: 'a refresh of the wallboard on a day of 10,000 calls' }],
    ['org', { script: 'admin/orgBench.ts', about: 'rows a second of load-calls and backfill-phone-keys' }]
]);

const [name = '', ...options] = process.argv.slice(2);
const benchmark = BENCHMARKS.get(name);
if (benchmark === undefined) {
    const names = [...BENCHMARKS].map(([key, { about }]) => `  ${key.padEnd(12)}${about}`).join('\n');
    process.stderr.write(`Usage: npm run bench -- <name>\n\n${names}\n`);
    process.exitCode = 2;
} else {
    const script = join(import.meta.dirname, benchmark.script);
    process.exitCode = spawnSync(process.execPath, [script, ...options], { stdio: 'inherit' }).status ?? 1;
}
