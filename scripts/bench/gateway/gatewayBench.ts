/**
 * `npm run bench -- gateway`: durable pushes a second beside alternatives in the same run, then memory and Salesforce requests
 * over many pushes. `--seconds` a measurement, `--rounds` of each, `--connections`, `--pushes` of the long run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { installComparators } from '../comparators.ts';
import { postgresPrograms, startPrivatePostgres } from '../../gateway/journal/privatePostgres.ts';
import { measureEndurance } from './endurance.ts';
import { startScript } from './processes.ts';
import { measureThroughput } from './throughput.ts';
import type { Throughput } from './throughput.ts';

const { values } = parseArgs({
    options: {
        seconds: { type: 'string', default: '8' },
        rounds: { type: 'string', default: '5' },
        connections: { type: 'string', default: '64' },
        pushes: { type: 'string', default: '1000000' }
    }
});
const { seconds, rounds, connections, pushes } = z
    .object({
        seconds: z.coerce.number().positive(),
        rounds: z.coerce.number().int().positive(),
        connections: z.coerce.number().int().positive(),
        pushes: z.coerce.number().int().positive()
    })
    .parse(values);

const root = join(import.meta.dirname, '..', '..', '..');
const comparators = installComparators(root, 'gateway', ['pg-boss@12.38.0']);
const folder = mkdtempSync(join(root, '.local', 'bench', 'journal-'));
const programs = postgresPrograms();
const postgres = programs === undefined ? undefined : await startPrivatePostgres(programs);
const salesforce = await startScript('salesforceStandIn.ts');

const whole = (count: number): string => Math.round(count).toLocaleString('en-IN').padStart(10);
const times = (ratio: number): string => `${ratio.toFixed(2)} x`.padStart(10);

function printThroughput(results: readonly Throughput[]): void {
    const rateOf = (name: string): number => results.find((result) => result.name === name)?.perSecond ?? NaN;
    console.log(
        `${'Pushes a second, every answer a 200'.padEnd(48)}${'a second'.padStart(10)}${'of (a)'.padStart(10)}` +
            `${'of (b)'.padStart(10)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}`
    );
    for (const { title, perSecond, median, p99 } of results) {
        console.log(
            `${title.padEnd(48)}${whole(perSecond)}${times(perSecond / rateOf('bare'))}` +
                `${times(perSecond / rateOf('commitEach'))}${median.toFixed(1).padStart(10)}${p99.toFixed(1).padStart(10)}`
        );
    }
}

try {
    const setting = { folder, comparators, postgresUrl: postgres?.url ?? '', salesforceUrl: salesforce.url };
    printThroughput(await measureThroughput({ setting, seconds, rounds, connections }));
    if (postgres === undefined) {
        console.log('Without PostgreSQL on this machine, its journal and pg-boss were left out.');
    }
    console.log(
        `\n${'The long run'.padEnd(24)}${'a second'.padStart(10)}${'memory MB'.padStart(12)}${'requests per 1,000 pushes'.padStart(28)}`
    );
    for await (const { accepted, perSecond, megabytes, requestsPerThousand } of measureEndurance(
        setting,
        connections,
        pushes
    )) {
        console.log(
            `${`after ${accepted.toLocaleString('en-IN')}`.padEnd(24)}${whole(perSecond)}` +
                `${megabytes.toFixed(0).padStart(12)}${requestsPerThousand.toFixed(2).padStart(28)}`
        );
    }
    console.log(
        `\n${connections} connections, ${seconds} s, median of ${rounds}; ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, ` +
            `${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`
    );
} finally {
    await salesforce.end();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
}
