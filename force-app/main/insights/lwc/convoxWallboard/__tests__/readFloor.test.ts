import { readFloor } from '../readFloor.ts';

const NOW = Date.parse('2026-11-30T10:00:00Z');
const at = (minutes: number): { value: string } => ({ value: new Date(NOW + minutes * 60_000).toISOString() });

const connection = (nodes: object[], totalCount = nodes.length) => ({
    totalCount,
    edges: nodes.map((node) => ({ node }))
});
const answer = (query: object) => ({ uiapi: { query } });
const open = (id: string, times: object) => ({ Id: id, Name: { value: `CALL-${id}` }, ...times });

test.each([
    ['by when the agent saw it', { Pop_At__c: at(-119), Started_At__c: at(-500), CreatedDate: at(0) }, true],
    ['else by when it began', { Started_At__c: at(-121), CreatedDate: at(0) }, false],
    ['else by when it was saved', { CreatedDate: at(-1) }, true],
    ['never without a time', {}, false]
])('a call in progress counts for two hours, %s', (_what, times, counts) => {
    const { calls, leftOut } = readFloor(answer({ inProgress: connection([open('1', times)]) }), NOW);
    expect(calls).toHaveLength(counts ? 1 : 0);
    expect(leftOut).toMatchObject({ total: counts ? 0 : 1, calls: counts ? [] : [{ name: 'CALL-1' }] });
});

test('the longest call comes first, with a name for whoever takes it', () => {
    const node = open('1', {
        Pop_At__c: at(-1),
        Agent__r: { Name: { value: 'Asha Verma' } },
        Agent_Code__c: { value: 'AG_ASHA' },
        Process_Name__c: { value: 'SALES' },
        Process_in_Words__c: { value: 'Outbound Sales' },
        Direction__c: { value: 'Inbound', displayValue: 'Came in' }
    });
    const other = open('2', { Pop_At__c: at(-5), Agent_Code__c: { value: 'AG_RAVI' } });
    expect(readFloor(answer({ inProgress: connection([node, other]) }), NOW).calls).toEqual([
        {
            id: '2',
            name: 'CALL-2',
            agent: 'AG_RAVI',
            agentCode: 'AG_RAVI',
            process: '',
            words: '',
            direction: '',
            since: NOW - 300_000
        },
        {
            id: '1',
            name: 'CALL-1',
            agent: 'Asha Verma',
            agentCode: 'AG_ASHA',
            process: 'SALES',
            words: 'Outbound Sales',
            direction: 'Came in',
            since: NOW - 60_000
        }
    ]);
});

test('calls that the answer has no room for are left out as well, and counted', () => {
    const { leftOut } = readFloor(answer({ inProgress: connection([open('1', { Pop_At__c: at(0) })], 1200) }), NOW);
    expect(leftOut).toEqual({ total: 1199, calls: [] });
});

test('what waits for somebody: the oldest missed call, promises whose time has passed, commands', () => {
    const floor = readFloor(
        answer({
            missed: connection([{ Id: 'm', Started_At__c: at(-300) }], 7),
            promises: connection([{}, { Due_At__c: at(1) }, { Due_At__c: at(-1) }]),
            commands: { totalCount: 2 }
        }),
        NOW
    );
    expect(floor).toMatchObject({
        missed: { total: 7, oldest: NOW - 300 * 60_000 },
        overduePromises: 1,
        unansweredCommands: 2
    });
});

test('promises that the answer has no room for are overdue as well: those to come are its first', () => {
    const promises = connection([{ Due_At__c: at(30) }, { Due_At__c: at(-1) }], 800);
    expect(readFloor(answer({ promises }), NOW).overduePromises).toBe(799);
});

test('an answer without anything is an empty floor', () => {
    expect(readFloor(undefined, NOW)).toEqual({
        processes: [],
        calls: [],
        agents: [],
        leftOut: { total: 0, calls: [] },
        missed: { total: 0, oldest: undefined },
        overduePromises: 0,
        unansweredCommands: 0
    });
});

test.each([
    ['Break', 'Tea', 'Tea'],
    ['Wrap-Up', 'sales', 'Outbound Sales (SALES)'],
    ['Wrap-Up', 'austin:support', 'Customer Support (SUPPORT, austin)'],
    ['Wrap-Up', 'austin:LOANS', 'LOANS (austin)'],
    ['Ready', 'CLOSE', '']
])('in the state %s the detail %s is %j', (state, detail, shown) => {
    const node = { Id: 'g1', State__c: { value: state }, State_Detail__c: { value: detail } };
    const call = open('1', { Process_Name__c: { value: 'SALES' }, Process_in_Words__c: { value: 'Outbound Sales' } });
    const support = { Process_Code__c: { value: 'austin:SUPPORT' }, Name: { value: 'Customer Support' } };
    const { agents } = readFloor(
        answer({ inProgress: connection([call]), agents: connection([node]), processes: connection([support]) }),
        NOW
    );
    expect(agents[0]?.detail).toBe(shown);
});
