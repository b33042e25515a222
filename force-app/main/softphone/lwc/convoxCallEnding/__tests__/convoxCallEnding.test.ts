import { createElement } from 'lwc';
import type { CallCommand, CommandResult } from 'c/convoxCommand';
import ConvoxCallEnding from 'c/convoxCallEnding';
import { arrivedCall, isUncertain, nextCall } from 'c/convoxCallState';
import type { CallEvent, CallOutcome, CallState } from 'c/convoxCallState';
import { createRecord } from 'lightning/uiRecordApi';
import { lookupOf, MEERA, popOf } from '../../convoxCallState/__tests__/sampleLookup';

const CALL_ID = 'a01000000000001AAA';
const ACCEPTED: CommandResult = {
    state: 'accepted',
    type: 'Close',
    commandId: 'a02000000000001AAA',
    failure: '',
    advice: 'accepted',
    code: '',
    reply: '',
    error: ''
};
const OUTCOME: CallOutcome = {
    disposition: 'SALE',
    disposition2: '',
    disposition3: '',
    notes: 'Wants a demo',
    followUp: { date: '2026-01-06', hours: '10', minutes: '30' }
};

function openCall(remembered = {}): CallState {
    const events: CallEvent[] = [
        { type: 'lookedUp', lookup: lookupOf({ customers: [MEERA] }) },
        { type: 'saved', callId: CALL_ID, isSaved: true }
    ];
    return events.reduce(nextCall, arrivedCall(popOf(), 0, remembered));
}

/** How the call stands after each of the events. */
function after(events: readonly CallEvent[], call = openCall()): CallState[] {
    return events.map((_event, index) => events.slice(0, index + 1).reduce(nextCall, call));
}

interface Shown {
    readonly element: HTMLElement;
    readonly happened: CallEvent[];
    readonly sent: [CallCommand, string][];
}

/** What is loaded later has no tag of its own in tests. */
const SENDER = '[data-id="sender"]';

/** The page before what sends the end of a call has come. */
function begin(properties: Record<string, unknown> = {}): Omit<Shown, 'sent'> {
    const element = createElement('c-convox-call-ending', { is: ConvoxCallEnding });
    const happened: CallEvent[] = [];
    element.addEventListener('callevent', (event) => event instanceof CustomEvent && happened.push(event.detail));
    Object.assign(element, { call: openCall(), isNewest: true, ...properties });
    document.body.appendChild(element);
    return { element, happened };
}

/** The way to ConVox is replaced; everything before and after it is real. */
async function show(answer: () => Promise<CommandResult>, properties: Record<string, unknown> = {}): Promise<Shown> {
    const { element, happened } = begin(properties);
    await settled();
    const sent: [CallCommand, string][] = [];
    const send = (command: CallCommand, route: string): Promise<CommandResult> => {
        sent.push([command, route]);
        return answer();
    };
    Object.assign(child(element, SENDER) ?? {}, { send });
    return { element, happened, sent };
}

function child(element: HTMLElement, tag: string): Element | null | undefined {
    return element.shadowRoot?.querySelector(tag);
}

async function submit(element: HTMLElement, type = 'submit', outcome = OUTCOME): Promise<void> {
    child(element, 'c-convox-disposition-form')?.dispatchEvent(new CustomEvent(type, { detail: outcome }));
    await settled();
}

/** What the form holds is sent once more. */
async function resend(element: HTMLElement): Promise<void> {
    const form = child(element, 'c-convox-disposition-form');
    Object.assign(form ?? {}, { save: () => form?.dispatchEvent(new CustomEvent('submit', { detail: OUTCOME })) });
    child(element, SENDER)?.dispatchEvent(new CustomEvent('resend'));
    await settled();
}

async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
}

afterEach(() => {
    document.body.replaceChildren();
});

test('says what was decided before anything is sent, and tells ConVox once', async () => {
    const { element, happened, sent } = await show(async () => ACCEPTED);
    await submit(element);
    expect(sent).toEqual([
        [
            expect.objectContaining({
                type: 'Close',
                callReference: 'REF-1',
                attempt: 1,
                callId: CALL_ID,
                close: expect.objectContaining({ convoxId: 'CX-77', disposition: 'SALE', followUp: OUTCOME.followUp })
            }),
            'Direct'
        ]
    ]);
    expect(happened).toEqual([
        { type: 'closing', outcome: OUTCOME },
        { type: 'answered', result: ACCEPTED, at: expect.any(Number) }
    ]);
    expect(after(happened).map(isUncertain)).toEqual([true, false]);
    expect(after(happened)[0]).toMatchObject({ closeAttempts: 1 });
});

test('a call whose agent nobody could look up is ended as the pop says, and the flow checks it', async () => {
    const call = nextCall(arrivedCall(popOf(), 0), { type: 'waitedLong' });
    const { element, sent } = await show(async () => ACCEPTED, { call });
    await submit(element);
    expect(sent).toEqual([[expect.objectContaining({ server: undefined, callId: '' }), 'Direct']]);
});

const REPORT: CallEvent = { type: 'reported', disposition: '', seconds: 60, at: 60_000 };

async function press(element: HTMLElement, id: string): Promise<void> {
    element.shadowRoot?.querySelector(`[data-id="${id}"]`)?.dispatchEvent(new CustomEvent('click'));
    await settled();
}

const DOUBTED = openCall({ isDoubted: true });

test.each<[which: string, call: CallState, isAsked: boolean]>([
    ['that came alone', openCall(), false],
    ['that came while the agent was on another', DOUBTED, true],
    ['that ConVox has reported', nextCall(DOUBTED, REPORT), false]
])('the end of a call %s', async (_name, call, isAsked) => {
    const { element, sent } = await show(async () => ACCEPTED, { call });
    await submit(element);
    expect([child(element, '[data-id="doubt"]') !== null, sent.length]).toEqual(isAsked ? [true, 0] : [false, 1]);
    await expect(element).toBeAccessible();
});

test.each<[press: string, sends: number]>([
    ['end', 1],
    ['back', 0]
])('on the question whether a call is real, "%s" sends the end %d times', async (button, sends) => {
    const { element, sent } = await show(async () => ACCEPTED, { call: DOUBTED });
    await submit(element);
    await press(element, button);
    expect([child(element, '[data-id="doubt"]'), sent.length]).toEqual([null, sends]);
});

test('what was confirmed is not asked again, and what was changed is', async () => {
    const { element, sent } = await show(async () => ({ ...ACCEPTED, state: 'unknown' }), { call: DOUBTED });
    await submit(element);
    await submit(element, 'draft', { ...OUTCOME, notes: 'Another word' });
    expect(child(element, '[data-id="doubt"]')).toBeNull();
    await submit(element);
    await press(element, 'end');
    await resend(element);
    expect(sent.map(([command]) => command)).toMatchObject([{ attempt: 1 }, { type: 'Close' }]);
});

test('what is to be kept is not sent', async () => {
    const { element, happened, sent } = await show(async () => ACCEPTED);
    await submit(element, 'keep');
    expect([happened, sent]).toEqual([[{ type: 'keeping', outcome: OUTCOME, at: expect.any(Number) }], []]);
});

test('every press has a number of its own, also after a reload', async () => {
    const call = openCall({ closeAttempts: 2 });
    const { element, sent, happened } = await show(async () => ACCEPTED, { call });
    await resend(element);
    expect(sent[0]?.[0]).toMatchObject({ attempt: 3 });
    const [closing] = after(happened, call);
    expect(closing).toMatchObject({ closeAttempts: 3 });
    expect(closing && isUncertain(closing)).toBe(true);
});

test('an end without an answer stays uncertain for whoever loads the page next', async () => {
    const { element, happened } = await show(async () => ({
        ...ACCEPTED,
        state: 'unknown',
        failure: 'noAnswerInTime'
    }));
    await submit(element);
    expect(after(happened).map(isUncertain)).toEqual([true, true]);
});

test('an answer that comes late still counts', async () => {
    const { element, happened } = await show(async () => ({ ...ACCEPTED, state: 'unknown' }));
    await submit(element);
    child(element, SENDER)?.dispatchEvent(new CustomEvent('lateanswer', { detail: ACCEPTED }));
    expect(happened.at(-1)).toMatchObject({ type: 'answered', result: { state: 'accepted' } });
});

test('what the agent writes is remembered', async () => {
    const { element, happened } = await show(async () => ACCEPTED);
    child(element, 'c-convox-disposition-form')?.dispatchEvent(new CustomEvent('draft', { detail: { notes: 'Wa' } }));
    expect(happened).toEqual([{ type: 'drafted', draft: { notes: 'Wa' }, at: expect.any(Number) }]);
});

test.each([
    ['the newest call', true, true],
    ['an older call', false, false]
])('the end of %s may be sent again: %s', async (_name, isNewest, isAllowed) => {
    const { element } = await show(async () => ACCEPTED, { isNewest });
    expect(child(element, SENDER)).toMatchObject({ canResend: isAllowed });
});

test('a call that ConVox ended by itself before anything was entered asks for nothing', async () => {
    const call = nextCall(openCall(), { type: 'reported', disposition: 'AUTO', seconds: undefined, at: 1 });
    const { element } = await show(async () => ACCEPTED, { call });
    expect(child(element, 'c-convox-disposition-form')).toBeNull();
    await expect(element).toBeAccessible();
});

test('a call that ConVox ended while the agent wrote keeps the form and says how, until it is kept', async () => {
    const events: CallEvent[] = [
        { type: 'drafted', draft: { notes: 'x' }, at: 1 },
        { type: 'reported', disposition: 'AUTO', seconds: undefined, at: 1 }
    ];
    const call = events.reduce(nextCall, openCall());
    const { element } = await show(async () => ACCEPTED, { call });
    expect(child(element, 'c-convox-disposition-form')).toMatchObject({ endedWith: 'AUTO' });
    const kept: CallEvent[] = [
        { type: 'keeping', outcome: OUTCOME, at: 1 },
        { type: 'saved', callId: CALL_ID, isSaved: true }
    ];
    Object.assign(element, { call: kept.reduce(nextCall, call) });
    await settled();
    expect(child(element, 'c-convox-disposition-form')).toBeNull();
    expect(child(element, '[data-id="kept"]')?.textContent).toBe('c.ConVox_CallEnding_Kept');
    await expect(element).toBeAccessible();
});

test('the form knows the call and is accessible', async () => {
    const { element } = await show(async () => ACCEPTED);
    expect(child(element, 'c-convox-disposition-form')).toMatchObject({
        timeZone: 'Asia/Kolkata',
        call: { callReference: 'REF-1', agentCode: 'AG_ASHA', convoxId: 'CX-77' }
    });
    await expect(element).toBeAccessible();
});

/** Has what sends the end of a call kept away, as a connection that is gone does. */
function failLoading(element: HTMLElement): void {
    child(element, 'c-convox-late-part')?.dispatchEvent(new CustomEvent('missing'));
}

test('an end that was pressed before what sends it has come is sent once it is there, and says so meanwhile', async () => {
    jest.mocked(createRecord).mockResolvedValue({
        id: 'a02000000000001AAA',
        apiName: 'ConVox_Command__c',
        fields: {},
        lastModifiedById: null,
        lastModifiedDate: null,
        systemModstamp: null,
        recordTypeId: null
    });
    const { element, happened } = begin();
    child(element, 'c-convox-disposition-form')?.dispatchEvent(new CustomEvent('submit', { detail: OUTCOME }));
    const call = happened.reduce(nextCall, openCall());
    Object.assign(element, { call });
    await Promise.resolve();
    expect(child(element, '[data-id="waiting"]')?.textContent).toBe('c.ConVox_CallEnding_Saving');
    await settled();
    expect(child(element, '[data-id="waiting"]')).toBeNull();
    expect(child(element, SENDER)).toMatchObject({ busyText: 'c.ConVox_CallEnding_Saving' });
    const command = expect.objectContaining({ fields: expect.objectContaining({ Key__c: 'REF-1:close:1' }) });
    expect(jest.mocked(createRecord).mock.calls).toEqual([[command]]);
});

test('an end whose sender does not come was not sent, and the next press asks for it again', async () => {
    const { element, happened } = begin();
    const form = child(element, 'c-convox-disposition-form');
    const late = child(element, 'c-convox-late-part');
    const again = jest.fn();
    Object.assign(late ?? {}, { again });
    form?.dispatchEvent(new CustomEvent('submit', { detail: OUTCOME }));
    expect(again).toHaveBeenCalledTimes(1);
    failLoading(element);
    failLoading(element);
    expect(happened.slice(1)).toMatchObject([
        { type: 'answered', result: { state: 'refused', failure: 'notReached' } }
    ]);
    form?.dispatchEvent(new CustomEvent('submit', { detail: OUTCOME }));
    expect(again).toHaveBeenCalledTimes(2);
});

test.each([
    ['stood in the form', 'accepted', 1],
    ['worked elsewhere', 'accepted', 0],
    ['stood in the form', 'refused', 0]
] as const)('whoever %s when the end was %s goes to the answer %d times', async (where, state, times) => {
    const { element } = await show(async () => ({ ...ACCEPTED, state }));
    const sender = child(element, SENDER);
    const focused = sender instanceof HTMLElement ? jest.spyOn(sender, 'focus') : undefined;
    const form = child(element, 'c-convox-disposition-form');
    const stands = where === 'stood in the form' ? form : null;
    jest.spyOn(ShadowRoot.prototype, 'activeElement', 'get').mockReturnValue(stands ?? null);
    await submit(element);
    expect(focused).toHaveBeenCalledTimes(times);
    jest.restoreAllMocks();
});
