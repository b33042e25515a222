import { join } from 'node:path';
import { runLoad } from './load.ts';
import { startScript } from './processes.ts';
import type { Served } from './processes.ts';

/** Where the measured processes find what they need. */
export interface BenchSetting {
    /** Empty folder for journals. */
    readonly folder: string;
    /** Folder that pg-boss is installed in. */
    readonly comparators: string;
    /** '' where PostgreSQL is not installed. */
    readonly postgresUrl: string;
    readonly salesforceUrl: string;
}

export interface Throughput {
    readonly name: string;
    readonly title: string;
    /** Accepted pushes; the median of the rounds. */
    readonly perSecond: number;
    /** Milliseconds from request to answer, of the same round. */
    readonly median: number;
    readonly p99: number;
}

export const SECRET = 'a secret of the benchmark, long enough';

const WARM_UP_SECONDS = 3;
const AFTER_WARM_UP = 1_000_000;

const TARGETS = [
    { name: 'gateway', title: 'gateway, SQLite journal', needsPostgres: false },
    { name: 'gatewayOnPostgres', title: 'gateway, PostgreSQL journal', needsPostgres: true },
    { name: 'bare', title: '(a) the framework, stores nothing', needsPostgres: false },
    { name: 'node', title: "Node's own server, stores nothing", needsPostgres: false },
    { name: 'commitEach', title: '(b) one fsync a push', needsPostgres: false },
    { name: 'pgBoss', title: '(c) pg-boss, one job a push', needsPostgres: true }
] as const;

type Target = (typeof TARGETS)[number]['name'];

let journals = 0;

/** Starts one of the targets as a process of its own, with a journal nobody else has. */
export function startTarget(name: Target, { folder, ...setting }: BenchSetting): Promise<Served> {
    journals += 1;
    const file = join(folder, `journal-${journals}.sqlite`);
    return startScript('target.ts', { BENCH_TARGET: JSON.stringify({ ...setting, name, secret: SECRET, file }) });
}

interface Measurement {
    readonly setting: BenchSetting;
    readonly seconds: number;
    readonly rounds: number;
    readonly connections: number;
}

/** Pushes against every target in turn, round after round, so that a slow minute of the machine meets all of them. */
export async function measureThroughput({ setting, seconds, rounds, connections }: Measurement): Promise<Throughput[]> {
    const targets = TARGETS.filter(({ needsPostgres }) => !needsPostgres || setting.postgresUrl !== '');
    const measured = new Map<Target, Omit<Throughput, 'name' | 'title'>[]>();
    for (let round = 0; round < rounds; round += 1) {
        for (const { name } of targets) {
            const served = await startTarget(name, setting);
            const load = { url: served.url, secret: SECRET, connections };
            await runLoad({ ...load, seconds: WARM_UP_SECONDS });
            const report = await runLoad({ ...load, seconds, first: AFTER_WARM_UP });
            await served.end();
            if (report.refused > 0) {
                throw new Error(`${name} refused ${report.refused} of ${report.refused + report.accepted} pushes`);
            }
            const { accepted, median, p99 } = report;
            measured.set(name, [...(measured.get(name) ?? []), { perSecond: accepted / report.seconds, median, p99 }]);
        }
    }
    return targets.flatMap(({ name, title }) => {
        const ordered = (measured.get(name) ?? []).sort((one, other) => one.perSecond - other.perSecond);
        const middle = ordered[Math.floor(ordered.length / 2)];
        return middle === undefined ? [] : [{ name, title, ...middle }];
    });
}
