import { createReportDesk } from '../../reports/deskReports.ts';
import { at } from '../../testing/testOrg.ts';
import { factMapOf, MOST_ROWS } from './reportResult.ts';

test('rows beyond the most that are shown are counted all the same', () => {
    const desk = createReportDesk();
    for (let saved = 0; saved <= MOST_ROWS; saved += 200) {
        desk.save(
            Array.from({ length: 200 }, (_, index) => ({ Subject__c: `Ticket ${saved + index}`, Minutes__c: 1 }))
        );
    }
    const run = desk.run({ format: 'Tabular', columns: ['Key__c', 'Minutes__c Sum'] });
    const { allData, factMap } = factMapOf(run, true);
    const total = at(factMap, 'T!T');
    expect(allData).toBe(false);
    expect(at(total, 'rows')).toHaveLength(MOST_ROWS);
    expect(at(total, 'aggregates.0.value')).toBe(MOST_ROWS + 200);
    expect(factMapOf(run, false).allData).toBe(true);
});
