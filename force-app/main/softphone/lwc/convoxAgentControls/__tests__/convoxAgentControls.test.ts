import { addCall, NO_CALLS } from 'c/convoxCallState';
import { dialGuard } from 'c/convoxDialing';
import { popOf } from '../../convoxCallState/__tests__/sampleLookup';
import { answer, asked, callList, idsOf, press, refresh, RESULT, sent, show, told, value } from './deskOnPage';

beforeEach(() => {
    jest.useFakeTimers();
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
    expect(sent.map(({ command }) => command.type)).toEqual(['Hold']);
    sent[0]?.answer(RESULT);
    await jest.advanceTimersByTimeAsync(0);
    expect(idsOf(element)).toEqual(['Resume']);
});

const NAMESAKE = {
    Agent_Code__c: value('austin:AG_ASHA'),
    Server__c: value('s2'),
    Server__r: { Dialect__c: value('rest'), Supports__c: value('Hold') }
};

test('of two agents of one id at two servers the one who has the call asks, and never the other', async () => {
    const element = await show(callList());
    answer(NAMESAKE, {}, [{ Agent_Code__c: value('ag_asha') }]);
    await jest.advanceTimersByTimeAsync(0);
    press(element, 'Hold');
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toMatchObject([{ command: { server: { serverId: 's1' }, fields: { Agent_Code__c: 'ag_asha' } } }]);
    answer(NAMESAKE);
    await jest.advanceTimersByTimeAsync(0);
    expect(idsOf(element)).toEqual([]);
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
    await jest.advanceTimersByTimeAsync(0);
    const moments = await looks(() => sent[0]?.answer({ ...RESULT, type: 'Ready' }), 130_000);
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
    await jest.advanceTimersByTimeAsync(0);
    expect(await looks(() => sent[0]?.answer({ ...RESULT, type: 'Ready' }), 700)).toEqual([600]);
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
        await jest.advanceTimersByTimeAsync(0);
        sent[0]?.answer({ ...RESULT, state, advice: 'noAnswer' });
        await jest.advanceTimersByTimeAsync(0);
        expect(idsOf(element)).toEqual(['Hold']);
        press(element, 'Hold');
        await jest.advanceTimersByTimeAsync(0);
        const [first, second] = sent.map(({ command }) => (command.type === 'Hold' ? command.fields.Ref_No__c : ''));
        expect(second).not.toBe(first);
    }
);

test('between calls a user who is several agents sees which of them asks', async () => {
    const element = await show();
    const asker = (): unknown => element.shadowRoot?.querySelector('[data-id="asker"]')?.textContent;
    answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(asker()).toBeUndefined();
    answer({}, {}, [{ Agent_Code__c: value('AG_ASHA2') }]);
    await jest.advanceTimersByTimeAsync(0);
    expect(asker()).toBe('AG_ASHA');
    Object.assign(element, { list: callList() });
    await jest.advanceTimersByTimeAsync(0);
    expect(asker()).toBeUndefined();
});
