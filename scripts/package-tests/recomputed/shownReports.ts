import { z } from 'zod';
import type { Org } from '../../local/org/org.ts';
import { restClient } from '../../local/org/testing/testOrg.ts';
import type { Facts } from './recomputation.ts';
import { placeOf } from './recomputation.ts';

interface Group {
    readonly key: string;
    readonly label: string;
    readonly value: string | number | boolean | null;
    readonly groupings: readonly Group[];
}
const Group: z.ZodType<Group> = z.lazy(() =>
    z.object({
        key: z.string(),
        label: z.string(),
        value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
        groupings: z.array(Group)
    })
);
const Cell = z.object({ label: z.string() });
const Fact = z.object({
    aggregates: z.array(z.object({ value: z.number().nullable() })),
    rows: z.array(z.object({ dataCells: z.array(Cell) })).default([])
});
const Answer = z.object({
    allData: z.literal(true),
    hasDetailRows: z.boolean(),
    factMap: z.record(z.string(), Fact),
    groupingsDown: z.object({ groupings: z.array(Group) }),
    groupingsAcross: z.object({ groupings: z.array(Group) }),
    reportMetadata: z.object({ aggregates: z.array(z.string()), detailColumns: z.array(z.string()) }),
    reportExtendedMetadata: z.object({ aggregateColumnInfo: z.record(z.string(), z.object({ label: z.string() })) })
});

export interface Shown {
    readonly facts: Facts;
    /** Names in the rows that the report lists; undefined when it lists none. */
    readonly rows: readonly string[] | undefined;
}

/** Lets a user read in that zone. */
export function readIn(org: Org, username: string, timeZone: string): void {
    const user = org.users.find(username);
    org.store.update('User', [{ id: user?.id ?? '', values: { TimeZoneSidKey: timeZone } }], org.users.admin);
}

/** Runs a report as its reader does, by the Analytics API. */
export async function runAs(org: Org, username: string, report: string): Promise<Shown> {
    const [row] = org.store.find({
        object: 'Report',
        where: { field: 'DeveloperName', operator: 'eq', value: report }
    });
    const answer = await restClient(org, username)(
        'GET',
        `/analytics/reports/${String(row?.['Id'])}?includeDetails=true`
    );
    const { factMap, hasDetailRows, ...told } = Answer.parse(answer.body);
    const names = told.reportMetadata.aggregates.map((name) => figureName(name, told.reportExtendedMetadata));
    const down = pathsOf(told.groupingsDown.groupings);
    const across = pathsOf(told.groupingsAcross.groupings);
    const facts = Object.entries(factMap).map(([key, { aggregates }]) => {
        const [inRows = 'T', inColumns = 'T'] = key.split('!');
        const figures = aggregates.map(({ value }, index) => [names[index] ?? '', value] as const);
        return [placeOf(down.get(inRows) ?? [], across.get(inColumns) ?? []), Object.fromEntries(figures)] as const;
    });
    const column = told.reportMetadata.detailColumns.findLastIndex((name) => name.endsWith('.Name'));
    const rows = Object.values(factMap).flatMap((fact) =>
        fact.rows.map(({ dataCells }) => dataCells[column]?.label ?? '')
    );
    return {
        facts: Object.fromEntries(facts.filter(([place, { Rows: all }]) => all !== 0 || place === placeOf([], []))),
        rows: hasDetailRows ? rows.toSorted() : undefined
    };
}

const KINDS: Readonly<Record<string, string>> = { s: 'Sum', a: 'Average', x: 'Largest', m: 'Smallest', u: 'Unique' };

/** `Sum Offered_Calls__c`; a formula by its label, which is what a reader sees. */
function figureName(name: string, { aggregateColumnInfo }: z.infer<typeof Answer>['reportExtendedMetadata']): string {
    const column = /^([a-z])!(.*\.)?(\w+)$/.exec(name);
    const label = name === 'RowCount' ? 'Rows' : (aggregateColumnInfo[name]?.label ?? name);
    return column ? `${KINDS[column[1] ?? ''] ?? ''} ${column[3] ?? ''}` : label;
}

/** The names of a group and those above it, by its key. */
function pathsOf(groups: readonly Group[], above: readonly string[] = []): Map<string, readonly string[]> {
    return new Map(
        groups.flatMap((group) => {
            // A person is told by a name, everything else by what is stored.
            const isRecord = typeof group.value === 'string' && /^005\w{15}$/.test(group.value);
            const path = [...above, isRecord ? group.label : String(group.value ?? '')];
            return [[group.key, path] as const, ...pathsOf(group.groupings, path)];
        })
    );
}
