import { createRandom } from '../../node/seededRandom.ts';
import type { PackageOrg } from '../flows/packageOrg.ts';
import { openPackageOrg } from '../flows/packageOrg.ts';
import { figuresOf, SERVER_ZONE, startFields } from './reportFigures.ts';

const SEED = 20_261_205;
/** The first moment of a year in India, where the server is. */
const NEW_YEAR = Date.parse('2025-12-31T18:30:00.000Z');
const NOW = new Date(NEW_YEAR + 30 * 3_600_000);
const DAY = 86_400_000;

let org: PackageOrg;
let starts: number[];

beforeAll(async () => {
    org = await openPackageOrg();
    const random = createRandom(SEED);
    const seconds = (range: number): number => random.below(range) * 1000;
    starts = Array.from({ length: 200 }, () =>
        random.chance(0.4) ? NEW_YEAR - 120_000 + seconds(240) : NEW_YEAR - 9 * DAY + seconds(10 * 86_400)
    );
    const rows = starts.map((startedAt, index) => ({
        Call_Reference__c: `D-${index}`,
        Direction__c: 'Inbound',
        Status__c: 'Ended',
        Customer_Number__c: `98765${String(10_000 + index)}`,
        Pop_Latency_Ms__c: 300 + index,
        ...startFields(startedAt)
    }));
    const results = org.store.create('ConVox_Call__c', rows, org.admin);
    expect(results.filter(({ success }) => !success)).toEqual([]);
});
afterAll(() => org.close());

const written = (startedAt: number, options: Intl.DateTimeFormatOptions): string =>
    new Date(startedAt).toLocaleDateString('en-IN', { timeZone: SERVER_ZONE, ...options });

test.each([SERVER_ZONE, 'Europe/London', 'America/New_York'])(
    `whoever reads in %s finds each call on the server's day, around a turn of the year too (seed ${SEED})`,
    (timeZone) => {
        const days = [...Map.groupBy(starts, (startedAt) => written(startedAt, { dateStyle: 'short' }))];
        const counts = days.map(([day, calls]): [string, number] => [day, calls.length]);
        expect(figuresOf(org, NOW, 'Calls_by_Day', 'RowCount', timeZone)).toEqual(
            Object.fromEntries([...counts, ['all', starts.length]])
        );
    }
);

test("a call's weekday is the one of the server's day, with Monday first", () => {
    const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const weekdays = starts.map((startedAt) => {
        const name = written(startedAt, { weekday: 'long' });
        return `${names.indexOf(name) + 1} ${name}`;
    });
    expect(org.column('ConVox_Call__c', 'Start_Weekday__c')).toEqual(weekdays);
    expect(new Set(weekdays).size).toBe(7);
});
