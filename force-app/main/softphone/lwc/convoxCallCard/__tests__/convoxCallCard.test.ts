import { createElement } from 'lwc';
import ConvoxCallCard from 'c/convoxCallCard';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { ScreenPop } from 'c/convoxContract';
import { KABIR, LEELA, lookupOf, MEERA, pastCallWith, popOf } from '../../convoxCallState/__tests__/sampleLookup';

function looked(lookup: Partial<CallerLookup>, pop: Partial<ScreenPop> = {}): CallState {
    return nextCall(arrivedCall(popOf(pop), Date.now()), { type: 'lookedUp', lookup: lookupOf(lookup) });
}

function show(call: CallState): HTMLElement {
    const element = createElement('c-convox-call-card', { is: ConvoxCallCard });
    Object.assign(element, { call });
    document.body.appendChild(element);
    return element;
}

function textOf(element: HTMLElement, id: string): string | null | undefined {
    return element.shadowRoot?.querySelector(`[data-id="${id}"]`)?.textContent;
}

function press(element: HTMLElement, id: string, event = new CustomEvent('click')): void {
    element.shadowRoot?.querySelector(`[data-id="${id}"]`)?.dispatchEvent(event);
}

afterEach(() => {
    document.body.replaceChildren();
});

test('a known caller: name, company, number and why this record', async () => {
    const element = show(looked({ customers: [MEERA] }));
    expect(textOf(element, 'heading')).toBe('Meera Iyer');
    expect(textOf(element, 'subtitle')).toBe('Sunrise Traders · 98765 43201');
    expect(textOf(element, 'explanation')).toBe('c.ConVox_MatchReason_Ignoring');
    expect([textOf(element, 'type'), textOf(element, 'process')]).toEqual(['Inbound call', 'SUPPORT']);
    expect(textOf(element, 'did')).toBe('11 4000 1234');
    await expect(element).toBeAccessible();
});

test('an unknown caller: the number and what to do', async () => {
    const element = show(looked({}));
    expect(textOf(element, 'heading')).toBe('98765 43201');
    expect(textOf(element, 'explanation')).toBe('c.ConVox_CallCard_Unknown');
    expect(textOf(element, 'open')).toBeUndefined();
    await expect(element).toBeAccessible();
});

test('the record of a call whose caller nobody knows is the call', () => {
    const call = nextCall(looked({}), { type: 'saved', callId: 'a01000000000001AAA', isSaved: true });
    expect(textOf(show(call), 'open')).toBeDefined();
});

test('a withheld number is said to be one, and cannot be copied', async () => {
    const element = show(looked({}, { callerNumber: 'anonymous' }));
    expect(textOf(element, 'heading')).toBe('c.ConVox_CallWords_Withheld');
    expect(textOf(element, 'explanation')).toBe('c.ConVox_CallCard_Withheld_Help');
    expect(textOf(element, 'copy')).toBeUndefined();
    await expect(element).toBeAccessible();
});

test.each([
    ['runs during the call', {}, true],
    ['is not shown for a call that was disposed before the page was loaded', { isDisposed: true }, false],
    ['stands still when the call ended here', { isDisposed: true, endedAt: 1 }, true]
])('the timer %s', (_name, change, isShown) => {
    const element = show({ ...looked({ customers: [MEERA] }), ...change });
    expect(element.shadowRoot?.querySelector('c-convox-call-timer') !== null).toBe(isShown);
});

test('values that ConVox did not send take no room', () => {
    const element = show(looked({}, { did: '', typeOfCall: '' }));
    expect([textOf(element, 'did'), textOf(element, 'type')]).toEqual([undefined, undefined]);
});

test('what ConVox said and what happened before is folded away', () => {
    const facts = show(looked({ recentCalls: [pastCallWith(MEERA.id)] })).shadowRoot?.querySelector('details');
    expect([facts?.open, facts?.querySelectorAll('[data-id="past"]').length]).toEqual([false, 1]);
});

test('nothing is folded where nothing is known', () => {
    const element = show(looked({}, { did: '', typeOfCall: '', process: '' }));
    expect(textOf(element, 'facts')).toBeUndefined();
});

test('what happened before: the last calls and a promise that is due', async () => {
    const followUps = [{ id: 'a03', dueAt: '2026-01-06T05:00:00.000Z' }];
    const element = show(looked({ customers: [MEERA], recentCalls: [pastCallWith(MEERA.id)], followUps }));
    expect(textOf(element, 'past')).toBe('Inbound · Sale made');
    expect(textOf(element, 'follow-up')).toBe('c.ConVox_CallCard_Follow_Up_Due');
    await expect(element).toBeAccessible();
});

test.each([
    ['open', looked({ customers: [MEERA] })],
    ['chooseanother', looked({ customers: [MEERA, LEELA] })],
    ['lookagain', looked({})]
])('%s is asked for by its button', (id, call) => {
    const element = show(call);
    const asked = jest.fn();
    element.addEventListener(id, asked);
    press(element, id);
    expect(asked).toHaveBeenCalledTimes(1);
});

test('a new record is asked for by its kind', () => {
    const element = show(looked({}));
    const asked: unknown[] = [];
    element.addEventListener('create', (event) => asked.push(event instanceof CustomEvent ? event.detail : event));
    press(element, 'create', new CustomEvent('select', { detail: { value: 'Lead' } }));
    expect(asked).toEqual([{ object: 'Lead' }]);
});

test('a record to link the call to is asked for in the same menu', () => {
    const element = show(looked({}));
    const asked = jest.fn();
    element.addEventListener('linkto', asked);
    press(element, 'create', new CustomEvent('select', { detail: { value: '' } }));
    expect(asked).toHaveBeenCalledTimes(1);
});

test('no other record is offered while the agent chooses, or where there is none', () => {
    expect(textOf(show(looked({ customers: [MEERA, KABIR] })), 'chooseanother')).toBeUndefined();
    expect(textOf(show(looked({ customers: [MEERA] })), 'chooseanother')).toBeUndefined();
});

test.each([
    ['may be copied', true, 'c.ConVox_CallCard_Copied'],
    ['may not be copied', false, 'c.ConVox_CallCard_Not_Copied']
])('says when the number %s', async (_name, isAllowed, title) => {
    const writeText = isAllowed ? jest.fn().mockResolvedValue(undefined) : jest.fn().mockRejectedValue(new Error('no'));
    Object.assign(navigator, { clipboard: { writeText } });
    const element = show(looked({}));
    const toasts: unknown[] = [];
    element.addEventListener(
        'lightning__showtoast',
        (event) => event instanceof CustomEvent && toasts.push(event.detail)
    );
    press(element, 'copy');
    await new Promise((resolve) => setTimeout(resolve));
    expect(writeText).toHaveBeenCalledWith('98765 43201');
    expect(toasts).toEqual([expect.objectContaining({ title })]);
});
