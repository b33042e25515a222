import { createRandom } from '../../node/seededRandom.ts';
import type { PackageOrg } from '../flows/packageOrg.ts';
import { openPackageOrg } from '../flows/packageOrg.ts';
import { cellsOf, figuresOf, SERVER_ZONE, startFields } from './reportFigures.ts';

const SEED = 20_261_206;
const DAY = 86_400_000;
/** The first moment of a year in India, in the middle of five weeks of calls. */
const NEW_YEAR = Date.parse('2025-12-31T18:30:00.000Z');
const NOW = new Date(NEW_YEAR + 14 * DAY + 40_000_000);

const OUTCOMES: Readonly<Record<string, readonly [name: string, countsAs: string]>> = {
    SALE: ['Sale made', 'Success'],
    CALLBACK: ['Call back', 'Contact'],
    WRONG: ['Wrong number', 'Neither']
};

/** A call as it was drawn: what the reports say is worked out from this, not from what the flows and formulas made of it. */
interface Drawn {
    readonly startedAt: number;
    readonly isInbound: boolean;
    readonly isAnswered: boolean;
    readonly process: string;
    readonly number: string;
    readonly list: string | null;
    readonly disposition: string | null;
    readonly wait: number;
    readonly agent: string | null;
    readonly isTransferred: boolean;
}

function drawCalls(): Drawn[] {
    const random = createRandom(SEED);
    const pick = <Item>(...items: readonly [Item, ...Item[]]): Item => items[random.below(items.length)] ?? items[0];
    return Array.from({ length: 500 }, (): Drawn => {
        const isInbound = random.chance(0.6);
        const isAnswered = random.chance(0.75);
        const moment = random.chance(0.2)
            ? NEW_YEAR + (random.below(21) - 10) * DAY + (random.below(241) - 120) * 1000
            : NOW.getTime() - random.below(random.chance(0.15) ? 40_000 : 35 * 86_400) * 1000;
        return {
            startedAt: moment,
            isInbound,
            isAnswered,
            process: pick('SALES', 'SUPPORT'),
            number: `98765${String(10_000 + random.below(80))}`,
            list: isInbound ? null : pick('WARM', 'COLD', null),
            disposition: isAnswered ? pick('SALE', 'CALLBACK', 'WRONG', 'GONE', null) : null,
            wait: random.below(60),
            agent: isAnswered || random.chance(0.3) ? 'AG_ASHA' : null,
            isTransferred: isAnswered && random.chance(0.15)
        };
    }).toSorted((one, other) => one.startedAt - other.startedAt);
}

const calls = drawCalls();
let org: PackageOrg;

beforeAll(async () => {
    org = await openPackageOrg();
    org.create('ConVox_Agent__c', {
        Name: 'Asha',
        Agent_Code__c: 'AG_ASHA',
        User__c: org.admin.id,
        Is_Active__c: true
    });
    for (const process of ['SALES', 'SUPPORT']) {
        const id = org.create('ConVox_Process__c', { Name: process, Process_Code__c: process });
        for (const [code, [name, countsAs]] of Object.entries(OUTCOMES)) {
            org.create('ConVox_Disposition__c', {
                Name: name,
                Code__c: code,
                Process__c: id,
                Level__c: 1,
                Counts_As__c: countsAs
            });
        }
    }
    for (const [index, call] of calls.entries()) {
        org.create('ConVox_Call__c', {
            Call_Reference__c: `Q-${index}`,
            Direction__c: call.isInbound ? 'Inbound' : 'Outbound',
            Status__c: call.isAnswered ? 'Ended' : 'Not Connected',
            Process_Name__c: call.process,
            Agent_Code__c: call.agent,
            Customer_Number__c: call.number,
            List_ID__c: call.list,
            Disposition__c: call.disposition,
            Earlier_Agents__c: call.isTransferred ? 'AG_RAVI, 40 s' : null,
            Queue_Seconds__c: call.wait,
            Ring_Seconds__c: 0,
            ...startFields(call.startedAt)
        });
    }
}, 60_000);
afterAll(() => org.close());

const clock = (moment: number, options: Intl.DateTimeFormatOptions): string =>
    new Date(moment).toLocaleString('en-GB', { timeZone: SERVER_ZONE, ...options });
const dayOf = (moment: number): number => Math.floor((moment + 330 * 60_000) / DAY);
const age = ({ startedAt }: Drawn): number => dayOf(NOW.getTime()) - dayOf(startedAt);
const within = (days: number): Drawn[] => calls.filter((call) => age(call) <= days);

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
function weekdayOf({ startedAt }: Drawn): string {
    const name = clock(startedAt, { weekday: 'long' });
    return `${weekdays.indexOf(name) + 1} ${name}`;
}
const hourOf = ({ startedAt }: Drawn): number => Number(clock(startedAt, { hour: '2-digit', hourCycle: 'h23' }));
function halfHourOf(call: Drawn): string {
    const minute = Number(clock(call.startedAt, { minute: 'numeric' }));
    return `${String(hourOf(call)).padStart(2, '0')}:${minute < 30 ? '00' : '30'}`;
}
/** Weeks begin on Sunday, as in the reports. */
function weekOf({ startedAt }: Drawn): string {
    const sunday = new Date((dayOf(startedAt) - ((dayOf(startedAt) + 4) % 7)) * DAY);
    const written = (day: Date): string => day.toLocaleDateString('en-IN', { dateStyle: 'short', timeZone: 'UTC' });
    return `${written(sunday)} - ${written(new Date(sunday.getTime() + 6 * DAY))}`;
}
const outcomeOf = ({ disposition }: Drawn): string => OUTCOMES[disposition ?? '']?.[0] ?? disposition ?? '';
const countsAs = ({ disposition }: Drawn): string => OUTCOMES[disposition ?? '']?.[1] ?? '';
const isRepeated = (call: Drawn): boolean =>
    calls.some(
        (other) =>
            other.isInbound &&
            other.number === call.number &&
            other.startedAt > call.startedAt &&
            other.startedAt - call.startedAt <= 7 * DAY
    );
const attemptOf = (call: Drawn): number =>
    1 +
    calls.filter(
        (other) =>
            other.process === call.process &&
            other.list === call.list &&
            other.number === call.number &&
            other.startedAt < call.startedAt
    ).length;

type Figure = (group: readonly Drawn[]) => number;
const count: Figure = (group) => group.length;
const share =
    (holds: (call: Drawn) => boolean): Figure =>
    (group) =>
        (100 * group.filter(holds).length) / group.length;

const offered = (days: number): Drawn[] => within(days).filter(({ isInbound }) => isInbound);
const attempts = (): Drawn[] => within(30).filter(({ list }) => list !== null);
const isInTime = ({ isAnswered, wait }: Drawn): boolean => isAnswered && wait <= 20;
const settled = (): Drawn[] => offered(60).filter((call) => call.isAnswered && age(call) > 7);

function byGroup(from: readonly Drawn[], name: (call: Drawn) => string, figure: Figure): Record<string, number> {
    const groups = [...Map.groupBy(from, name)].map(([key, group]): [string, number] => [key, figure(group)]);
    return Object.fromEntries(groups);
}

function expectClose(shown: Readonly<Record<string, number>>, expected: Readonly<Record<string, number>>): void {
    expect(Object.keys(shown).toSorted()).toEqual(Object.keys(expected).toSorted());
    const wrong = Object.entries(expected).filter(([key, value]) => !(Math.abs((shown[key] ?? NaN) - value) <= 0.051));
    expect(wrong.map(([key, value]) => ({ key, value, shown: shown[key] }))).toEqual([]);
}

test.each<[string, string, () => Drawn[], (call: Drawn) => string, Figure]>([
    ['Service_Level_by_Half_Hour', 'FORMULA1', () => offered(7), halfHourOf, share(isInTime)],
    ['Service_Level_by_Half_Hour', 'FORMULA2', () => offered(7), halfHourOf, share(({ isAnswered }) => !isAnswered)],
    ['Service_Level_Today', 'FORMULA1', () => offered(0), ({ process }) => process, share(isInTime)],
    ['Service_Level_Today', 'FORMULA2', () => offered(0), ({ process }) => process, share((call) => !call.isAnswered)],
    ['Calls_Today_by_Half_Hour', 'RowCount', () => offered(0), halfHourOf, count],
    ['Calls_by_Weekday_and_Hour', 'RowCount', () => offered(30), (call) => String(hourOf(call)), count],
    ['Calls_by_Weekday_and_Hour', 'FORMULA1', () => offered(30), (call) => String(hourOf(call)), share(isInTime)],
    [
        'Conversion_by_Attempt',
        'FORMULA1',
        attempts,
        (call) => String(attemptOf(call)),
        share((call) => ['Success', 'Contact'].includes(countsAs(call)))
    ],
    [
        'Conversion_by_Attempt',
        'FORMULA2',
        attempts,
        (call) => String(attemptOf(call)),
        share((call) => countsAs(call) === 'Success')
    ],
    ['First_Call_Resolution', 'FORMULA1', settled, ({ process }) => process, share((call) => !isRepeated(call))],
    ['Transfers', 'RowCount', () => within(30).filter((call) => call.isTransferred), ({ process }) => process, count]
])(`the report %s says in %s what its rows say (seed ${SEED})`, (name, summary, from, groupOf, figure) => {
    const rows = from();
    expect(rows.length).toBeGreaterThan(3);
    expectClose(figuresOf(org, NOW, name, summary), { ...byGroup(rows, groupOf, figure), all: figure(rows) });
});

test.each<[string, string, () => Drawn[], (call: Drawn) => string, Figure]>([
    [
        'Calls_by_Weekday_and_Hour',
        'RowCount',
        () => offered(30),
        (call) => `${hourOf(call)}, ${weekdayOf(call)}`,
        count
    ],
    [
        'Calls_by_Weekday_and_Hour',
        'FORMULA1',
        () => offered(30),
        (call) => `${hourOf(call)}, ${weekdayOf(call)}`,
        share(isInTime)
    ],
    [
        'Disposition_Trend',
        'RowCount',
        () => within(60).filter((call) => call.disposition !== null),
        (call) => `${weekOf(call)}, ${outcomeOf(call)}`,
        count
    ]
])(`each cell of the matrix %s says in %s what its rows say (seed ${SEED})`, (name, summary, from, cell, figure) => {
    expectClose(cellsOf(org, NOW, name, summary), byGroup(from(), cell, figure));
});

test('missed calls per agent are those of which ConVox told whose phone rang', () => {
    const known = offered(30).filter(({ agent, isAnswered }) => !isAnswered && agent !== null);
    expect(known.length).toBeGreaterThan(5);
    expect(Object.values(figuresOf(org, NOW, 'Missed_Calls_by_Agent', 'RowCount'))).toEqual([
        known.length,
        known.length
    ]);
});
