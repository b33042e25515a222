import { createElement } from 'lwc';
import { open, updatePanel, updateUtility } from 'lightning/platformUtilityBarApi';
import { getAllTabInfo, openTab } from 'lightning/platformWorkspaceApi';
import * as utilityBar from 'lightning/platformUtilityBarApi';
import * as workspace from 'lightning/platformWorkspaceApi';
import type { CallEvent } from 'c/convoxCallState';
import type { CallerLookup } from 'c/convoxCallerQuery';
import { encodeScreenPop } from 'c/convoxContract';
import type { ScreenPop } from 'c/convoxContract';
import ConvoxSoftphone from 'c/convoxSoftphone';
import { browserEdges, handOverPop } from 'c/convoxSession';
import type { HandOver, Undo } from 'c/convoxSession';
import { lookupOf, MEERA, popOf } from '../../convoxCallState/__tests__/sampleLookup';

interface Emitting {
    emit(value: unknown): void;
}

function isEmitting(adapter: unknown): adapter is Emitting {
    return typeof adapter === 'function' && 'emit' in adapter;
}

function emit(adapter: unknown, value: unknown): void {
    if (isEmitting(adapter)) {
        adapter.emit(value);
    }
}

/** A softphone that leads its browser; jsdom has neither Web Locks nor channels, so the fall-backs do it. */
async function show(isLeading = true, properties: object = {}): Promise<HTMLElement> {
    if (!isLeading) {
        jest.spyOn(browserEdges().locks, 'hold').mockReturnValueOnce(() => undefined);
    }
    const element = createElement('c-convox-softphone', { is: ConvoxSoftphone });
    Object.assign(element, properties);
    document.body.appendChild(element);
    emit(utilityBar.EnclosingUtilityId, 'utility-1');
    emit(workspace.IsConsoleNavigation, true);
    await jest.advanceTimersByTimeAsync(0);
    return element;
}

/** The pages ConVox opened in a test; they close with it. */
let pages: Undo[] = [];

/** Hands a pop over as the pop's page does, and gives the stages it goes through. */
async function pop(values: Partial<ScreenPop> = {}): Promise<HandOver[]> {
    const stages: HandOver[] = [];
    const parameters = encodeScreenPop(popOf(values), 'lightning');
    const popId = `pop-${values.callReference ?? 'REF-1'}-${values.callerNumber ?? ''}`;
    const page = { popId, parameters, poppedAt: Date.now() };
    pages.push(handOverPop(browserEdges(), page, (stage) => stages.push(stage)));
    await jest.advanceTimersByTimeAsync(0);
    return stages;
}

/** The question of a softphone that has no call to ask about. */
function alone(element: HTMLElement): Element | null | undefined {
    return element.shadowRoot?.querySelector('c-convox-caller-lookup');
}

function calls(element: HTMLElement): Element[] {
    return [...(element.shadowRoot?.querySelectorAll('c-convox-call') ?? [])];
}

function looked(lookup: Partial<CallerLookup>): CallEvent {
    return { type: 'lookedUp', lookup: lookupOf(lookup) };
}

async function fire(target: Element | null | undefined, type: string, detail?: unknown): Promise<void> {
    target?.dispatchEvent(new CustomEvent(type, { detail }));
    await jest.advanceTimersByTimeAsync(0);
}

function textOf(element: HTMLElement, id: string): string | null | undefined {
    return element.shadowRoot?.querySelector(`[data-id="${id}"]`)?.textContent;
}

beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    jest.mocked(open).mockClear();
    jest.mocked(updateUtility).mockClear();
    jest.mocked(openTab).mockClear();
});

afterEach(() => {
    pages.forEach((close) => close());
    pages = [];
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('waits for calls and says so', async () => {
    const element = await show();
    expect(textOf(element, 'idle')).toBe('c.ConVox_Softphone_Ready');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
});

test('a tab that does not lead says that another one takes the calls', async () => {
    const element = await show(false);
    expect(textOf(element, 'idle')).toBe('c.ConVox_Softphone_Elsewhere');
});

test('takes a pop, comes up, and answers once it is clear whose call it is', async () => {
    const element = await show();
    const stages = await pop();
    expect(stages.at(-1)).toEqual({ stage: 'taking', here: true });
    expect(calls(element)).toHaveLength(1);
    expect(open).toHaveBeenCalledWith('utility-1', expect.anything());
    await fire(calls(element)[0], 'callevent', looked({ customers: [MEERA] }));
    expect(stages.at(-1)).toMatchObject({ stage: 'done', outcome: 'opened', here: true });
    expect(updateUtility).toHaveBeenLastCalledWith('utility-1', { label: 'Meera Iyer', highlighted: true });
    expect(updatePanel).toHaveBeenLastCalledWith('utility-1', { label: 'c.ConVox_Softphone_Panel' });
    expect(textOf(element, 'announcement')).toBe('c.ConVox_CallWords_Announce_From');
});

const NOTED: CallEvent = { type: 'drafted', draft: { notes: 'Wants a quote' }, at: 1 };

test('a call that comes while the agent notes something about another is said and listed, and neither shown nor opened', async () => {
    const element = await show();
    await pop({ callReference: 'REAL' });
    await fire(calls(element)[0], 'callevent', looked({ customers: [MEERA] }));
    await fire(calls(element)[0], 'callevent', NOTED);
    await pop({ callReference: 'SECOND', callerNumber: '9876543299' });
    expect(calls(element).map((call) => call.className)).toEqual(['slds-show', 'slds-hide']);
    expect(calls(element)).toMatchObject([{ isWatched: true }, { call: { isDoubted: true } }]);
    const announced = textOf(element, 'announcement');
    expect(announced).toBe('c.ConVox_CallWords_Announce_Fromc.ConVox_Softphone_Another');
    expect(element.shadowRoot?.querySelector('[data-id="extras"]')).toMatchObject({
        list: { calls: [{ isDoubted: false }, { isDoubted: true }] }
    });
});

test('once the other is known to have ended before, such a call is shown, and the cursor goes into its form', async () => {
    const element = await show();
    await pop({ callReference: 'REAL' });
    await fire(calls(element)[0], 'callevent', looked({}));
    await fire(calls(element)[0], 'callevent', NOTED);
    await jest.advanceTimersByTimeAsync(60_000);
    await pop({ callReference: 'SECOND' });
    const focus = jest.fn();
    await fire(calls(element)[1], 'form', { reference: 'SECOND', focus });
    expect(focus).not.toHaveBeenCalled();
    const work = document.createElement('button');
    document.body.append(work);
    work.focus();
    await fire(calls(element)[0], 'callevent', { type: 'reported', disposition: '', seconds: 30, at: Date.now() });
    expect(calls(element).map((call) => call.className)).toEqual(['slds-hide', 'slds-show']);
    await jest.advanceTimersByTimeAsync(0);
    expect(focus).toHaveBeenCalledTimes(1);
});

test.each([
    ['keeps the cursor where the agent works on this page', true, false],
    ['brings the cursor to the softphone when the agent answered elsewhere', false, true]
])('%s', async (_name, agentIsHere, autoFocus) => {
    jest.spyOn(document, 'hasFocus').mockReturnValue(agentIsHere);
    await show();
    await pop();
    expect(open).toHaveBeenCalledWith('utility-1', { autoFocus });
});

test('whoever left the cursor in the phone finds it there', async () => {
    jest.spyOn(document, 'hasFocus').mockReturnValue(false);
    const element = await show();
    Object.defineProperty(element.shadowRoot, 'activeElement', { value: document.body, configurable: true });
    await pop();
    expect(open).toHaveBeenLastCalledWith('utility-1', { autoFocus: false });
});

test('a second call comes to the front and the first is one press away', async () => {
    const element = await show();
    await pop();
    const report: CallEvent = { type: 'reported', disposition: '', seconds: 0, at: Date.now() };
    await fire(calls(element)[0], 'callevent', looked({}));
    await fire(calls(element)[0], 'callevent', report);
    await jest.advanceTimersByTimeAsync(1000);
    await pop({ callReference: 'REF-2', callerNumber: '9876543202' });
    expect(updateUtility).toHaveBeenLastCalledWith('utility-1', { label: '98765 43202', highlighted: true });
    expect(calls(element).map((call) => call.className)).toEqual(['slds-show', 'slds-hide']);
    const extras = element.shadowRoot?.querySelector('[data-id="extras"]');
    await fire(extras, 'choose', { reference: 'REF-1' });
    expect(calls(element).map((call) => call.className)).toEqual(['slds-hide', 'slds-show']);
    expect(calls(element).map((call) => Reflect.get(call, 'isNewest'))).toEqual([true, false]);
});

test('the same call popped again is shown, not taken again, and answered from what is known', async () => {
    const element = await show();
    await pop();
    await fire(calls(element)[0], 'callevent', looked({ customers: [MEERA] }));
    const stages = await pop({ callerNumber: '+919876543201' });
    expect(calls(element)).toHaveLength(1);
    expect(stages.at(-1)).toMatchObject({ stage: 'done', outcome: 'opened' });
});

test.each<[string, Partial<ScreenPop>, Partial<CallerLookup>, object]>([
    ["another agent's call", { agentCode: 'AG_RAVI' }, {}, { outcome: 'otherAgent', agentCode: 'AG_ASHA' }],
    ['a call for a user who is no agent', {}, { agents: [] }, { outcome: 'noAgent' }]
])('%s is refused to the pop page and leaves the softphone', async (_name, values, lookup, outcome) => {
    const element = await show();
    const stages = await pop(values);
    await fire(calls(element)[0], 'callevent', looked(lookup));
    expect(stages.at(-1)).toMatchObject({ stage: 'done', ...outcome });
    expect(calls(element)).toHaveLength(0);
});

test('a lookup that fails is no answer yet: the call is here, is made known once, and is answered when it succeeds', async () => {
    const element = await show();
    const stages = await pop();
    const report = { kind: 'offline', lines: [], codes: [], status: 0 };
    await fire(calls(element)[0], 'callevent', { type: 'failed', operation: 'lookUp', report });
    const signal = Reflect.get(element.shadowRoot?.querySelector('[data-id="extras"]') ?? {}, 'signal');
    expect([stages.at(-1), signal]).toEqual([{ stage: 'taking', here: true }, { caller: '98765 43201' }]);
    await fire(calls(element)[0], 'callevent', looked({ customers: [MEERA] }));
    expect(stages.at(-1)).toMatchObject({ stage: 'done', outcome: 'opened' });
    expect(calls(element)).toHaveLength(1);
    expect(element.shadowRoot?.querySelector('[data-id="extras"]')).toMatchObject({ signal });
});

test('a reload finds the calls, what was entered and how often an end was sent', async () => {
    const before = await show();
    await pop();
    const outcome = { disposition: 'SALE', disposition2: '', disposition3: '', notes: '' };
    await fire(calls(before)[0], 'callevent', { type: 'drafted', draft: { notes: 'Half' }, at: Date.now() });
    await fire(calls(before)[0], 'callevent', { type: 'closing', outcome });
    before.remove();
    const after = await show();
    expect(calls(after)[0]).toMatchObject({
        call: { pop: { callReference: 'REF-1' }, isRestored: true, closeAttempts: 1, draft: { notes: 'Half' } }
    });
});

test('a call that is open in Salesforce comes back, and one that is here already is not taken twice', async () => {
    const element = await show();
    const openCalls = ['REF-1', 'REF-2'].map((callReference) => ({
        parameters: encodeScreenPop(popOf({ callReference }), 'post'),
        poppedAt: Date.now() - 60_000
    }));
    await fire(alone(element), 'found', lookupOf({ openCalls }));
    await pop();
    expect(calls(element).map((call) => call.getAttribute('data-reference'))).toEqual(['REF-1', 'REF-2']);
    expect(calls(element)[0]?.className).toBe('slds-show');
});

test('open calls come with the first answer about a call, and later answers bring none', async () => {
    const element = await show();
    await pop();
    const openCall = (callReference: string) => ({
        parameters: encodeScreenPop(popOf({ callReference }), 'post'),
        poppedAt: Date.now() - 60_000
    });
    await fire(calls(element)[0], 'callevent', looked({ openCalls: [openCall('REF-2')] }));
    await fire(calls(element)[0], 'callevent', looked({ openCalls: [openCall('REF-3')] }));
    expect(calls(element)).toMatchObject([{ dataset: { reference: 'REF-1' } }, { dataset: { reference: 'REF-2' } }]);
});

test.each([
    ['without a call', {}, false, true],
    ['once a call has come', {}, true, false],
    ['on a page that ConVox opened for a call', { expectsCall: true }, false, false]
])('a question of its own is asked %s: %o', async (_name, properties, hasCall, isAsked) => {
    const element = await show(true, properties);
    if (hasCall) {
        await pop();
    }
    expect(alone(element) !== null).toBe(isAsked);
});

test('a call the agent is done with goes and leaves nothing of it on the computer', async () => {
    const element = await show();
    await pop();
    await fire(calls(element)[0], 'done');
    expect(calls(element)).toHaveLength(0);
    expect(localStorage.getItem('convox-calls')).toContain('"calls":[]');
    expect(updateUtility).toHaveBeenLastCalledWith('utility-1', {
        label: 'c.ConVox_Softphone_Utility',
        highlighted: false
    });
});

test.each([
    ['is opened again where no tab has it', [{ tabId: 't', focused: true, recordId: null }], [true]],
    ['is opened behind another record', [{ tabId: 't', focused: true, recordId: '003000000000009AAA' }], [false]],
    ['stays where a tab has it', [{ tabId: 't', recordId: MEERA.id }], []],
    ['stays where a subtab has it', [{ tabId: 't', subtabs: [{ tabId: 's', recordId: MEERA.id }] }], []]
])('what a call that came back is about %s', async (_name, tabs, focused) => {
    const before = await show();
    await pop();
    before.remove();
    jest.mocked(getAllTabInfo).mockResolvedValueOnce(tabs);
    const after = await show();
    await fire(calls(after)[0], 'callevent', looked({ customers: [MEERA] }));
    expect(jest.mocked(openTab).mock.calls.map(([{ focus }]) => focus)).toEqual(focused);
});

test('the record of a call opens behind the page that the agent is writing in, and in front on request', async () => {
    const element = await show();
    await pop();
    window.dispatchEvent(new InputEvent('input'));
    await fire(calls(element)[0], 'callevent', looked({ customers: [MEERA] }));
    expect(openTab).toHaveBeenLastCalledWith({ recordId: MEERA.id, focus: false });
    window.dispatchEvent(new FocusEvent('focusout'));
    await fire(calls(element)[0], 'open');
    expect(openTab).toHaveBeenLastCalledWith({ recordId: MEERA.id, focus: true });
});

test('a record opens in a tab of its own, focused when it is open already', async () => {
    const element = await show();
    await pop();
    await fire(calls(element)[0], 'callevent', looked({ customers: [MEERA] }));
    expect(openTab).toHaveBeenCalledTimes(1);
    await fire(calls(element)[0], 'open');
    expect(openTab).toHaveBeenCalledTimes(2);
    expect(openTab).toHaveBeenLastCalledWith({ recordId: MEERA.id, focus: true });
});
