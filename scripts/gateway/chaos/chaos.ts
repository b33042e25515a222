/** The whole chaos test: `node scripts/gateway/chaos/chaos.ts [--seed 1] [--pushes 10000] [--kills 20] [--postgres] [--two-servers]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { postgresPrograms, startPrivatePostgres } from '../journal/privatePostgres.ts';
import { runChaos } from './runChaos.ts';

const { values } = parseArgs({
    options: {
        seed: { type: 'string', default: String(Date.now() % 100_000) },
        pushes: { type: 'string', default: '10000' },
        kills: { type: 'string', default: '20' },
        postgres: { type: 'boolean', default: false },
        'two-servers': { type: 'boolean', default: false }
    }
});
const programs = values.postgres ? postgresPrograms() : undefined;
if (values.postgres && programs === undefined) {
    throw new Error('PostgreSQL is not installed (apt install postgresql)');
}
const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
const postgres = programs === undefined ? undefined : await startPrivatePostgres(programs);
process.stdout.write(`Seed ${values.seed}\n`);
try {
    const report = await runChaos({
        seed: Number(values.seed),
        pushes: Number(values.pushes),
        kills: Number(values.kills),
        journal: postgres?.url ?? join(folder, 'journal.sqlite'),
        gateways: postgres === undefined ? 1 : 3,
        twoServers: values['two-servers'],
        progress: (line) => process.stdout.write(`${line}\n`)
    });
    process.stdout.write(`${JSON.stringify({ ...report, wrong: report.wrong.slice(0, 20) }, undefined, 4)}\n`);
    process.exitCode = report.wrong.length === 0 ? 0 : 1;
} finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
}
