import { createElement } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import type { CallCommand, CommandResult } from 'c/convoxCallControl';
import ConvoxCallEnding from 'c/convoxCallEnding';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import type { CallOutcome } from 'c/convoxDispositionForm';
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

function openCall(): CallState {
    const events: CallEvent[] = [
        { type: 'lookedUp', lookup: lookupOf({ customers: [MEERA] }) },
        { type: 'saved', callId: CALL_ID }
    ];
    return events.reduce(nextCall, arrivedCall(popOf(), 0));
}

interface Shown {
    readonly element: HTMLElement;
    readonly happened: CallEvent[];
    readonly remembered: unknown[];
    readonly sent: [CallCommand, string][];
}

/** The runner's way to ConVox is replaced; everything before and after it is real. */
function show(answer: () => Promise<CommandResult>, properties: Record<string, unknown> = {}): Shown {
    const element = createElement('c-convox-call-ending', { is: ConvoxCallEnding });
    const happened: CallEvent[] = [];
    const remembered: unknown[] = [];
    const sent: [CallCommand, string][] = [];
    element.addEventListener('callevent', (event) => event instanceof CustomEvent && happened.push(event.detail));
    element.addEventListener('remember', (event) => event instanceof CustomEvent && remembered.push(event.detail));
    Object.assign(element, { call: openCall(), isNewest: true, ...properties });
    document.body.appendChild(element);
    const send = (command: CallCommand, route: string): Promise<CommandResult> => {
        sent.push([command, route]);
        return answer();
    };
    Object.assign(child(element, 'c-convox-command-runner') ?? {}, { send });
    return { element, happened, remembered, sent };
}

function child(element: HTMLElement, tag: string): Element | null | undefined {
    return element.shadowRoot?.querySelector(tag);
}

async function submit(element: HTMLElement, type = 'submit', outcome = OUTCOME): Promise<void> {
    child(element, 'c-convox-disposition-form')?.dispatchEvent(new CustomEvent(type, { detail: outcome }));
    await settled();
}

async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
    jest.mocked(updateRecord).mockReset();
});

afterEach(() => {
    document.body.replaceChildren();
});

test('keeps the notes, tells ConVox once, and keeps the promise after ConVox took it', async () => {
    const { element, happened, remembered, sent } = show(async () => ACCEPTED);
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
    expect(jest.mocked(updateRecord).mock.calls.map(([{ fields }]) => fields)).toEqual([
        { Id: CALL_ID, Notes__c: 'Wants a demo' },
        { Id: CALL_ID, Follow_Up_At__c: '2026-01-06T05:00:00.000Z' }
    ]);
    expect(happened.map(({ type }) => type)).toEqual(['closing', 'answered']);
    expect(remembered).toEqual([{ closeAttempts: 1, isUncertain: true }, { isUncertain: false }]);
});

test('a refused end keeps no promise', async () => {
    const { element, happened } = show(async () => ({ ...ACCEPTED, state: 'refused', code: 'EC020' }));
    await submit(element);
    expect(updateRecord).toHaveBeenCalledTimes(1);
    expect(happened.at(-1)).toMatchObject({ type: 'answered', result: { state: 'refused' } });
});

test('every press has a number of its own, also after a reload', async () => {
    const { element, sent, remembered } = show(async () => ACCEPTED, { attempts: 2 });
    await submit(element, 'resend');
    expect(sent[0]?.[0]).toMatchObject({ attempt: 3 });
    expect(remembered[0]).toEqual({ closeAttempts: 3, isUncertain: true });
});

test('an end without an answer stays uncertain for whoever loads the page next', async () => {
    const { element, remembered } = show(async () => ({ ...ACCEPTED, state: 'unknown', failure: 'noAnswerInTime' }));
    await submit(element);
    expect(remembered.at(-1)).toEqual({ isUncertain: true });
});

test('notes that cannot be saved do not hold up the call, are said, and are tried again', async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ status: 503, body: { message: 'Maintenance' } });
    const { element, sent } = show(async () => ({ ...ACCEPTED, state: 'refused' }));
    await submit(element);
    expect(sent).toHaveLength(1);
    const panel = child(element, 'c-convox-error-panel');
    expect(panel).toMatchObject({ headline: 'c.ConVox_CallEnding_Failed_Notes', report: { kind: 'busy' } });
    panel?.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(jest.mocked(updateRecord).mock.lastCall?.[0].fields).toEqual({ Id: CALL_ID, Notes__c: 'Wants a demo' });
    expect(child(element, 'c-convox-error-panel')).toBeNull();
});

test('an answer that comes late still counts', async () => {
    const { element, happened } = show(async () => ({ ...ACCEPTED, state: 'unknown' }));
    await submit(element);
    child(element, 'c-convox-command-runner')?.dispatchEvent(new CustomEvent('lateanswer', { detail: ACCEPTED }));
    expect(happened.at(-1)).toMatchObject({ type: 'answered', result: { state: 'accepted' } });
});

test('what the agent writes is remembered', () => {
    const { element, remembered } = show(async () => ACCEPTED);
    child(element, 'c-convox-disposition-form')?.dispatchEvent(new CustomEvent('draft', { detail: { notes: 'Wa' } }));
    expect(remembered).toEqual([{ draft: { notes: 'Wa' } }]);
});

test.each([
    ['the newest call', true, true],
    ['an older call', false, false]
])('the end of %s may be sent again: %s', (_name, isNewest, isAllowed) => {
    const { element } = show(async () => ACCEPTED, { isNewest });
    expect(child(element, 'c-convox-disposition-form')).toMatchObject({ resendAllowed: isAllowed });
});

test('a call that ConVox ended by itself asks for nothing', async () => {
    const call = nextCall(openCall(), { type: 'reported', disposition: 'AUTO', seconds: undefined, at: 1 });
    const { element } = show(async () => ACCEPTED, { call });
    expect(child(element, 'c-convox-disposition-form')).toBeNull();
    await expect(element).toBeAccessible();
});

test('the form knows the call and is accessible', async () => {
    const { element } = show(async () => ACCEPTED);
    expect(child(element, 'c-convox-disposition-form')).toMatchObject({
        timeZone: 'Asia/Kolkata',
        call: { callReference: 'REF-1', agentCode: 'AG_ASHA', convoxId: 'CX-77' }
    });
    await expect(element).toBeAccessible();
});
