import { z } from 'zod';
import type { Org } from '../../local/org/org.ts';
import { readAnalytics } from '../../local/org/reports/readAnalytics.ts';
import { readSchema } from '../../local/metadata/objects/readSchema.ts';
import { PRODUCT, restClient } from '../../local/org/testing/testOrg.ts';
import type { RestClient } from '../../local/org/testing/testOrg.ts';
import { HISTORY_NOW, openHistoryOrg } from './historyOrg.ts';
import { planHistory } from './planHistory.ts';

const { dashboards, reports } = readAnalytics(PRODUCT, readSchema(PRODUCT));
const dotted = (name: string): string => name.replace('$', '.');

const Fact = z.object({
    aggregates: z.array(z.object({ label: z.string(), value: z.number().nullable() })),
    rows: z.array(z.object({ dataCells: z.array(z.object({ label: z.string() })) })).optional()
});
const Result = z.object({
    allData: z.literal(true),
    factMap: z.record(z.string(), Fact),
    groupingsDown: z.object({ groupings: z.array(z.unknown()) }),
    groupingsAcross: z.object({ groupings: z.array(z.unknown()) }),
    reportMetadata: z.object({
        aggregates: z.array(z.string()),
        detailColumns: z.array(z.string()),
        chart: z.object({ groupings: z.array(z.string()), summaries: z.array(z.string()) }).nullable()
    })
});
const Dashboard = z.object({
    componentData: z.array(z.object({ reportResult: Result, status: z.object({ dataStatus: z.literal('DATA') }) })),
    dashboardMetadata: z.object({ components: z.array(z.object({ header: z.string() })) })
});

let org: Org;
let manager: RestClient;

beforeAll(async () => {
    org = await openHistoryOrg();
    manager = restClient(org, 'divya.menon');
});
afterAll(() => org.close());

async function resultOf(developerName: string): Promise<z.infer<typeof Result>> {
    const [row] = org.store.find({
        object: 'Report',
        where: { field: 'DeveloperName', operator: 'eq', value: developerName }
    });
    const answer = await manager('GET', `/analytics/reports/${String(row?.['Id'])}?includeDetails=true`);
    expect(answer).toMatchObject({ status: 200 });
    return Result.parse(answer.body);
}

function rowCount({ factMap, reportMetadata }: z.infer<typeof Result>): number {
    return factMap['T!T']?.aggregates[reportMetadata.aggregates.indexOf('RowCount')]?.value ?? 0;
}

test.each([...reports.values()])('$name shows something of a month of calls', async (report) => {
    const result = await resultOf(report.developerName);
    const { detailColumns } = result.reportMetadata;
    expect(rowCount(result)).toBeGreaterThan(0);
    expect(detailColumns).toEqual(report.columns.map(({ column }) => dotted(column)));
    expect(result.groupingsDown.groupings.length > 0).toBe(report.down.length > 0);
    expect(result.groupingsAcross.groupings.length > 0).toBe(report.across.length > 0);
    expect(result.reportMetadata.chart?.groupings[0]).toBe(report.chart && dotted(report.chart.grouping));
    const rows = Object.values(result.factMap).flatMap((fact) => fact.rows ?? []);
    expect(rows).toHaveLength(report.showsDetails ? rowCount(result) : 0);
    expect(rows.every(({ dataCells }) => dataCells.length === detailColumns.length)).toBe(true);
    expect(JSON.stringify(result)).not.toContain('#Error!');
});

test.each(dashboards)('every component of $title shows something', async ({ components, developerName }) => {
    const [row] = org.store.find({
        object: 'Dashboard',
        where: { field: 'DeveloperName', operator: 'eq', value: developerName }
    });
    const answer = await manager('GET', `/analytics/dashboards/${String(row?.['Id'])}`);
    const { componentData, dashboardMetadata } = Dashboard.parse(answer.body);
    expect(dashboardMetadata.components.map(({ header }) => header)).toEqual(components.map(({ header }) => header));
    const empty = componentData.flatMap(({ reportResult }, index) =>
        rowCount(reportResult) === 0 ? [components[index]?.header] : []
    );
    expect(empty).toEqual([]);
});

test('the history is the same whenever it is planned for the same moment, and none of it lies ahead', () => {
    const calls = planHistory(HISTORY_NOW, 'Asia/Kolkata');
    expect(planHistory(HISTORY_NOW, 'Asia/Kolkata')).toEqual(calls);
    expect(calls.filter(({ startedAt }) => startedAt >= HISTORY_NOW.getTime())).toEqual([]);
});

test('every call of the history is a row, and each kind of promise was made', () => {
    expect(org.store.count({ object: 'ConVox_Call__c' })).toBe(planHistory(HISTORY_NOW, 'Asia/Kolkata').length);
    const states = new Set(org.store.find({ object: 'ConVox_Follow_Up__c' }).map((row) => row['State__c']));
    expect(states).toEqual(new Set(['Open', 'Kept', 'Late', 'Broken']));
});

test('a campaign has members with names and numbers, to be handed to the dialler', () => {
    const members = org.store.find({ object: 'CampaignMember' });
    expect(members.length).toBeGreaterThan(20);
    expect(members.filter((row) => row['LastName'] === null || row['MobilePhone'] === null)).toEqual([]);
});

test('calls of a list that was handed over for a campaign say so', () => {
    const lists = org.store.find({ object: 'ConVox_Call__c' }).map((row) => row['List_in_Words__c']);
    expect(new Set(lists)).toContain('Monsoon check-up (SALES_WARM)');
});

test.each(['2026-03-09T19:00:00.000Z', '2026-03-10T03:45:00.000Z', '2026-03-14T20:30:00.000Z'])(
    'there are calls of today at %s already',
    (now) => {
        const midnight = Math.floor((Date.parse(now) + 19_800_000) / 86_400_000) * 86_400_000 - 19_800_000;
        const calls = planHistory(new Date(now), 'Asia/Kolkata');
        expect(calls.filter(({ startedAt }) => startedAt >= midnight).length).toBeGreaterThan(2);
    }
);
