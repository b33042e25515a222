import { step } from './agentMachine.ts';
import type { Agent, AgentEvent, AgentState } from './agentMachine.ts';
import type { Call } from './call.ts';

const call: Call = {
    reference: '1795346571010000',
    convoxId: '4543201',
    number: '9876543201',
    did: '4040123400',
    process: 'SUPPORT',
    queue: 'SUPPORT_QUEUE',
    direction: 'Inbound',
    startedAt: 1000
};
const handling: readonly AgentState[] = ['RINGING', 'DIALING', 'ONCALL', 'WRAPUP'];
const close: AgentEvent = { type: 'close', convoxId: call.convoxId, disposition: 'SALE' };

function agentIn(state: AgentState): Agent {
    return {
        code: 'AG_ASHA',
        name: 'Asha',
        station: '2001',
        process: 'SUPPORT',
        state,
        since: 0,
        ...(handling.includes(state) ? { call: { ...call, offeredAt: 2000 } } : {})
    };
}

function after(state: AgentState, event: AgentEvent): { state: string; effects: string[] } | { code: string } {
    const result = step(agentIn(state), event, 9000);
    return 'refusal' in result
        ? { code: result.refusal.code }
        : { state: result.agent.state, effects: result.effects.map(({ type }) => type) };
}

test.each<[AgentState, AgentEvent, string, string[]]>([
    ['LOGGEDOUT', { type: 'login' }, 'IDLE', []],
    ['IDLE', { type: 'logout' }, 'LOGGEDOUT', []],
    ['IDLE', { type: 'break', name: 'Tea' }, 'BREAK', []],
    ['BREAK', { type: 'ready' }, 'IDLE', []],
    ['BREAK', { type: 'logout' }, 'LOGGEDOUT', []],
    ['MISSED', { type: 'ready' }, 'IDLE', []],
    ['IDLE', { type: 'ring', call }, 'RINGING', []],
    ['IDLE', { type: 'dial', call }, 'DIALING', []],
    ['RINGING', { type: 'answer' }, 'ONCALL', ['connected']],
    ['DIALING', { type: 'answer' }, 'ONCALL', ['connected']],
    ['RINGING', { type: 'ringOut' }, 'MISSED', ['completed']],
    ['DIALING', { type: 'ringOut' }, 'WRAPUP', []],
    ['RINGING', { type: 'hangUp', by: 'customer' }, 'IDLE', ['completed']],
    ['ONCALL', { type: 'hangUp', by: 'agent' }, 'WRAPUP', []],
    ['DIALING', { type: 'hangUp', by: 'agent' }, 'WRAPUP', []],
    ['ONCALL', close, 'IDLE', ['completed']],
    ['WRAPUP', close, 'IDLE', ['completed']],
    ['WRAPUP', { type: 'wrapUpEnded' }, 'IDLE', ['completed']]
])('in %s, %j leads to %s', (state, event, next, effects) => {
    expect(after(state, event)).toEqual({ state: next, effects });
});

test.each<[AgentState, string]>([
    ['LOGGEDOUT', 'CL006'],
    ['BREAK', 'CL004'],
    ['ONCALL', 'CL004'],
    ['MISSED', 'CL003'],
    ['DIALING', 'CL005'],
    ['RINGING', 'CL005'],
    ['WRAPUP', 'CL005']
])('an agent in %s refuses a new call with %s', (state, code) => {
    expect(after(state, { type: 'dial', call })).toEqual({ code });
    expect(after(state, { type: 'ring', call })).toEqual({ code });
});

test.each<AgentState>(['LOGGEDOUT', 'IDLE', 'BREAK', 'MISSED', 'RINGING'])(
    'there is nothing to close in %s, so the close is refused with EC012',
    (state) => {
        expect(after(state, close)).toEqual({ code: 'EC012' });
    }
);

test('a close about another call is refused with EC003', () => {
    expect(after('ONCALL', { ...close, convoxId: '4000000' })).toEqual({ code: 'EC003' });
});

test.each<[AgentState, AgentEvent]>([
    ['IDLE', { type: 'login' }],
    ['ONCALL', { type: 'logout' }],
    ['WRAPUP', { type: 'ready' }],
    ['ONCALL', { type: 'break', name: 'Tea' }],
    ['ONCALL', { type: 'answer' }],
    ['ONCALL', { type: 'ringOut' }],
    ['WRAPUP', { type: 'hangUp', by: 'customer' }],
    ['ONCALL', { type: 'wrapUpEnded' }]
])('in %s, %j is refused without a code', (state, event) => {
    expect(after(state, event)).toEqual({ code: '' });
});

test('closing a live call ends it now, on the agent', () => {
    expect(step(agentIn('ONCALL'), close, 9000)).toMatchObject({
        effects: [{ call: { endedAt: 9000, completedBy: 'agent', disposition: 'SALE' } }]
    });
});

test('closing in wrap-up keeps when and by whom the call was ended', () => {
    const hungUp = step(agentIn('ONCALL'), { type: 'hangUp', by: 'customer' }, 5000);
    expect('agent' in hungUp && step(hungUp.agent, close, 9000)).toMatchObject({
        effects: [{ call: { endedAt: 5000, completedBy: 'customer' } }]
    });
});

test('a call that nobody disposed of gets the disposition AUTOWRAPUP', () => {
    expect(step(agentIn('WRAPUP'), { type: 'wrapUpEnded' }, 9000)).toMatchObject({
        effects: [{ call: { disposition: 'AUTOWRAPUP' } }]
    });
});

test('the agent after a call has none in hand, and a break loses its name afterwards', () => {
    expect(step(agentIn('WRAPUP'), close, 9000)).not.toHaveProperty('agent.call');
    expect(step({ ...agentIn('BREAK'), breakName: 'Tea' }, { type: 'ready' }, 9000)).not.toHaveProperty(
        'agent.breakName'
    );
});
