import { handOverPop, PATIENCE_MILLISECONDS, standForLeader } from 'c/convoxSession';
import type { HandedPop, HandOver, Leadership, SessionEdges } from 'c/convoxSession';
import { createFakeBrowser } from './fakeEdges';
import type { FakeBrowser } from './fakeEdges';

const POP: HandedPop = { popId: 'pop-1', parameters: [['c__AgentID', 'AG_ASHA']], poppedAt: 1000 };

interface Phone extends Leadership {
    readonly taken: string[];
    /** How often it took over, and how often it made room. */
    readonly turns: string[];
    isWaiting: boolean;
}

function phoneIn(edges: SessionEdges): Phone {
    const phone = { taken: new Array<string>(), turns: new Array<string>(), isWaiting: false };
    const leadership = standForLeader(edges, {
        lead: () => phone.turns.push('lead'),
        take: ({ popId }) => phone.taken.push(popId),
        yield: () => phone.turns.push('yield'),
        isWaiting: () => phone.isWaiting
    });
    return Object.assign(phone, leadership);
}

/** Opens a pop's tab in front of all others. */
function openPop(browser: FakeBrowser, edges: SessionEdges, pop = POP): HandOver[] {
    browser.lookAt(edges.tabId);
    const stages: HandOver[] = [];
    handOverPop(edges, pop, (handOver) => stages.push(handOver));
    return stages;
}

function browserWithConsole() {
    const browser = createFakeBrowser();
    return { browser, console: phoneIn(browser.openTab('console')), popTab: browser.openTab('pop') };
}

test('a leader in another window, which the agent can see, takes the pop', () => {
    const { browser, console, popTab } = browserWithConsole();
    const pop = phoneIn(popTab);
    const stages: HandOver[] = [];
    handOverPop(popTab, POP, (handOver) => stages.push(handOver));
    browser.pass(60_000);
    expect([console.taken, pop.taken]).toEqual([['pop-1'], []]);
    expect(stages.at(-1)).toEqual({ stage: 'taking', here: false });
});

test.each([
    ['before the pop is handed over', true],
    ['after it', false]
])('a hidden leader makes room for the tab in front, whose softphone was there %s', (_name, isFirst) => {
    const { browser, console, popTab } = browserWithConsole();
    const early = isFirst ? phoneIn(popTab) : undefined;
    const stages = openPop(browser, popTab);
    const pop = early ?? phoneIn(popTab);
    expect(console).toMatchObject({ taken: [], turns: ['lead', 'yield'] });
    expect(pop).toMatchObject({ taken: ['pop-1'], turns: ['lead'] });
    expect(stages.at(-1)).toEqual({ stage: 'taking', here: true });
});

test.each<[what: string, front: string, isWaiting: boolean, turns: string[]]>([
    ['takes the calls back', 'reloaded', false, ['lead']],
    ['takes them from one to which an answer comes, once that had its time', 'reloaded', true, ['lead']],
    ['leaves them where they are when nobody sees it either', 'ConVox', false, []]
])('a tab that is reloaded while another one nobody sees took over %s', (_what, front, isWaiting, turns) => {
    const { browser, console } = browserWithConsole();
    const hidden = phoneIn(browser.openTab('hidden'));
    console.resign();
    hidden.isWaiting = isWaiting;
    browser.lookAt(front);
    const reloaded = phoneIn(browser.openTab('reloaded'));
    browser.pass(60_000);
    expect(reloaded.turns).toEqual(turns);
    expect(hidden.turns).toEqual(turns.length > 0 ? ['lead', 'yield'] : ['lead']);
});

test('of all tabs that wait the one in front is next', () => {
    const { browser, console, popTab } = browserWithConsole();
    const second = phoneIn(browser.openTab('second console'));
    const pop = phoneIn(popTab);
    openPop(browser, popTab);
    expect([console.turns, second.turns, pop.turns]).toEqual([['lead', 'yield'], [], ['lead']]);
});

test('with the tab in front closed, one that made room takes over again', () => {
    const { browser, console, popTab } = browserWithConsole();
    const pop = phoneIn(popTab);
    openPop(browser, popTab);
    pop.resign();
    expect(console.turns).toEqual(['lead', 'yield', 'lead']);
});

test('call after call moves to the tab that is in front then, each taken once', () => {
    const { browser, console, popTab } = browserWithConsole();
    const first = phoneIn(popTab);
    openPop(browser, popTab);
    first.report('pop-1', 'opened');
    const nextTab = browser.openTab('next');
    const next = phoneIn(nextTab);
    openPop(browser, nextTab, { ...POP, popId: 'pop-2' });
    expect([console.taken, first.taken, next.taken]).toEqual([[], ['pop-1'], ['pop-2']]);
    expect(first.turns).toEqual(['lead', 'yield']);
});

test('a call that is only half taken when the next one comes moves along', () => {
    const { browser, console, popTab } = browserWithConsole();
    openPop(browser, browser.openTab('background'));
    browser.lookAt('console');
    browser.pass(1000);
    expect(console.taken).toEqual(['pop-1']);
    const pop = phoneIn(popTab);
    openPop(browser, popTab, { ...POP, popId: 'pop-2' });
    expect([...pop.taken].sort()).toEqual(['pop-1', 'pop-2']);
});

test('a pop that nobody looks at is taken by the leader, hidden or not', () => {
    const { browser, console, popTab } = browserWithConsole();
    phoneIn(popTab);
    browser.lookAt('something else');
    handOverPop(popTab, POP, () => undefined);
    expect(console.taken).toEqual(['pop-1']);
});

test('an agent who turns to the console while the pop loads finds the call there', () => {
    const { browser, console, popTab } = browserWithConsole();
    openPop(browser, popTab);
    browser.lookAt('console');
    browser.pass(1000);
    expect(console.taken).toEqual(['pop-1']);
});

test('a pop whose tab never gets a softphone says so after a while and is taken by the hidden leader in the end', () => {
    const { browser, console, popTab } = browserWithConsole();
    const stages = openPop(browser, popTab);
    browser.pass(PATIENCE_MILLISECONDS);
    expect(stages.at(-1)).toEqual({ stage: 'nobody' });
    expect(console.taken).toEqual([]);
    browser.pass(PATIENCE_MILLISECONDS + 1000);
    expect(console.taken).toEqual(['pop-1']);
});

test.each([
    ['makes room once it is there', 1000, 1500],
    ['makes room all the same when it takes long', Infinity, 3500]
])('a leader that waits for an answer of ConVox keeps its calls and %s', (_name, answeredAfter, yieldedBy) => {
    const { browser, console, popTab } = browserWithConsole();
    console.isWaiting = true;
    phoneIn(popTab);
    openPop(browser, popTab);
    browser.pass(900);
    expect(console.turns).toEqual(['lead']);
    browser.pass(100);
    console.isWaiting = answeredAfter > 1000;
    browser.pass(yieldedBy - 1000);
    expect(console).toMatchObject({ turns: ['lead', 'yield'], taken: [] });
});

test('without a queue of locks nobody makes room: chance would decide who is next', () => {
    const browser = createFakeBrowser();
    const edges = browser.openTab('console');
    const console = phoneIn({ ...edges, locks: { ...edges.locks, hasQueue: false } });
    const popTab = browser.openTab('pop');
    phoneIn(popTab);
    openPop(browser, popTab);
    expect(console.taken).toEqual(['pop-1']);
});

test('a pop of the version before, which names no tab, is taken as it was then', () => {
    const { browser, console, popTab } = browserWithConsole();
    browser.lookAt('pop');
    const { channel } = popTab;
    channel.post(JSON.parse(JSON.stringify({ type: 'pop', ...POP })));
    expect(console.taken).toEqual(['pop-1']);
});

test('users who share a browser have a leader each, and none takes the calls of another', () => {
    const browser = createFakeBrowser();
    const asha = phoneIn(browser.openTab('one', 'asha'));
    const ravi = phoneIn(browser.openTab('two', 'ravi'));
    openPop(browser, browser.openTab('two', 'ravi'));
    expect([asha.turns, ravi.turns]).toEqual([['lead'], ['lead']]);
    expect([asha.taken, ravi.taken]).toEqual([[], ['pop-1']]);
});
