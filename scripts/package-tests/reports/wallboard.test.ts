import path from 'node:path';
import { z } from 'zod';
import { queriesIn } from '../../local/checks/objects/checkQueries.ts';
import { readProject } from '../../local/checks/read/project.ts';
import { buildGraphqlSchema } from '../../local/org/graphql/graphqlSchema.ts';
import { createGraphqlRunner } from '../../local/org/graphql/runGraphql.ts';
import { createRelatedValues } from '../../local/org/query/relatedValues.ts';
import type { FieldValues, OrgRecord } from '../../local/org/records.ts';
import { createRandom } from '../../node/seededRandom.ts';
import type { PackageOrg } from '../flows/packageOrg.ts';
import { openPackageOrg } from '../flows/packageOrg.ts';
import { SERVER_ZONE, startFields } from './reportFigures.ts';

const SEED = 20_261_203;
const TARGETS: Readonly<Record<string, number>> = { SUPPORT: 20, SALES: 45 };
/** The last evening of a year in London, which is the first morning of the next in India. */
const MIDNIGHT = Date.parse('2025-12-31T18:30:00.000Z');
const HOUR = 3_600_000;

const query = queriesIn(readProject(path.resolve(import.meta.dirname, '../../..'))).find(({ text }) =>
    text.includes('convoxFloor')
);

/** Two days of calls, a third of them within two minutes of midnight in India. */
function drawCalls(): FieldValues[] {
    const random = createRandom(SEED);
    const roll = (sides: number): number => random.below(sides);
    return Array.from({ length: 400 }, (_, index) => {
        const offset = roll(3) === 0 ? (roll(241) - 120) * 1000 : (roll(48 * 3600) - 24 * 3600) * 1000;
        const state = ['Ended', 'Disposed', 'Not Connected', 'In Progress'][roll(4)] ?? 'Ended';
        return {
            Call_Reference__c: `B-${index}`,
            Direction__c: roll(4) === 0 ? 'Outbound' : 'Inbound',
            Status__c: state,
            Process_Name__c: ['SUPPORT', 'sales', 'SALES', 'WALK_IN', null][roll(5)] ?? null,
            Customer_Number__c: `98765${String(10_000 + roll(90_000))}`,
            ...startFields(MIDNIGHT + offset),
            Queue_Seconds__c: state !== 'In Progress' && roll(10) > 0 ? roll(60) : null,
            Ring_Seconds__c: roll(5) > 0 ? roll(15) : null
        };
    });
}

interface Figures {
    readonly offered: number;
    readonly answered: number;
    readonly missed: number;
    readonly inTarget: number;
    readonly known: number;
    readonly waited: number;
}

type Named = readonly [process: string, figures: Figures];

function sumsByProcess(entries: readonly Named[]): Record<string, Figures> {
    const sums: Record<string, Figures> = {};
    for (const [process, one] of entries) {
        const key = process.toUpperCase();
        const known = sums[key] ?? { offered: 0, answered: 0, missed: 0, inTarget: 0, known: 0, waited: 0 };
        sums[key] = {
            offered: known.offered + one.offered,
            answered: known.answered + one.answered,
            missed: known.missed + one.missed,
            inTarget: known.inTarget + one.inTarget,
            known: known.known + one.known,
            waited: known.waited + one.waited
        };
    }
    return sums;
}

const dayIn = (timeZone: string, instant: string | Date): string =>
    new Date(instant).toLocaleDateString('en-CA', { timeZone });

/** Undefined as long as ConVox did not say it. */
function waitOf(row: OrgRecord): number | undefined {
    return row['Queue_Seconds__c'] === null
        ? undefined
        : Number(row['Queue_Seconds__c']) + Number(row['Ring_Seconds__c'] ?? 0);
}

/** The definitions of docs/figures.md in code of their own, over what was stored. */
function expected(rows: readonly OrgRecord[], now: Date, timeZone: string): Record<string, Figures> {
    return sumsByProcess(
        rows
            .filter((row) => row['Direction__c'] === 'Inbound')
            .filter((row) => dayIn(SERVER_ZONE, String(row['Started_At__c'])) === dayIn(timeZone, now))
            .map((row): Named => {
                const process = String(row['Process_Name__c'] ?? '');
                const isOffered = row['Status__c'] !== 'In Progress';
                const isAnswered = isOffered && row['Status__c'] !== 'Not Connected';
                const wait = isAnswered ? waitOf(row) : undefined;
                return [
                    process,
                    {
                        offered: Number(isOffered),
                        answered: Number(isAnswered),
                        missed: Number(isOffered && !isAnswered),
                        inTarget: Number(wait !== undefined && wait <= (TARGETS[process.toUpperCase()] ?? 20)),
                        known: Number(wait !== undefined),
                        waited: wait ?? 0
                    }
                ];
            })
    );
}

const Figure = z.object({ value: z.number().nullable() }).optional();
const Field = z.object({ value: z.string().nullish(), sum: Figure, count: Figure });
const Edge = z.object({ node: z.object({ aggregate: z.record(z.string(), Field) }) });
const Row = z.object({ node: z.record(z.string(), z.unknown()) });
const Rows = z.object({ totalCount: z.number().optional(), edges: z.array(Row).optional() });
const Answer = z.object({
    uiapi: z.object({
        aggregate: z.object({ today: z.object({ edges: z.array(Edge) }) }),
        query: z.object({ inProgress: Rows, missed: Rows, promises: Rows, commands: Rows })
    })
});

let org: PackageOrg;

beforeAll(async () => {
    org = await openPackageOrg();
    for (const [code, seconds] of Object.entries(TARGETS)) {
        org.create('ConVox_Process__c', { Name: code, Process_Code__c: code, Answer_Target_Seconds__c: seconds });
    }
    const results = org.store.create('ConVox_Call__c', drawCalls(), org.admin);
    expect(results.filter(({ success }) => !success)).toEqual([]);
});
afterAll(() => org.close());

/** What the wallboard is answered, by its own question. */
function ask(now: Date, timeZone: string): z.infer<typeof Answer>['uiapi'] {
    const run = createGraphqlRunner(buildGraphqlSchema(org.schema));
    const before = (hours: number): string => new Date(now.getTime() - hours * HOUR).toISOString();
    const { data, errors } = run(
        { query: query?.text ?? '', variables: { since: before(168), shift: before(12) } },
        {
            store: org.store,
            related: createRelatedValues(org.schema, org.store),
            locale: { language: 'en-IN', timeZone },
            now,
            queries: 0
        }
    );
    expect(errors).toEqual([]);
    return Answer.parse(data).uiapi;
}

function answered(now: Date, timeZone: string): Record<string, Figures> {
    return sumsByProcess(
        ask(now, timeZone).aggregate.today.edges.map(({ node: { aggregate } }): Named => {
            const sum = (field: string): number => aggregate[field]?.sum?.value ?? 0;
            return [
                aggregate['Process_Name__c']?.value ?? '',
                {
                    offered: sum('Offered_Calls__c'),
                    answered: sum('Answered_Calls__c'),
                    missed: sum('Missed_Calls__c'),
                    inTarget: sum('Answered_In_Target__c'),
                    known: sum('Answered_Calls__c') > 0 ? (aggregate['Wait_Seconds__c']?.count?.value ?? 0) : 0,
                    waited: sum('Answered_Calls__c') > 0 ? sum('Wait_Seconds__c') : 0
                }
            ];
        })
    );
}

test.each([
    ['on the first morning of a year', 1, 'Asia/Kolkata'],
    ['on the last evening of a year, seconds before midnight', -0.001, 'Asia/Kolkata'],
    ['of a reader in London, where the old year goes on', 1, 'Europe/London'],
    ['of a reader in New York', 20, 'America/New_York']
])(`the wallboard's figures %s are those of the rows (seed ${SEED})`, (_what, hours, timeZone) => {
    const now = new Date(MIDNIGHT + hours * HOUR);
    const rows = org.store.find({ object: 'ConVox_Call__c' });
    expect(answered(now, timeZone)).toEqual(expected(rows, now, timeZone));
});

/** Promises and commands of nine days around midnight; some of each are no work of the floor. */
function waitForSomebody(): void {
    const random = createRandom(SEED + 1);
    const at = (): string => new Date(MIDNIGHT + (random.below(18 * 24) - 9 * 24) * HOUR + 60_000).toISOString();
    for (let index = 0; index < 120; index += 1) {
        org.store.create(
            'ConVox_Follow_Up__c',
            [{ State__c: ['Open', 'Kept', 'Broken', 'Cancelled'][random.below(4)] ?? 'Open', Due_At__c: at() }],
            org.admin
        );
        org.store.create(
            'ConVox_Command__c',
            [
                {
                    Key__c: `W-${index}`,
                    Type__c: 'Dial',
                    Status__c: ['Unknown', 'Accepted'][random.below(2)] ?? 'Unknown',
                    Agent_Code__c: 'AG_ASHA',
                    Phone_Number__c: '9876500001',
                    Ref_No__c: `R${index}`,
                    Requested_At__c: at()
                }
            ],
            org.admin
        );
    }
}

test.each([
    [1, 'Asia/Kolkata'],
    [-0.001, 'Asia/Kolkata'],
    [20, 'America/New_York']
])(
    `what waits for somebody at midnight and %d hours, read in %s, is what the rows say (seed ${SEED})`,
    (hours, timeZone) => {
        if (org.store.count({ object: 'ConVox_Command__c' }) === 0) {
            waitForSomebody();
        }
        const now = new Date(MIDNIGHT + hours * HOUR);
        const since = now.getTime() - 168 * HOUR;
        const find = (object: string): OrgRecord[] => org.store.find({ object });
        const instant = (row: OrgRecord, field: string): number => Date.parse(String(row[field]));
        const calls = find('ConVox_Call__c');
        const missed = calls
            .filter((row) => row['Direction__c'] === 'Inbound' && row['Status__c'] === 'Not Connected')
            .filter((row) => row['Returned_At__c'] === null || row['Is_Return_Void__c'] === true)
            .map((row) => instant(row, 'Started_At__c'))
            .filter((startedAt) => startedAt >= since);
        const owed = find('ConVox_Follow_Up__c')
            .filter((row) => ['Open', 'Broken'].includes(String(row['State__c'])))
            .map((row) => instant(row, 'Due_At__c'))
            .filter((dueAt) => dueAt >= since && dueAt < now.getTime());
        const unanswered = find('ConVox_Command__c')
            .filter((row) => row['Status__c'] === 'Unknown')
            .filter((row) => dayIn(timeZone, String(row['Requested_At__c'])) === dayIn(timeZone, now));
        const { query: said } = ask(now, timeZone);
        const momentOf = (node: Record<string, unknown> | undefined, field: string): number =>
            Date.parse(z.object({ value: z.string() }).parse(node?.[field]).value);
        const due = (said.promises.edges ?? []).map(({ node }) => momentOf(node, 'Due_At__c'));
        expect({
            inProgress: said.inProgress.totalCount,
            missed: said.missed.totalCount,
            longestWaiting: momentOf(said.missed.edges?.[0]?.node, 'Started_At__c'),
            overdue: due.filter((moment) => moment < now.getTime()).length,
            unanswered: said.commands.totalCount
        }).toEqual({
            inProgress: calls.filter((row) => row['Status__c'] === 'In Progress').length,
            missed: missed.length,
            longestWaiting: Math.min(...missed),
            overdue: owed.length,
            unanswered: unanswered.length
        });
        expect([missed, owed, unanswered].map((rows) => rows.length > 0)).toEqual([true, true, true]);
    }
);
