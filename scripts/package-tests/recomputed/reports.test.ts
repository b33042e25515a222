import type { Org } from '../../local/org/org.ts';
import { metadataFiles } from '../../local/metadata/metadataFiles.ts';
import { PRODUCT } from '../../local/org/testing/testOrg.ts';
import { callReports } from './callReports.ts';
import { SEED } from './drawnRows.ts';
import { NOW, openFloor } from './floor.ts';
import { otherReports } from './otherReports.ts';
import type { Facts } from './recomputation.ts';
import type { Rows } from './rows.ts';
import { FIRST_ZONE, readRows } from './rows.ts';
import { readIn, runAs } from './shownReports.ts';

const recomputedReports = { ...callReports, ...otherReports };

let org: Org;
let rows: Rows;

beforeAll(async () => {
    org = await openFloor();
    rows = readRows(org.store);
});
afterAll(() => org.close());

const reports = metadataFiles(PRODUCT, '.report-meta.xml')
    .map(({ name }) => name)
    .toSorted();

test('every report is recomputed', () => {
    expect(Object.keys(recomputedReports).toSorted()).toEqual(reports);
});

/** The last digits of a quotient depend on the order of its sums. */
function rounded(facts: Facts): Facts {
    const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e6) / 1e6);
    return Object.fromEntries(
        Object.entries(facts).map(([place, figures]) => [
            place,
            Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]))
        ])
    );
}

describe.each([FIRST_ZONE, 'America/Los_Angeles'])('read in %s', (timeZone) => {
    test.each(Object.entries(recomputedReports))(
        `%s says what its rows say (seed ${SEED})`,
        async (name, recompute) => {
            readIn(org, 'divya.menon', timeZone);
            const shown = await runAs(org, 'divya.menon', name);
            const expected = recompute(rows, { now: NOW, timeZone });
            expect(rounded(shown.facts)).toEqual(rounded(expected.facts));
            expect(shown.rows ?? expected.rows).toEqual(expected.rows);
            expect(expected.rows.length).toBeGreaterThan(3);
        }
    );
});

test.each([
    ['hi', 'सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार'],
    ['en_US', 'MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY']
])('a reader in %s reads weekdays so, Monday first by its number', async (LanguageLocaleKey, words) => {
    const id = org.users.find('divya.menon')?.id ?? '';
    org.store.update('User', [{ id, values: { LanguageLocaleKey } }], org.users.admin);
    const { facts } = await runAs(org, 'divya.menon', 'Calls_by_Weekday_and_Hour');
    const days = Object.keys(facts).flatMap((place) => /[1-7] \S+$/.exec(place) ?? []);
    expect([...new Set(days)].toSorted()).toEqual(words.split(' ').map((word, index) => `${index + 1} ${word}`));
});
