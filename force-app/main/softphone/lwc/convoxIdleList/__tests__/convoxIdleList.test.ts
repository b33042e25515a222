import { createElement } from 'lwc';
import ConvoxIdleList from 'c/convoxIdleList';
import type { IdleLine } from 'c/convoxIdleList';
import { lineView } from '../lineView.ts';

const line = (changes: Partial<IdleLine> = {}): IdleLine => ({
    id: 'c1',
    object: 'ConVox_Call__c',
    customer: { object: 'Contact', id: '003A' },
    title: 'Priya Nair',
    number: '98765 43201',
    dial: '9876543201',
    at: '2026-11-30T09:00:00Z',
    isOverdue: false,
    icon: '',
    iconText: '',
    notes: ['SALES'],
    recording: '',
    ...changes
});

test.each<[what: string, changes: Partial<IdleLine>, canCall: boolean, expected: object]>([
    ['a known customer', {}, true, { isCallable: true, isLinkable: true, url: '/lightning/r/Contact/003A/view' }],
    ['a promise to a known customer', { object: 'ConVox_Follow_Up__c' }, true, { isLinkable: false }],
    [
        'nobody known',
        { customer: undefined },
        true,
        { isCallable: true, isLinkable: true, url: '/lightning/r/ConVox_Call__c/c1/view' }
    ],
    ['a number that ConVox cannot dial', { dial: '' }, true, { isCallable: false }],
    ['a user who is no agent', {}, false, { isCallable: false }],
    [
        'a promise',
        { object: 'ConVox_Follow_Up__c' as const },
        true,
        { recordLabel: 'c.ConVox_IdleList_Open_Follow_Up' }
    ],
    ['a call', {}, true, { recordLabel: 'c.ConVox_IdleList_Open_Call', details: '98765 43201 · SALES' }],
    ['what is overdue', { isOverdue: true }, true, { timeClass: 'slds-text-color_error' }]
])('a line of %s', (_what, changes, canCall, expected) => {
    expect(lineView(line(changes), canCall)).toMatchObject(expected);
});

function show(properties: object): HTMLElement {
    const element = createElement('c-convox-idle-list', { is: ConvoxIdleList });
    Object.assign(element, { heading: 'Missed', emptyText: 'None', canCall: true, ...properties });
    document.body.appendChild(element);
    return element;
}

const all = (element: HTMLElement, selector: string): HTMLElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];

afterEach(() => {
    document.body.replaceChildren();
});

test.each([
    ['without lines says so', [], 0, 'Missed', 0, false],
    ['shows its lines', [line()], 1, 'Missed (1)', 1, false],
    [
        'shows ten and leads to the others',
        Array.from({ length: 12 }, (_, index) => line({ id: `c${index}` })),
        30,
        'Missed (30)',
        10,
        true
    ]
])('a list %s', (_what, lines, total, heading, count, hasMore) => {
    const element = show({ lines, total });
    expect(all(element, 'h3')[0]?.textContent).toBe(heading);
    expect(all(element, 'li')).toHaveLength(count);
    expect(all(element, '[data-id="empty"]')).toHaveLength(count === 0 ? 1 : 0);
    expect(all(element, '[data-id="all"]')).toHaveLength(hasMore ? 1 : 0);
});

test.each([
    ['open', {}],
    ['record', {}],
    ['call', {}],
    ['link', { customer: undefined }]
])('the button to %s says which line it was', (action, changes) => {
    const element = show({ lines: [line(changes)], total: 1 });
    const heard = jest.fn();
    element.addEventListener(action, (event) => heard(event instanceof CustomEvent ? event.detail.id : undefined));
    all(element, `[data-action="${action}"]`)[0]?.click();
    expect(heard).toHaveBeenCalledWith('c1');
});

test('too soon for another call, the call buttons rest and the others do not', () => {
    const element = show({ lines: [line()], total: 1, isResting: true });
    expect(all(element, '[data-action="call"]')[0]).toMatchObject({ disabled: true });
    expect(all(element, '[data-action="record"]')[0]).not.toMatchObject({ disabled: true });
});

test('a call with a recording can be heard', () => {
    const element = show({ lines: [line({ recording: 'https://x/1.wav' })], total: 1 });
    expect(all(element, 'c-convox-recording-player')).toMatchObject([{ callId: 'c1', address: 'https://x/1.wav' }]);
});

test('is accessible', async () => {
    await expect(show({ lines: [line({ icon: 'utility:incoming_call', iconText: 'In' })], total: 1 })).toBeAccessible();
});
