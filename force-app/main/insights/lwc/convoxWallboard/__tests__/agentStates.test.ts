import { shownState, unheardAgents } from '../agentStates.ts';
import type { AgentState, OpenCall } from '../readFloor.ts';

const agent = (kind: string, since: number, detail = ''): AgentState => ({
    id: 'g1',
    agent: 'Asha Verma',
    agentCode: 'AG_ASHA',
    kind,
    state: kind,
    detail,
    since
});

const call = (agentCode: string, since: number): OpenCall => ({
    id: `a${since}`,
    name: 'CALL-000001',
    agent: 'Asha Verma',
    agentCode,
    process: 'SALES',
    words: 'Sales',
    direction: 'Inbound',
    since
});

const ON_LINE = 'c.ConVox_Wallboard_On_Line';

test.each([
    ['nothing of a call', agent('Ready', 10), [], 'Ready', 10],
    ['a call of somebody else', agent('Ready', 10), [call('AG_RAVI', 20)], 'Ready', 10],
    ['a call of nobody', agent('Ready', 10), [call('', 20)], 'Ready', 10],
    ['ready before the call', agent('Ready', 10), [call('AG_ASHA', 20)], ON_LINE, 20],
    ['ready before the call, in other letters', agent('Ready', 10), [call('ag_asha', 20)], ON_LINE, 20],
    [
        'out before the later of two calls',
        agent('Logged Out', 15),
        [call('AG_ASHA', 10), call('AG_ASHA', 20)],
        ON_LINE,
        20
    ],
    [
        'a break that was asked for in the call',
        agent('Break', 30, 'Tea'),
        [call('AG_ASHA', 20)],
        `${ON_LINE} · Break · Tea`,
        20
    ],
    ['talking', agent('Talking', 22), [call('AG_ASHA', 20)], 'Talking', 22],
    ['the wrap-up of the call', agent('Wrap-Up', 40, 'Sales'), [call('AG_ASHA', 20)], 'Wrap-Up · Sales', 40]
])('%s', (_what, state, calls, text, since) => {
    expect(shownState(state, calls)).toEqual({ text, since });
});

test.each([
    ['nobody where all were heard of', [agent('Ready', 10)], [call('ag_asha', 20)], []],
    ['nobody of a call that has no agent', [], [call('', 20)], []],
    ['who has a call, once', [], [call('AG_ASHA', 20), call('ag_asha', 30)], [['Asha Verma', ON_LINE, 30]]]
])('of calls on the line is shown besides: %s', (_what, agents, calls, shown) => {
    const lines = unheardAgents(agents, calls).map((one) => {
        const { text, since } = shownState(one, calls);
        return [one.agent, text, since];
    });
    expect(lines).toEqual(shown);
});
