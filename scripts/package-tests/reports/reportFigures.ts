import path from 'node:path';
import { readAnalytics } from '../../local/org/reports/readAnalytics.ts';
import { runReport } from '../../local/org/reports/runReport.ts';
import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from '../flows/packageOrg.ts';

export const SERVER_ZONE = 'Asia/Kolkata';

const PACKAGE = path.resolve(import.meta.dirname, '../../../force-app');

/** The start of a call as the gateway writes it, read from the clock of a server in India without its code. */
export function startFields(startedAt: number): FieldValues {
    const clock = new Date(startedAt + 330 * 60_000).toISOString();
    const hour = clock.slice(11, 13);
    return {
        Started_At__c: new Date(startedAt).toISOString(),
        Start_Day__c: clock.slice(0, 10),
        Start_Hour__c: Number(hour),
        Start_Half_Hour__c: `${hour}:${Number(clock.slice(14, 16)) < 30 ? '00' : '30'}`
    };
}

/** What the report says of each group of its first level and in all, rounded as it is shown. */
export function figuresOf(
    org: PackageOrg,
    now: Date,
    name: string,
    summary: string,
    timeZone = SERVER_ZONE
): Record<string, number> {
    const run = runOf(org, now, name, timeZone);
    const groups = run.down.map(({ key, label }): [string, number] => [
        label.toUpperCase(),
        numberAt(run, `${key}!T`, summary)
    ]);
    return Object.fromEntries([...groups, ['all', numberAt(run, 'T!T', summary)]]);
}

/** What a matrix says where a group down crosses one across, by both their names; without the cells of no row. */
export function cellsOf(org: PackageOrg, now: Date, name: string, summary: string): Record<string, number> {
    const run = runOf(org, now, name, SERVER_ZONE);
    return Object.fromEntries(
        run.down.flatMap((down) =>
            run.across.flatMap((across): [string, number][] => {
                const key = `${down.key}!${across.key}`;
                return numberAt(run, key, 'RowCount') > 0
                    ? [[`${down.label}, ${across.label}`, numberAt(run, key, summary)]]
                    : [];
            })
        )
    );
}

type Run = ReturnType<typeof runReport>;

function runOf(org: PackageOrg, now: Date, name: string, timeZone: string): Run {
    const report = readAnalytics(PACKAGE, org.schema).reports.get(`ConVox_Reports/${name}`);
    if (!report) {
        throw new Error(`There is no report ${name}`);
    }
    return runReport(report, {
        schema: org.schema,
        find: (query) => org.store.find(query),
        get: (object, id) => org.store.get(object, id),
        locale: { language: 'en-IN', timeZone },
        now
    });
}

function numberAt(run: Run, key: string, summary: string): number {
    const index = run.summaries.findIndex(({ name: found }) => found === summary);
    return Number((run.facts.get(key)?.summaries[index]?.label ?? 'none').replaceAll(/[%,]/g, ''));
}
