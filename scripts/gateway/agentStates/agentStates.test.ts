import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Journal } from '../journal/journal.ts';
import { openSqliteJournal } from '../journal/sqliteJournal.ts';
import type { AgentNews } from './agentNews.ts';
import { createAgentStates } from './agentStates.ts';
import type { AgentStates, Told } from './agentStates.ts';

const news = (agentCode: string, since: number, state: AgentNews['state'] = 'Ready'): AgentNews => ({
    agentCode,
    state,
    since,
    source: 'ConVox',
    detail: ''
});

const folder = mkdtempSync(join(tmpdir(), 'states-'));
let files = 0;
const newFile = (): string => {
    files += 1;
    return join(folder, `${files}.sqlite`);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Without a thread: a property opens many. */
const openJournal = (file: string): Promise<Journal> => openSqliteJournal({ file, now: () => 0 });

let journal: Journal;
let gateways: AgentStates[];
beforeEach(async () => {
    journal = await openJournal(':memory:');
    gateways = [];
});
afterEach(async () => {
    gateways.forEach((states) => states.stop());
    await journal.close();
});

function statesOn(kept: Journal, tell: (batch: readonly AgentNews[]) => Told) {
    const told: (readonly AgentNews[])[] = [];
    const states = createAgentStates({
        journal: kept,
        tell(batch) {
            told.push(batch);
            return Promise.resolve(tell(batch));
        },
        pause: 1e6,
        longestPause: 1e6,
        log: () => undefined
    });
    gateways.push(states);
    return { states, told };
}

test('of each agent of a server the newest news is written, once, whatever order it came in', async () => {
    const { states, told } = statesOn(journal, () => 'told');
    const another = { ...news('AG_ASHA', 1, 'Talking'), server: 'austin' };
    await Promise.all([
        states.note(news('AG_ASHA', 2, 'Break')),
        states.note(news('ag_asha', 1, 'Talking')),
        states.note(another),
        states.note(news('AG_RAVI', 5))
    ]);
    await states.flush();
    await states.flush();
    expect(told).toEqual([[another, news('AG_ASHA', 2, 'Break'), news('AG_RAVI', 5)]]);
});

test('what Salesforce could not take goes again, unless there is newer news by then; what it refuses does not', async () => {
    const answers: Told[] = ['later', 'never', 'told'];
    const { states, told } = statesOn(journal, () => answers.shift() ?? 'told');
    await states.note(news('AG_ASHA', 1));
    await states.note(news('AG_RAVI', 2));
    await states.flush();
    await states.note(news('AG_ASHA', 3));
    await states.flush();
    await states.flush();
    expect(told.map((batch) => batch.map(({ agentCode, since }) => `${agentCode} ${since}`))).toEqual([
        ['AG_ASHA 1', 'AG_RAVI 2'],
        ['AG_RAVI 2', 'AG_ASHA 3']
    ]);
});

test('a batch holds 200 agents at most, each once', async () => {
    const { states, told } = statesOn(journal, () => 'told');
    await Promise.all(Array.from({ length: 250 }, (_, index) => states.note(news(`AG_${index}`, index))));
    await states.flush();
    await states.flush();
    expect(told.map(({ length }) => length)).toEqual([200, 50]);
});

test('whoever sends names without end is kept up to a number, the newest of them', async () => {
    const names = Array.from({ length: 20_005 }, (_, index) => news(`AG_${index}`, index));
    for (let start = 0; start < names.length; start += 5000) {
        await journal.noteAgents(names.slice(start, start + 5000));
    }
    const [oldest] = await journal.untoldAgents(1);
    expect(oldest).toMatchObject({ agentCode: 'AG_5' });
});

const seed = Date.now() % 1_000_000;

test('whatever Salesforce does between, over restarts and beside another gateway, an older news never replaces a newer', async () => {
    process.stdout.write(`Agent states with seed ${seed}\n`);
    const gateway = fc.nat(1);
    const story = fc.array(
        fc.oneof(
            { weight: 4, arbitrary: fc.record({ gateway, agent: fc.nat(2), since: fc.nat(9) }) },
            { weight: 2, arbitrary: fc.record({ gateway, answer: fc.constantFrom<Told>('told', 'later') }) },
            { weight: 1, arbitrary: fc.constant('restart' as const) }
        ),
        { maxLength: 30 }
    );
    await fc.assert(
        fc.asyncProperty(story, async (steps) => {
            const file = newFile();
            const held = new Map<string, number>();
            const newest = new Map<string, number>();
            let answer: Told = 'told';
            let kept = await openJournal(file);
            const start = (): AgentStates[] =>
                [0, 1].map(
                    () =>
                        statesOn(kept, (batch) => {
                            // As Salesforce's flow has it: what is older changes nothing there.
                            batch.forEach(({ agentCode, since }) => {
                                if (answer === 'told') {
                                    expect(since).toBe(newest.get(agentCode));
                                    held.set(agentCode, Math.max(since, held.get(agentCode) ?? 0));
                                }
                            });
                            return answer;
                        }).states
                );
            let both = start();
            for (const step of steps) {
                if (step === 'restart') {
                    both.forEach((states) => states.stop());
                    await kept.close();
                    kept = await openJournal(file);
                    both = start();
                } else if ('answer' in step) {
                    ({ answer } = step);
                    await both[step.gateway]?.flush();
                } else {
                    const agentCode = `AG_${step.agent}`;
                    newest.set(agentCode, Math.max(step.since, newest.get(agentCode) ?? 0));
                    await both[step.gateway]?.note(news(agentCode, step.since));
                }
            }
            answer = 'told';
            await both[0]?.flush();
            both.forEach((states) => states.stop());
            await kept.close();
            expect(held).toEqual(newest);
        }),
        { seed, numRuns: 60 }
    );
});
