import fc from 'fast-check';
import type { FieldValues } from '../records.ts';
import { createReportDesk } from './deskReports.ts';
import type { Group } from './groups.ts';
import { everyGroup } from './groups.ts';
import type { ReportRun } from './runReport.ts';

const ticket = fc.record({
    State__c: fc.constantFrom('New', 'Done'),
    Subject__c: fc.option(fc.constantFrom('fan', 'Fan', 'oven', 'light')),
    Minutes__c: fc.option(fc.integer({ min: 0, max: 999 })),
    Urgent__c: fc.boolean(),
    Due_At__c: fc.option(
        fc
            .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) })
            .map((time) => new Date(time).toISOString())
    )
});

function runOver(tickets: readonly FieldValues[]): ReportRun {
    const desk = createReportDesk();
    desk.save(tickets);
    return desk.run({
        format: 'Matrix',
        columns: ['Minutes__c Sum Maximum'],
        down: ['Subject__c', 'Due_At__c Month'],
        across: ['State__c', 'Urgent__c']
    });
}

const [SUM, MAXIMUM, COUNT] = [0, 1, 2];

function figure(run: ReportRun, key: string, index: number): number {
    return run.facts.get(key)?.summaries[index]?.value ?? 0;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** A group of rows or columns, and its parts: the groups within it. */
function wholes(groups: readonly Group[]): { key: string; parts: readonly Group[] }[] {
    return [
        { key: 'T', parts: groups },
        ...everyGroup(groups).map(({ key, groups: parts }) => ({ key, parts }))
    ].filter(({ parts }) => parts.length > 0);
}

test('parts add up to their whole, in rows and in columns, and the largest is the largest of the parts', () => {
    fc.assert(
        fc.property(fc.array(ticket, { maxLength: 25 }), (tickets) => {
            const run = runOver(tickets);
            const other = ['T', ...everyGroup(run.across).map(({ key }) => key)];
            for (const { key, parts } of wholes(run.down)) {
                for (const column of other) {
                    const keys = parts.map((part) => `${part.key}!${column}`);
                    expect(total(keys.map((part) => figure(run, part, COUNT)))).toBe(
                        figure(run, `${key}!${column}`, COUNT)
                    );
                    expect(total(keys.map((part) => figure(run, part, SUM)))).toBe(
                        figure(run, `${key}!${column}`, SUM)
                    );
                    expect(Math.max(...keys.map((part) => figure(run, part, MAXIMUM)))).toBe(
                        figure(run, `${key}!${column}`, MAXIMUM)
                    );
                }
            }
            for (const { key, parts } of wholes(run.across)) {
                expect(total(parts.map((part) => figure(run, `T!${part.key}`, SUM)))).toBe(
                    figure(run, `T!${key}`, SUM)
                );
            }
            expect(figure(run, 'T!T', COUNT)).toBe(tickets.length);
        }),
        { numRuns: 25 }
    );
});

test('every row is in exactly one group of each level', () => {
    fc.assert(
        fc.property(fc.array(ticket, { maxLength: 25 }), (tickets) => {
            const run = runOver(tickets);
            const details = [...run.facts.values()].filter(({ isDetail }) => isDetail).flatMap(({ rows }) => rows);
            expect(details).toHaveLength(tickets.length);
            expect(new Set(details).size).toBe(tickets.length);
        }),
        { numRuns: 25 }
    );
});
