import path from 'node:path';
import { readAnalytics } from '../../local/org/reports/readAnalytics.ts';
import { runReport } from '../../local/org/reports/runReport.ts';
import type { PackageOrg } from '../flows/packageOrg.ts';

const PACKAGE = path.resolve(import.meta.dirname, '../../../force-app');

/** What the report says of each group of its first level and in all, rounded as it is shown. */
export function figuresOf(org: PackageOrg, now: Date, name: string, summary: string): Record<string, number> {
    const report = readAnalytics(PACKAGE, org.schema).reports.get(`ConVox_Reports/${name}`);
    if (!report) {
        throw new Error(`There is no report ${name}`);
    }
    const run = runReport(report, {
        schema: org.schema,
        find: (query) => org.store.find(query),
        get: (object, id) => org.store.get(object, id),
        locale: { language: 'en-IN', timeZone: 'Asia/Kolkata' },
        now
    });
    const index = run.summaries.findIndex(({ name: found }) => found === summary);
    const numberAt = (key: string): number =>
        Number((run.facts.get(`${key}!T`)?.summaries[index]?.label ?? 'none').replaceAll(/[%,]/g, ''));
    const groups = run.down.map(({ key, label }): [string, number] => [label.toUpperCase(), numberAt(key)]);
    return Object.fromEntries([...groups, ['all', numberAt('T')]]);
}
