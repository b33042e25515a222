import fc from 'fast-check';
import type { AgentNews } from './agentNews.ts';
import { createAgentStates } from './agentStates.ts';
import type { Told } from './agentStates.ts';

const news = (agentCode: string, since: number, state: AgentNews['state'] = 'Ready'): AgentNews => ({
    agentCode,
    state,
    since,
    source: 'ConVox',
    detail: ''
});

function statesWith(tell: (batch: readonly AgentNews[]) => Told) {
    const told: (readonly AgentNews[])[] = [];
    const states = createAgentStates({
        tell(batch) {
            told.push(batch);
            return Promise.resolve(tell(batch));
        },
        pause: 1e6,
        longestPause: 1e6,
        log: () => undefined
    });
    return { states, told };
}

test('of each agent the newest news is written, once, whatever order it came in', async () => {
    const { states, told } = statesWith(() => 'told');
    states.note(news('AG_ASHA', 2, 'Break'));
    states.note(news('ag_asha', 1, 'Talking'));
    states.note(news('AG_RAVI', 5));
    await states.flush();
    await states.flush();
    expect(told).toEqual([[news('AG_ASHA', 2, 'Break'), news('AG_RAVI', 5)]]);
    states.stop();
});

test('what Salesforce could not take goes again, unless there is newer news by then; what it refuses does not', async () => {
    const answers: Told[] = ['later', 'never', 'told'];
    const { states, told } = statesWith(() => answers.shift() ?? 'told');
    states.note(news('AG_ASHA', 1));
    states.note(news('AG_RAVI', 1));
    await states.flush();
    states.note(news('AG_ASHA', 2));
    await states.flush();
    await states.flush();
    expect(told.map((batch) => batch.map(({ agentCode, since }) => `${agentCode} ${since}`))).toEqual([
        ['AG_ASHA 1', 'AG_RAVI 1'],
        ['AG_ASHA 2', 'AG_RAVI 1']
    ]);
    states.stop();
});

test('a batch holds 200 agents at most, each once', async () => {
    const { states, told } = statesWith(() => 'told');
    for (let index = 0; index < 250; index += 1) {
        states.note(news(`AG_${index}`, index));
    }
    await states.flush();
    await states.flush();
    expect(told.map(({ length }) => length)).toEqual([200, 50]);
    states.stop();
});

const seed = Date.now() % 1_000_000;

test('whatever Salesforce does between, what is written last of an agent is the newest', async () => {
    process.stdout.write(`Agent states with seed ${seed}\n`);
    const story = fc.array(
        fc.oneof(fc.record({ agent: fc.nat(2), since: fc.nat(9) }), fc.constantFrom<Told>('told', 'later')),
        { maxLength: 30 }
    );
    await fc.assert(
        fc.asyncProperty(story, async (steps) => {
            const held = new Map<string, number>();
            const newest = new Map<string, number>();
            let answer: Told = 'told';
            const { states } = statesWith((batch) => {
                batch.forEach(({ agentCode, since }) => answer === 'told' && held.set(agentCode, since));
                return answer;
            });
            for (const step of steps) {
                if (typeof step === 'string') {
                    answer = step;
                    await states.flush();
                } else {
                    const agentCode = `AG_${step.agent}`;
                    newest.set(agentCode, Math.max(step.since, newest.get(agentCode) ?? 0));
                    states.note(news(agentCode, step.since));
                }
            }
            answer = 'told';
            await states.flush();
            states.stop();
            expect(held).toEqual(newest);
        }),
        { seed }
    );
});
