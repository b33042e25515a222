import { usedCodesKey } from 'c/convoxSession';
import { codesOfAgent } from '../codesOfAgent.ts';

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
