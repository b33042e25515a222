import { browserEdges, handOverPop, PATIENCE_MILLISECONDS, standForLeader } from 'c/convoxSession';
import type { HandedPop, HandOver, Leadership, SessionEdges } from 'c/convoxSession';
import { createFakeBrowser } from './fakeEdges';

const POP: HandedPop = { popId: 'pop-1', parameters: [['c__AgentID', 'AG_ASHA']], poppedAt: 1000 };

interface Candidate extends Leadership {
    readonly taken: HandedPop[];
    isLeading(): boolean;
}

function candidate(edges: SessionEdges): Candidate {
    const taken: HandedPop[] = [];
    let leading = false;
    const leadership = standForLeader(edges, {
        lead: () => {
            leading = true;
        },
        take: (pop) => taken.push(pop),
        yield: () => undefined,
        isWaiting: () => false
    });
    return { ...leadership, taken, isLeading: () => leading };
}

function followed(edges: SessionEdges, pop = POP): HandOver[] {
    const stages: HandOver[] = [];
    handOverPop(edges, pop, (handOver) => stages.push(handOver));
    return stages;
}

test('of several tabs one leads, and the next takes over when it goes', () => {
    const browser = createFakeBrowser();
    const first = candidate(browser.openTab('one'));
    const second = candidate(browser.openTab('two'));
    expect([first.isLeading(), second.isLeading()]).toEqual([true, false]);
    first.resign();
    expect(second.isLeading()).toBe(true);
});

test('only the leader takes a pop, and its tab is told apart from the tab ConVox opened', () => {
    const browser = createFakeBrowser();
    const leader = candidate(browser.openTab('console'));
    const other = candidate(browser.openTab('pop'));
    const stages = followed(browser.openTab('pop'));
    expect(leader.taken).toEqual([POP]);
    expect(other.taken).toEqual([]);
    leader.report('pop-1', 'opened');
    expect(stages).toEqual([
        { stage: 'waiting' },
        { stage: 'taking', here: false },
        { stage: 'done', here: false, outcome: 'opened', agentCode: '' }
    ]);
});

test('a tab that leads itself takes its own pop', () => {
    const edges = createFakeBrowser().openTab('only');
    candidate(edges);
    expect(followed(edges)).toContainEqual({ stage: 'taking', here: true });
});

test("another agent's call is reported with the user's own code", () => {
    const browser = createFakeBrowser();
    const leader = candidate(browser.openTab('console'));
    const stages = followed(browser.openTab('pop'));
    leader.report('pop-1', 'otherAgent', 'AG_ASHA');
    expect(stages.at(-1)).toEqual({ stage: 'done', here: false, outcome: 'otherAgent', agentCode: 'AG_ASHA' });
});

test('without a softphone the pop waits, says so, and is taken as soon as a tab leads', () => {
    const browser = createFakeBrowser();
    const stages = followed(browser.openTab('pop'));
    browser.pass(PATIENCE_MILLISECONDS - 1);
    expect(stages).toEqual([{ stage: 'waiting' }]);
    browser.pass(1);
    expect(stages.at(-1)).toEqual({ stage: 'nobody' });
    const late = candidate(browser.openTab('pop'));
    expect(late.taken).toEqual([POP]);
    expect(stages.at(-1)).toEqual({ stage: 'taking', here: true });
});

test('a pop whose leader closes before the outcome goes to the next leader', () => {
    const browser = createFakeBrowser();
    const first = candidate(browser.openTab('one'));
    const second = candidate(browser.openTab('two'));
    followed(browser.openTab('pop'));
    first.resign();
    expect(second.taken).toEqual([POP]);
});

test('a pop that is handed over twice is taken once, and the second asker hears the same outcome', () => {
    const browser = createFakeBrowser();
    const leader = candidate(browser.openTab('console'));
    followed(browser.openTab('pop'));
    leader.report('pop-1', 'opened');
    const again = followed(browser.openTab('pop'));
    expect(leader.taken).toHaveLength(1);
    expect(again.at(-1)).toMatchObject({ stage: 'done', outcome: 'opened' });
});

test.each([
    ['text', 'pop'],
    ['a pop without a time', { type: 'pop', popId: 'x', parameters: [] }],
    ['an unknown type', { type: 'dial', popId: 'x' }],
    ['nothing', undefined]
])('%s on the channel is ignored', (_name, data) => {
    const edges = createFakeBrowser().openTab('console');
    const listeners: ((message: unknown) => void)[] = [];
    const leader = candidate({
        ...edges,
        channel: {
            post: () => undefined,
            listen: (listener) => {
                listeners.push(listener);
                return () => undefined;
            }
        }
    });
    listeners.forEach((listener) => listener(data));
    expect(leader.taken).toEqual([]);
});

test('a browser without Web Locks has each tab take calls', () => {
    expect('locks' in navigator).toBe(false);
    const tab = candidate(browserEdges());
    expect(tab.isLeading()).toBe(true);
    tab.resign();
});
