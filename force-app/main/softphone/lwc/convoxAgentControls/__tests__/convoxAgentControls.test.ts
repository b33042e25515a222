import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import ConvoxAgentControls from 'c/convoxAgentControls';
import type { CallCommand, CommandResult } from 'c/convoxCommand';
import { addCall, NO_CALLS, nextCall, withCall } from 'c/convoxCallState';
import type { CallList } from 'c/convoxCallState';
import { dialGuard } from 'c/convoxDialing';
import { lookupOf, popOf } from '../../convoxCallState/__tests__/sampleLookup';

const value = (text: string) => ({ value: text });
const rows = (...nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });
const SERVER = { Id: 's1', Supports__c: value('Ready, Break, Hold, Resume') };
const refresh = jest.fn((): Promise<void> => Promise.resolve());

/** Test wire adapters have more than the types of the platform's modules tell. */
function answer(state: object = {}, dialect = 'rest'): void {
    const query = {
        ConVox_Agent__c: rows({ Agent_Code__c: value('AG_ASHA'), ...state }),
        ConVox_Server__c: rows({ ...SERVER, Dialect__c: value(dialect) }),
        ConVox_Process__c: rows({ Process_Code__c: value('SUPPORT'), Break_Names__c: value('Tea') })
    };
    Reflect.apply(Reflect.get(graphql, 'emit'), graphql, [{ uiapi: { query } }, undefined, refresh]);
}

const asked = (): unknown => Reflect.apply(Reflect.get(graphql, 'getLastConfig'), graphql, []);

const RESULT: CommandResult = {
    state: 'accepted',
    type: 'Hold',
    commandId: 'a02',
    failure: '',
    advice: 'accepted',
    code: '',
    reply: '',
    error: ''
};

let end: (result: CommandResult) => void = () => undefined;
const sent: CallCommand[] = [];

async function show(list: CallList = NO_CALLS): Promise<HTMLElement> {
    const element = createElement('c-convox-agent-controls', { is: ConvoxAgentControls });
    Object.assign(element, { userId: '005A', list });
    document.body.appendChild(element);
    await jest.advanceTimersByTimeAsync(1000);
    const send = (command: CallCommand): Promise<CommandResult> => {
        sent.push(command);
        return new Promise((resolve) => {
            end = resolve;
        });
    };
    Object.assign(element.shadowRoot?.querySelector('c-convox-command-runner') ?? {}, { send });
    return element;
}

const idsOf = (element: HTMLElement): (string | undefined)[] =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-id="controls"] [data-id]') ?? [])].map(
        ({ dataset }) => dataset.id
    );

/** What the part beside it is told of the agent. */
const told = (element: HTMLElement): unknown => element.shadowRoot?.querySelector('c-convox-agent-state');

function press(element: HTMLElement, id: string): void {
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.click();
}

function callList(): CallList {
    const list = addCall(NO_CALLS, popOf(), 0);
    const [call] = list.calls;
    return call ? withCall(list, nextCall(call, { type: 'lookedUp', lookup: lookupOf() })) : list;
}

beforeEach(() => {
    jest.useFakeTimers();
    sent.length = 0;
    refresh.mockReset().mockResolvedValue();
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('between calls it offers what the server takes, and tells what was heard of the agent', async () => {
    const element = await show();
    expect(idsOf(element)).toEqual([]);
    answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(idsOf(element)).toEqual(['Ready', 'break']);
    expect(told(element)).toMatchObject({
        codes: 'AG_ASHA',
        heard: { words: 'c.ConVox_AgentControls_State_Unknown' }
    });
    answer({ State__c: value('Break'), State_Since__c: value('2026-11-30T05:30:00Z') });
    await jest.advanceTimersByTimeAsync(0);
    expect(told(element)).toMatchObject({
        heard: { words: 'c.ConVox_AgentControls_Heard', at: Date.parse('2026-11-30T05:30:00Z') }
    });
});

test('who is calling is asked first: it waits for the answer', async () => {
    const element = await show(addCall(NO_CALLS, popOf(), 0));
    await jest.advanceTimersByTimeAsync(5000);
    expect(asked()).not.toMatchObject({ variables: { userId: '005A' } });
    Object.assign(element, { list: callList() });
    await jest.advanceTimersByTimeAsync(1000);
    expect(asked()).toMatchObject({ variables: { userId: '005A' } });
});

test.each([
    ['nothing', 0, []],
    ['a call that is asked for', 1, [1600, 2800]]
])('at its start it looks again where %s happened before the answer', async (_, dials, moments) => {
    expect(
        await looks(() => {
            show(NO_CALLS);
            Array.from({ length: dials }, () => dialGuard.open(dialGuard.close(Date.now(), '98765 43201')));
            setTimeout(answer, 1100);
        }, 2000)
    ).toEqual(moments);
});

test('a button that is pressed twice asks once, and turns round when ConVox has done it', async () => {
    const element = await show(callList());
    answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(idsOf(element)).toEqual(['Hold']);
    press(element, 'Hold');
    press(element, 'Hold');
    await jest.advanceTimersByTimeAsync(0);
    expect(sent.map(({ type }) => type)).toEqual(['Hold']);
    end(RESULT);
    await jest.advanceTimersByTimeAsync(0);
    expect(idsOf(element)).toEqual(['Resume']);
});

const at = (instant: string) => ({ State__c: value('Ready'), State_Since__c: value(instant) });
const THEN = '2026-11-30T05:30:00Z';

/** When it asks, in milliseconds after something has changed. */
async function looks(change: () => void, until: number): Promise<number[]> {
    const start = Date.now();
    const moments: number[] = [];
    refresh.mockImplementation(() => {
        moments.push(Date.now() - start);
        return Promise.resolve();
    });
    change();
    await jest.advanceTimersByTimeAsync(until);
    return moments;
}

test('after a press it looks soon, then with growing pauses, then once a minute while nothing is new', async () => {
    const element = await show();
    answer(at(THEN));
    await jest.advanceTimersByTimeAsync(0);
    press(element, 'Ready');
    const moments = await looks(() => end({ ...RESULT, type: 'Ready' }), 130_000);
    expect(moments).toEqual([600, 1800, 4200, 9000, 69_000, 129_000]);
});

test.each([
    ['as before', at(THEN)],
    ['nothing', {}]
])('the looks go on where the answer says %s', async (_, state) => {
    await show();
    answer(state);
    await jest.advanceTimersByTimeAsync(0);
    const moments = await looks(() => {
        dialGuard.open(dialGuard.close(Date.now(), '98765 43201'));
        setTimeout(() => answer(state), 700);
    }, 2000);
    expect(moments).toEqual([600, 1800]);
});

test('what is new ends the looks of a press', async () => {
    const element = await show();
    answer(at(THEN));
    await jest.advanceTimersByTimeAsync(0);
    press(element, 'Ready');
    expect(await looks(() => end({ ...RESULT, type: 'Ready' }), 700)).toEqual([600]);
    answer(at('2026-11-30T05:31:00Z'));
    expect(await looks(() => undefined, 59_000)).toEqual([]);
});

test('a dial and its end, wherever it was made, and the end of the shown call are looked for, too', async () => {
    const element = await show();
    answer(at(THEN));
    let closed = 0;
    const dial = (): void => {
        closed = dialGuard.close(Date.now(), '98765 43201');
    };
    expect(await looks(dial, 2000)).toEqual([600, 1800]);
    expect(await looks(() => dialGuard.open(closed), 700)).toEqual([600]);
    const list = callList();
    expect(await looks(() => Object.assign(element, { list }), 700)).toEqual([600]);
    const calls = list.calls.map((call) => ({ ...call, isDisposed: true }));
    expect(await looks(() => Object.assign(element, { list: { ...list, calls } }), 700)).toEqual([600]);
});

test('during a call it looks every ten seconds, in a page that somebody sees', async () => {
    await show(callList());
    answer(at(THEN));
    await jest.advanceTimersByTimeAsync(0);
    expect(await looks(() => undefined, 25_000)).toEqual([10_000, 20_000]);
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    expect(await looks(() => undefined, 60_000)).toEqual([]);
    jest.restoreAllMocks();
});

test.each(['refused', 'unknown'] as const)(
    'a hold that is %s leaves the button, and another press asks anew',
    async (state) => {
        const element = await show(callList());
        answer();
        await jest.advanceTimersByTimeAsync(0);
        press(element, 'Hold');
        end({ ...RESULT, state, advice: 'noAnswer' });
        await jest.advanceTimersByTimeAsync(0);
        expect(idsOf(element)).toEqual(['Hold']);
        press(element, 'Hold');
        const [first, second] = sent.map((command) => (command.type === 'Hold' ? command.fields.Ref_No__c : ''));
        expect(second).not.toBe(first);
    }
);
