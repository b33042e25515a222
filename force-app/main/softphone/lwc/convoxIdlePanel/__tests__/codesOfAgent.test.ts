import { usedCodes, usedCodesKey } from 'c/convoxSession';
import { codesOfAgent, keepCodesOfAgent } from '../codesOfAgent.ts';

const group = (process: string | null, code: string, calls: number) => ({
    node: {
        aggregate: {
            Process_Name__c: { value: process },
            Agent_Disposition__c: { value: code },
            Id: { count: { value: calls } }
        }
    }
});

test('the codes of each process come most used first, also those of calls without a process', () => {
    const edges = [
        group('SALES', 'CB', 2),
        group('SERVICE', 'CB', 1),
        group('SALES', 'RESOLVED', 9),
        group(null, 'DONE', 1),
        group('SALES', 'LOST', 3)
    ];
    expect([...codesOfAgent({ uiapi: { aggregate: { usedCodes: { edges } } } })]).toEqual([
        ['SALES', ['RESOLVED', 'LOST', 'CB']],
        ['SERVICE', ['CB']],
        ['', ['DONE']]
    ]);
});

test.each([[undefined], [{ uiapi: { aggregate: {} } }], [{ uiapi: { aggregate: { usedCodes: { edges: [] } } } }]])(
    '%j names none',
    (data) => expect([...codesOfAgent(data)]).toEqual([])
);

test('a pop that spells the process in other letters finds them', () => {
    expect(usedCodesKey('sales')).toBe(usedCodesKey('SALES'));
});

test('a digit means the same all day, and what is used more often comes first tomorrow', () => {
    jest.useFakeTimers({ now: new Date('2026-11-30T09:00:00') });
    const answer = (...edges: object[]): object => ({ uiapi: { aggregate: { usedCodes: { edges } } } });
    const firstCode = (): string | undefined => usedCodes('SALES')[0];
    keepCodesOfAgent(answer(group('SALES', 'RESOLVED', 2), group('SALES', 'CB', 1)));
    expect(firstCode()).toBe('RESOLVED');
    const later = answer(group('SALES', 'RESOLVED', 2), group('SALES', 'CB', 3));
    keepCodesOfAgent(later);
    expect(firstCode()).toBe('RESOLVED');
    jest.setSystemTime(new Date('2026-12-01T09:00:00'));
    keepCodesOfAgent(later);
    expect(firstCode()).toBe('CB');
    jest.useRealTimers();
});
