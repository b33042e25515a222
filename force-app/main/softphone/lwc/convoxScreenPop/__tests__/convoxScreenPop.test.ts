import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { closeTab, EnclosingTabId } from 'lightning/platformWorkspaceApi';
import ConvoxScreenPop from 'c/convoxScreenPop';
import { browserEdges, PATIENCE_MILLISECONDS, standForLeader } from 'c/convoxSession';
import type { HandedPop, Leadership, PopOutcome } from 'c/convoxSession';
import { poppedAt } from '../popMoment';

const STATE = {
    c__AgentID: 'AG_ASHA',
    c__CallerID: '9876543201',
    c__CallReferenceID: 'REF-1',
    c__DID: '1140001234',
    c__ConvoxID: 'CX-77',
    c__Process: 'SUPPORT',
    c__TypeOfCall: 'Inbound call'
};

function isEmitting(adapter: unknown): adapter is { emit(value: unknown): void } {
    return typeof adapter === 'function' && 'emit' in adapter;
}

function emit(adapter: unknown, value: unknown): void {
    if (isEmitting(adapter)) {
        adapter.emit(value);
    }
}

let leader: (Leadership & { taken: HandedPop[] }) | undefined;

/** A softphone in this tab or, with a name of its own, in another one. */
async function lead(tabId = browserEdges().tabId): Promise<Leadership & { taken: HandedPop[] }> {
    const taken: HandedPop[] = [];
    const edges = { ...browserEdges(), tabId };
    const leadership = standForLeader(edges, {
        lead: () => undefined,
        take: (pop) => taken.push(pop),
        yield: () => undefined,
        isWaiting: () => false
    });
    leader = { ...leadership, taken };
    await jest.advanceTimersByTimeAsync(100);
    return leader;
}

async function show(state: Record<string, string> = STATE): Promise<HTMLElement> {
    const element = createElement('c-convox-screen-pop', { is: ConvoxScreenPop });
    document.body.appendChild(element);
    emit(EnclosingTabId, 'tab-1');
    await go(state);
    return element;
}

async function go(state: Record<string, string>): Promise<void> {
    emit(CurrentPageReference, { type: 'standard__component', attributes: {}, state });
    await jest.advanceTimersByTimeAsync(0);
}

function textsOf(element: HTMLElement, id: string): (string | null)[] {
    return [...(element.shadowRoot?.querySelectorAll(`[data-id="${id}"]`) ?? [])].map((node) => node.textContent);
}

async function report(popId: string, outcome: PopOutcome, agentCode?: string): Promise<void> {
    leader?.report(popId, outcome, agentCode);
    await jest.advanceTimersByTimeAsync(0);
}

function takenId(): string {
    return leader?.taken.at(-1)?.popId ?? '';
}

const close = jest.fn();

beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    window.close = close;
    Object.assign(performance, { getEntriesByType: () => [] });
    close.mockClear();
    jest.mocked(closeTab).mockClear();
});

afterEach(() => {
    leader?.resign();
    leader = undefined;
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('hands the call over as ConVox sent it and says that it does', async () => {
    await lead();
    const element = await show();
    expect(leader?.taken).toMatchObject([{ parameters: Object.entries(STATE) }]);
    expect(textsOf(element, 'status')).toEqual(['c.ConVox_ScreenPop_Taking']);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
});

test('closes itself when the call is open in another tab', async () => {
    await lead('console');
    const element = await show();
    await report(takenId(), 'opened');
    expect(textsOf(element, 'status')).toEqual(['c.ConVox_ScreenPop_Opened']);
    expect(close).toHaveBeenCalledTimes(1);
});

test('in the tab that takes calls only its own console tab closes', async () => {
    await lead();
    const element = await show();
    await report(takenId(), 'opened');
    expect(textsOf(element, 'status')).toEqual(['c.ConVox_ScreenPop_Opened_Here']);
    expect(close).not.toHaveBeenCalled();
    expect(closeTab).toHaveBeenCalledWith('tab-1');
});

test.each([
    ['another agent', 'otherAgent', 'c.ConVox_ScreenPop_Other_Agent'],
    ['a user who is no agent', 'noAgent', 'c.ConVox_ScreenPop_No_Agent'],
    ['a softphone that could not', 'failed', 'c.ConVox_ScreenPop_Failed']
] as const)('the call of %s is said, and the page stays', async (_name, outcome, text) => {
    await lead('console');
    const element = await show();
    await report(takenId(), outcome, 'AG_RAVI');
    expect(textsOf(element, 'alert')).toEqual([text]);
    expect(close).not.toHaveBeenCalled();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
});

test.each([
    ['no agent', { c__AgentID: '' }, ['c.ConVox_ScreenPop_Agent_Code_Missing']],
    [
        'neither agent nor call',
        { c__AgentID: '', c__CallReferenceID: '' },
        ['c.ConVox_ScreenPop_Agent_Code_Missing', 'c.ConVox_ScreenPop_Call_Reference_Missing']
    ],
    ['an endless reference', { c__CallReferenceID: '9'.repeat(500) }, ['c.ConVox_ScreenPop_Too_Long']],
    ['a value not filled in', { c__CallerID: '<callerno>' }, ['c.ConVox_ScreenPop_Placeholder']]
])('an address with %s is explained value by value and handed to nobody', async (_name, change, problems) => {
    await lead();
    const element = await show({ ...STATE, ...change });
    expect(textsOf(element, 'problem')).toEqual(problems);
    expect(textsOf(element, 'advice')).toEqual(['c.ConVox_ScreenPop_Invalid_Advice']);
    expect(leader?.taken).toEqual([]);
});

test.each([
    ['nothing', {}],
    ["Lightning's own parameters", { uid: '1' }]
])('opened with %s it says what it is for', async (_name, state) => {
    const element = await show(state);
    expect(textsOf(element, 'empty')).toEqual(['c.ConVox_ScreenPop_Empty']);
});

test('the next call on the same page is taken too, the same call is not taken twice', async () => {
    await lead('console');
    await show();
    await go({ ...STATE, ws: '/lightning/r/Contact/003/view' });
    await go({ ...STATE, c__CallReferenceID: 'REF-2' });
    expect(leader?.taken).toHaveLength(2);
});

test('without a softphone the page becomes one and takes the call', async () => {
    const element = await show();
    await jest.advanceTimersByTimeAsync(PATIENCE_MILLISECONDS + 200);
    const softphone = element.shadowRoot?.querySelector('c-convox-softphone');
    expect(softphone?.shadowRoot?.querySelector('c-convox-call')).not.toBeNull();
});

test('what the address says is shown as text, whatever it holds', async () => {
    await lead();
    const element = await show({ ...STATE, c__AgentID: '<img src=x onerror=alert(1)>' });
    expect(element.shadowRoot?.querySelector('img')).toBeNull();
});

describe('the moment of the pop', () => {
    const times = (name: string): { timeOrigin: number; getEntriesByType: () => { name: string }[] } => ({
        timeOrigin: 1000.4,
        getEntriesByType: () => [{ name }]
    });

    test.each([
        ['a page that was loaded for it', 'https://x/lightning/cmp/c__convoxScreenPop?c__AgentID=1', true, 1000],
        ['a page that was open already', 'https://x/lightning/cmp/c__convoxScreenPop?c__AgentID=1', false, 5000],
        ['a console that was loaded elsewhere', 'https://x/lightning/page/home', true, 5000]
    ])('%s', (_name, name, isFirst, moment) => {
        expect(poppedAt(times(name), 5000, isFirst)).toBe(moment);
    });
});
