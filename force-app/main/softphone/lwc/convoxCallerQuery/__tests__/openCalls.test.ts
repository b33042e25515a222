import { readLookup } from 'c/convoxCallerQuery';

test.each([
    ['a pop', '{"CallReferenceID":"R1","AgentID":"AG_1","odd":3}', '2026-01-05T04:30:00.000Z', 1],
    ['no JSON', '{"CallRef', '2026-01-05T04:30:00.000Z', 0],
    ['no pop', null, '2026-01-05T04:30:00.000Z', 0],
    ['no time', '{"CallReferenceID":"R1"}', null, 0]
])('a row with %s', (_name, payload, poppedAt, count) => {
    const node = { Id: 'a01', Pop_Payload__c: { value: payload }, Pop_At__c: { value: poppedAt } };
    const calls = readLookup({ uiapi: { query: { ownCalls: { edges: [{ node }] } } } }).openCalls ?? [];
    expect(calls).toHaveLength(count);
    expect(calls.flatMap(({ parameters }) => parameters)).toEqual(
        count === 0
            ? []
            : [
                  ['CallReferenceID', 'R1'],
                  ['AgentID', 'AG_1']
              ]
    );
});

test('no answer holds no calls', () => {
    expect(readLookup(undefined).openCalls).toEqual([]);
});
