import { createElement } from 'lwc';
import ConvoxCallCard from 'c/convoxCallCard';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { ScreenPop } from 'c/convoxContract';
import { KABIR, LEELA, lookupOf, MEERA, popOf } from '../../convoxCallState/__tests__/sampleLookup';

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

function press(element: HTMLElement, id: string): void {
    element.shadowRoot?.querySelector(`[data-id="${id}"]`)?.dispatchEvent(new CustomEvent('click'));
}

afterEach(() => {
    document.body.replaceChildren();
});

test('a known caller: name, company, number and why this record', async () => {
    const element = show(looked({ customers: [MEERA] }));
    expect(textOf(element, 'heading')).toBe('Meera Iyer');
    expect(textOf(element, 'subtitle')).toBe('Sunrise Traders · 98765 43201');
    expect(textOf(element, 'explanation')).toBe('c.ConVox_MatchReason_Ignoring');
    await expect(element).toBeAccessible();
});

test.each([
    ['the customer calls', 'Inbound', undefined],
    ['the customer is called', 'Outbound', 'c.ConVox_CallCard_Outbound'],
    ['nobody said', undefined, undefined]
] as const)('the card says where %s', async (_name, direction, expected) => {
    const element = show(looked({ customers: [MEERA] }, { direction }));
    expect(textOf(element, 'outbound')).toBe(expected);
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

test('a withheld number is said to be one', async () => {
    const element = show(looked({}, { callerNumber: 'anonymous' }));
    expect(textOf(element, 'heading')).toBe('c.ConVox_CallWords_Withheld');
    expect(textOf(element, 'explanation')).toBe('c.ConVox_CallCard_Withheld_Help');
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

test('a promise that is due is said', async () => {
    const followUps = [{ id: 'a03', dueAt: '2026-01-06T05:00:00.000Z' }];
    const element = show(looked({ customers: [MEERA], followUps }));
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

test('no other record is offered while the agent chooses, or where there is none', () => {
    expect(textOf(show(looked({ customers: [MEERA, KABIR] })), 'chooseanother')).toBeUndefined();
    expect(textOf(show(looked({ customers: [MEERA] })), 'chooseanother')).toBeUndefined();
});
