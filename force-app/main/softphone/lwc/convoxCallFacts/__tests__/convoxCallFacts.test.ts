import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import ConvoxCallFacts from 'c/convoxCallFacts';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { ScreenPop } from 'c/convoxContract';
import { lookupOf, MEERA, pastCallWith, popOf } from '../../convoxCallState/__tests__/sampleLookup';

function show(lookup: Partial<CallerLookup>, pop: Partial<ScreenPop> = {}): HTMLElement {
    const element = createElement('c-convox-call-facts', { is: ConvoxCallFacts });
    const call = nextCall(arrivedCall(popOf(pop), Date.now()), { type: 'lookedUp', lookup: lookupOf(lookup) });
    Object.assign(element, { call });
    document.body.appendChild(element);
    return element;
}

function textOf(element: HTMLElement, id: string): string | null | undefined {
    return element.shadowRoot?.querySelector(`[data-id="${id}"]`)?.textContent;
}

afterEach(() => {
    document.body.replaceChildren();
});

test('what ConVox said and what happened before is folded away', async () => {
    const element = show({ recentCalls: [pastCallWith(MEERA.id)] });
    const facts = element.shadowRoot?.querySelector('details');
    expect([facts?.open, facts?.querySelectorAll('[data-id="past"]').length]).toEqual([false, 1]);
    expect(['type', 'process', 'did', 'past'].map((id) => textOf(element, id))).toEqual([
        'Inbound call',
        'SUPPORT',
        '11 4000 1234',
        'Inbound · Sale made'
    ]);
    await expect(element).toBeAccessible();
});

test('earlier calls stand by when they were, whatever row came first', () => {
    const times = ['2026-01-04T04:30:00.000Z', '2026-01-02T04:30:00.000Z', '2026-01-05T04:30:00.000Z'];
    const recentCalls = times.map((at, index) => ({ ...pastCallWith(MEERA.id), id: `a0${index}`, at }));
    const shown = show({ recentCalls }).shadowRoot?.querySelectorAll('[data-id="past"] lightning-formatted-date-time');
    expect([...(shown ?? [])]).toMatchObject([times[2], times[0], times[1]].map((value) => ({ value })));
});

test.each([
    ['SUPPORT', 'Customer Support', 'Customer Support'],
    ['SUPPORT', null, 'SUPPORT'],
    ['austin:SUPPORT', null, 'SUPPORT']
])('a process %s that the row calls %s is shown as %s', async (process, value, shown) => {
    const element = show({}, { process });
    const data = { apiName: 'ConVox_Call__c', fields: { Process_in_Words__c: { value, displayValue: value } } };
    Reflect.apply(Reflect.get(getRecord, 'emit'), getRecord, [data]);
    await Promise.resolve();
    expect(textOf(element, 'process')).toBe(shown);
});

test('a press on an earlier call asks for its record', () => {
    const element = show({ recentCalls: [pastCallWith(MEERA.id)] });
    const asked = jest.fn();
    element.addEventListener('past', (event) => asked(event instanceof CustomEvent && event.detail));
    element.shadowRoot?.querySelector<HTMLButtonElement>('[data-id="past"] button')?.click();
    expect(asked).toHaveBeenCalledWith(pastCallWith(MEERA.id).id);
});

test('values that ConVox did not send take no room', () => {
    const element = show({}, { did: '', typeOfCall: '' });
    expect(['did', 'type'].map((id) => textOf(element, id))).toEqual([undefined, undefined]);
});

test('nothing is folded where nothing is known', () => {
    expect(textOf(show({}, { did: '', typeOfCall: '', process: '' }), 'facts')).toBeUndefined();
});
