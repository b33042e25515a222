import { openCallsVariables, readOpenCalls } from 'c/convoxCallerQuery';

const NOW = Date.UTC(2026, 0, 5, 16, 30);

test('asks for the last twelve hours, and once more as another question', () => {
    expect(openCallsVariables('005', NOW, 0)).toEqual({ userId: '005', since: '2026-01-05T04:30:00.000Z', most: 50 });
    expect(openCallsVariables('005', NOW, 2)).toMatchObject({ most: 52 });
});

test.each([
    ['a pop', '{"CallReferenceID":"R1","AgentID":"AG_1","odd":3}', '2026-01-05T04:30:00.000Z', 1],
    ['no JSON', '{"CallRef', '2026-01-05T04:30:00.000Z', 0],
    ['no pop', null, '2026-01-05T04:30:00.000Z', 0],
    ['no time', '{"CallReferenceID":"R1"}', null, 0]
])('a row with %s', (_name, payload, poppedAt, count) => {
    const node = { Id: 'a01', Pop_Payload__c: { value: payload }, Pop_At__c: { value: poppedAt } };
    const calls = readOpenCalls({ uiapi: { query: { ConVox_Call__c: { edges: [{ node }] } } } });
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
    expect(readOpenCalls(undefined)).toEqual([]);
});
