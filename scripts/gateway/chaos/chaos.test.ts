import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresPrograms, startPrivatePostgres } from '../journal/privatePostgres.ts';
import { runChaos } from './runChaos.ts';
import type { ChaosReport } from './runChaos.ts';

// The whole test, with 10,000 pushes and 20 kills, is chaos.ts.
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 100_000);
const programs = postgresPrograms();

function note(line: string): void {
    process.stdout.write(`${line}\n`);
}

if (programs === undefined) {
    note('Skipped: chaos with three gateways, because PostgreSQL is not installed (apt install postgresql)');
}

function faultsOf({ faults }: ChaosReport): number {
    return Object.values(faults).reduce((sum, count) => sum + count, 0);
}

test('a gateway that is killed while Salesforce fails loses, doubles and mixes up nothing', async () => {
    note(`Chaos with SQLite, CHAOS_SEED=${seed}`);
    const journal = join(folder, 'journal.sqlite');
    const report = await runChaos({ seed, pushes: 300, kills: 2, journal, gateways: 1 });
    expect(report).toMatchObject({ accepted: 300, kills: 2, wrong: [] });
    expect(faultsOf(report)).toBeGreaterThan(0);
});

test('nor does it with two servers of two dialects, whose calls have the same references, and neither is dialled twice', async () => {
    note(`Chaos with two servers, CHAOS_SEED=${seed}`);
    const journal = join(folder, 'two.sqlite');
    const report = await runChaos({ seed, pushes: 300, kills: 2, journal, gateways: 1, twoServers: true });
    expect(report).toMatchObject({ accepted: 300, kills: 2, wrong: [] });
    expect(Object.keys(report.dials).some((outcome) => outcome.startsWith('mumbai'))).toBe(true);
    expect(Object.keys(report.dials).some((outcome) => outcome.startsWith('austin'))).toBe(true);
});

(programs === undefined ? test.skip : test)('neither do three gateways on one PostgreSQL', async () => {
    note(`Chaos with PostgreSQL, CHAOS_SEED=${seed}`);
    const postgres = await startPrivatePostgres(programs ?? '');
    try {
        const report = await runChaos({ seed, pushes: 200, kills: 2, journal: postgres.url, gateways: 3 });
        expect(report).toMatchObject({ accepted: 200, kills: 2, wrong: [] });
        expect(faultsOf(report)).toBeGreaterThan(0);
    } finally {
        await postgres.stop();
    }
});
