import { createElement } from 'lwc';
import ConvoxCallLinks from 'c/convoxCallLinks';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import type { Customer } from 'c/convoxCallerQuery';
import { createMessageContext, MessageContext, publish, subscribe } from 'lightning/messageService';
import { getFocusedTabInfo } from 'lightning/platformWorkspaceApi';
import { getRecord } from 'lightning/uiRecordApi';
import { lookupOf, MEERA, popOf } from '../../convoxCallState/__tests__/sampleLookup';

const USER = '005000000000000000';
const POPPED = Date.UTC(2026, 0, 5, 4, 30);
const MADE = { CreatedDate: '2026-01-05T04:31:00.000Z', CreatedById: USER };
const CONTACT = { ...MADE, id: '003000000000009AAA' };
const CASE = { ...MADE, id: '500000000000001AAA', ContactId: MEERA.id, AccountId: null };

jest.mock('@salesforce/user/Id', () => ({ default: '005000000000000000' }), { virtual: true });

function isEmitting(adapter: unknown): adapter is { emit(value: unknown): void } {
    return typeof adapter === 'function' && 'emit' in adapter;
}

function emit(adapter: unknown, value: unknown): void {
    if (isEmitting(adapter)) {
        adapter.emit(value);
    }
}

function callWith(...customers: Customer[]): CallState {
    return nextCall(arrivedCall(popOf(), POPPED), { type: 'lookedUp', lookup: lookupOf({ customers }) });
}

interface Shown {
    readonly element: HTMLElement;
    readonly linked: unknown[];
}

function choose({ element }: Shown, value: string): void {
    const menu = element.shadowRoot?.querySelector('[data-id="create"]');
    menu?.dispatchEvent(new CustomEvent('select', { detail: { value } }));
}

function show(call: CallState): Shown {
    const element = createElement('c-convox-call-links', { is: ConvoxCallLinks });
    const linked: unknown[] = [];
    element.addEventListener('link', (event) => event instanceof CustomEvent && linked.push(event.detail));
    Object.assign(element, { call });
    document.body.appendChild(element);
    emit(MessageContext, createMessageContext() ?? {});
    return { element, linked };
}

/** The agent turns to the tab of a record. */
async function turnTo({
    id,
    ...fields
}: { readonly id: string } & Readonly<Record<string, string | null>>): Promise<void> {
    jest.mocked(getFocusedTabInfo).mockResolvedValue({ tabId: 'tab1', recordId: id });
    const [, , hear] = jest.mocked(subscribe).mock.calls.at(-1) ?? [];
    hear?.({ currentTabId: 'tab1' });
    await new Promise((resolve) => setTimeout(resolve));
    const values = Object.entries(fields).map(([name, value]) => [name, { value, displayValue: null }]);
    emit(getRecord, { id, fields: Object.fromEntries(values) });
    await Promise.resolve();
}

function offerOf({ element }: Shown): Element | null | undefined {
    return element.shadowRoot?.querySelector('[data-id="offer"]');
}

afterEach(() => {
    document.body.replaceChildren();
    jest.mocked(subscribe).mockClear();
    jest.mocked(publish).mockClear();
});

test.each<[what: string, making: string | undefined, change: object, isLinked: boolean]>([
    ['that was made for the call', 'Contact', {}, true],
    ['that was made although nobody asked for one', undefined, {}, false],
    ['while a lead was to be made', 'Lead', {}, false],
    ['that was there before the call', 'Contact', { CreatedDate: '2026-01-05T04:20:00.000Z' }, false],
    ['that somebody else made', 'Contact', { CreatedById: '005000000000009AAA' }, false]
])('a contact %s', async (_name, making, change, isLinked) => {
    const shown = show(callWith());
    if (making) {
        choose(shown, making);
    }
    await turnTo({ ...CONTACT, ...change });
    expect(shown.linked).toEqual(isLinked ? [{ object: 'Contact', id: CONTACT.id }] : []);
});

test.each<[whose: string, call: CallState, change: object, isOffered: boolean]>([
    ["this customer's", callWith(MEERA), {}, true],
    ["another customer's", callWith(MEERA), { ContactId: '003000000000008AAA' }, false],
    ['of a caller nobody knows', callWith(), { ContactId: null }, true],
    ["another agent's call", { ...callWith(MEERA), owner: { kind: 'noAgent' } }, {}, false],
    ['that was there before the call', callWith(MEERA), { CreatedDate: '2026-01-04T04:30:00.000Z' }, false]
])('a case %s is offered: %#', async (_name, call, change, isOffered) => {
    const shown = show(call);
    await turnTo({ ...CASE, ...change });
    expect([Boolean(offerOf(shown)), shown.linked]).toEqual([isOffered, []]);
    await expect(shown.element).toBeAccessible();
});

test('one press links the case that is offered, and says so', async () => {
    const shown = show(callWith(MEERA));
    await turnTo(CASE);
    offerOf(shown)?.dispatchEvent(new CustomEvent('click'));
    await Promise.resolve();
    expect(shown.linked).toEqual([{ object: 'Case', id: CASE.id }]);
    expect(offerOf(shown)).toBeNull();
    expect(shown.element.shadowRoot?.querySelector('[data-id="linked"]')?.textContent).toBe(
        'c.ConVox_CallLinks_Case_Linked'
    );
});

function finder({ element }: Shown): Element | null | undefined {
    return element.shadowRoot?.querySelector('c-convox-record-link');
}

test('a record to link the call to is looked for until one is found or none is wanted', async () => {
    const shown = show(callWith(MEERA));
    const toggle = async (): Promise<boolean> => {
        choose(shown, '');
        await Promise.resolve();
        return Boolean(finder(shown));
    };
    expect([await toggle(), await toggle(), await toggle()]).toEqual([true, false, true]);
    const detail = { object: 'Account', id: '001000000000001AAA' };
    finder(shown)?.dispatchEvent(new CustomEvent('link', { detail }));
    await Promise.resolve();
    expect([shown.linked, finder(shown)]).toEqual([[detail], null]);
});

test('a withheld number cannot be copied', () => {
    const { element } = show(arrivedCall(popOf({ callerNumber: 'anonymous' }), POPPED));
    expect(element.shadowRoot?.querySelector('[data-id="copy"]')).toBeNull();
});

test.each([
    ['may be copied', true, 'c.ConVox_CallCard_Copied'],
    ['may not be copied', false, 'c.ConVox_CallCard_Not_Copied']
])('says when the number %s', async (_name, isAllowed, title) => {
    const writeText = isAllowed ? jest.fn().mockResolvedValue(undefined) : jest.fn().mockRejectedValue(new Error('no'));
    Object.assign(navigator, { clipboard: { writeText } });
    const { element } = show(callWith());
    const toasts: unknown[] = [];
    element.addEventListener(
        'lightning__showtoast',
        (event) => event instanceof CustomEvent && toasts.push(event.detail)
    );
    element.shadowRoot?.querySelector('[data-id="copy"]')?.dispatchEvent(new CustomEvent('click'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(writeText).toHaveBeenCalledWith('98765 43201');
    expect(toasts).toEqual([expect.objectContaining({ title })]);
});
