import { boardView } from '../boardView.ts';

const NOW = Date.parse('2026-11-30T10:00:00Z');
const HOUR = 3_600_000;

function data(process: object, query: object = {}): object {
    const aggregate = Object.fromEntries(
        Object.entries({ ...process }).map(([field, value]) => [
            field,
            typeof value === 'string'
                ? { value }
                : { sum: { value }, min: { value }, max: { value }, count: { value: 6 } }
        ])
    );
    return { uiapi: { aggregate: { days: { edges: [{ node: { aggregate } }] } }, query } };
}

const SALES = {
    Start_Day__c: '2026-11-30',
    Process_Name__c: 'SALES',
    Process_in_Words__c: 'Outbound Sales',
    Offered_Calls__c: 8,
    Answered_Calls__c: 6,
    Missed_Calls__c: 2,
    Answered_In_Target__c: 5,
    Wait_Seconds__c: 150,
    Answer_Target_Seconds__c: 20
};

const tile = (view: ReturnType<typeof boardView>, name: string) => view.tiles.find((one) => one.name === name);

test('the day in figures, each with what it is measured against', () => {
    const view = boardView(data(SALES), NOW, NOW);
    expect(view.tiles.map(({ name, value }) => [name, value])).toEqual([
        ['onLine', '0'],
        ['offered', '8'],
        ['answered', '6'],
        ['missed', '2'],
        ['serviceLevel', '62.5%'],
        ['speedOfAnswer', '0:25'],
        ['toReturn', '0'],
        ['overduePromises', '0'],
        ['unansweredCommands', '0']
    ]);
    expect(tile(view, 'speedOfAnswer')).toMatchObject({ isWarning: true, note: 'c.ConVox_Wallboard_Above_Target' });
    expect(tile(view, 'serviceLevel')).toMatchObject({ isWarning: false, note: 'c.ConVox_Wallboard_Target' });
    expect(view.processRows).toEqual([
        {
            key: 'SALES',
            cells: ['Outbound Sales (SALES)', '0', '8', '6', '2', '62.5%', '0:25', '0:20'],
            warning: 'speedOfAnswer'
        }
    ]);
});

test.each([
    ['at the target', 120, false],
    ['a second above it on average', 126, true]
])('speed of answer %s', (_what, waited, isWarning) => {
    expect(tile(boardView(data({ ...SALES, Wait_Seconds__c: waited }), NOW, NOW), 'speedOfAnswer')).toMatchObject({
        isWarning
    });
});

test.each([
    ['of this day in Austin', '2026-11-29', '8'],
    ['of the day before there', '2026-11-28', '0'],
    ['of this day in India', '2026-11-30', '0']
])('in the morning of India the calls of Austin count that are %s', (_what, day, offered) => {
    const morning = Date.parse('2026-11-30T03:00:00Z');
    const austin = { Code__c: { value: 'austin' }, Time_Zone__c: { value: 'America/Chicago' } };
    const calls = { ...SALES, Start_Day__c: day, Server_Code__c: 'austin' };
    const view = boardView(data(calls, { servers: { edges: [{ node: austin }] } }), morning, morning);
    expect(tile(view, 'offered')?.value).toBe(offered);
});

test('without a call there is no rate, and no line', () => {
    const view = boardView({}, NOW, NOW);
    expect(tile(view, 'serviceLevel')).toMatchObject({ value: '–', note: '' });
    expect(tile(view, 'speedOfAnswer')).toMatchObject({ value: '–', note: '' });
    expect([view.processRows, view.callRows, view.leftOut]).toEqual([[], [], undefined]);
});

test.each([
    ['a refresh ago', 15_000, 'c.ConVox_Wallboard_Updated'],
    ['three refreshes ago', 45_000, 'c.ConVox_Wallboard_Old']
])('figures of %s say how old they are', (_what, age, text) => {
    expect(boardView({}, NOW - age, NOW).ageText).toBe(text);
});

test('who is on the line leads to the call, and the process has a line though nobody called it', () => {
    const node = { Id: 'a1', Process_Name__c: { value: 'SUPPORT' }, Pop_At__c: { value: '2026-11-30T09:58:30Z' } };
    const view = boardView({ uiapi: { query: { inProgress: { totalCount: 1, edges: [{ node }] } } } }, NOW, NOW);
    expect(view.callRows).toMatchObject([
        {
            key: 'a1',
            cells: ['c.ConVox_Wallboard_Nobody', 'SUPPORT', '', '1:30'],
            link: { url: '/lightning/r/ConVox_Call__c/a1/view' }
        }
    ]);
    expect(view.processRows).toMatchObject([{ cells: ['SUPPORT', '1', '0', '0', '0', '–', '–', ''] }]);
});

test.each([
    ['since today', 2 * HOUR],
    ['for days', 50 * HOUR]
])('missed calls that wait %s say how long the longest does', (_what, age) => {
    const node = { Id: 'm', Started_At__c: { value: new Date(NOW - age).toISOString() } };
    const view = boardView({ uiapi: { query: { missed: { totalCount: 3, edges: [{ node }] } } } }, NOW, NOW);
    expect(tile(view, 'toReturn')).toMatchObject({
        value: '3',
        isWarning: true,
        note: 'c.ConVox_Wallboard_Waiting_Since',
        link: { url: '/lightning/o/ConVox_Call__c/list?filterName=Missed_Not_Returned' }
    });
});

test('what agents do stands below, with the break and since when; nothing does where nothing is known', () => {
    const nodes = [
        {
            Id: 'g1',
            Agent_Code__c: { value: 'AG_ASHA' },
            User__r: { Name: { value: 'Asha Verma' } },
            State__c: { value: 'Break', displayValue: 'On a break' },
            State_Detail__c: { value: 'Lunch' },
            State_Since__c: { value: new Date(NOW - 90_000).toISOString() }
        },
        {
            Id: 'g2',
            Agent_Code__c: { value: 'AG_RAVI' },
            State__c: { value: 'Ready' },
            State_Detail__c: { value: 'CLOSE' }
        }
    ];
    const open = { Id: 'a1', Agent_Code__c: { value: 'AG_RAVI' }, Pop_At__c: { value: '2026-11-30T09:58:30Z' } };
    const inProgress = { totalCount: 1, edges: [{ node: open }] };
    const view = boardView(
        { uiapi: { query: { inProgress, agents: { edges: nodes.map((node) => ({ node })) } } } },
        NOW,
        NOW
    );
    expect(view.agentRows.map(({ cells }) => cells.slice(0, 2))).toEqual([
        ['Asha Verma', 'On a break · Lunch'],
        ['AG_RAVI', 'c.ConVox_Wallboard_On_Line']
    ]);
    expect(view.agentRows[0]?.cells[2]).toBe('1:30');
    expect(boardView({}, NOW, NOW).agentRows).toEqual([]);
});

test.each([
    [1, ['CALL-1'], false],
    [4, ['CALL-1', 'CALL-2', 'CALL-3'], true]
])('of %d calls that are left out the latest lead to their records', (total, names, hasMore) => {
    const edges = Array.from({ length: total }, (_, index) => ({
        node: {
            Id: `a${index + 1}`,
            Name: { value: `CALL-${index + 1}` },
            Pop_At__c: { value: '2026-11-30T01:00:00Z' }
        }
    }));
    const { leftOut } = boardView({ uiapi: { query: { inProgress: { totalCount: total, edges } } } }, NOW, NOW);
    expect(leftOut?.links.map(({ text }) => text)).toEqual(names);
    expect([leftOut?.hasMore, leftOut?.links[0]?.url]).toEqual([hasMore, '/lightning/r/ConVox_Call__c/a1/view']);
});
