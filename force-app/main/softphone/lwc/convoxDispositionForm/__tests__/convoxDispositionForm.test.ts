import { createElement } from 'lwc';
import ConvoxDispositionForm from 'c/convoxDispositionForm';
import { usedCodesKey } from 'c/convoxSession';
import { popOf } from '../../convoxCallState/__tests__/sampleLookup';

const DISPOSITIONS = [
    { code: 'SALE', label: 'Sale made', needsFollowUp: false, level: 1, parentCode: '' },
    { code: 'CB', label: 'Call back', needsFollowUp: true, level: 1, parentCode: '' },
    { code: 'RENEWAL', label: 'Renewal', needsFollowUp: false, level: 2, parentCode: 'SALE' },
    { code: 'ONLINE', label: 'Online', needsFollowUp: false, level: 3, parentCode: 'RENEWAL' }
];

const CALL = popOf({ callReference: 'REF1', convoxId: '1000001', process: 'Renewals' });

const RESULT = {
    state: 'unknown',
    type: 'Close',
    commandId: 'a01',
    failure: 'noAnswerInTime',
    advice: 'noAnswer',
    code: '',
    reply: '',
    error: ''
} as const;

function show(properties: Partial<Omit<ConvoxDispositionForm, 'constructor'>> = {}) {
    const element = createElement('c-convox-disposition-form', { is: ConvoxDispositionForm });
    Object.assign(element, { call: CALL, dispositions: DISPOSITIONS, ...properties });
    const events: { name: string; detail: unknown }[] = [];
    for (const name of ['submit', 'keep', 'draft']) {
        element.addEventListener(name, (event) => {
            events.push({ name, detail: event instanceof CustomEvent ? event.detail : undefined });
        });
    }
    document.body.appendChild(element);
    const handed = (name: string): unknown[] =>
        events.filter((event) => event.name === name).map(({ detail }) => detail);
    return { element, handed };
}

function find<Kind extends HTMLElement>(element: HTMLElement, selector: string): Kind {
    const found = element.shadowRoot?.querySelector<Kind>(selector);
    if (!found) {
        throw new Error(`${selector} is not shown`);
    }
    return found;
}

const count = (element: HTMLElement, selector: string): number =>
    element.shadowRoot?.querySelectorAll(selector).length ?? 0;

async function send(element: HTMLElement, selector: string, name: string, detail?: unknown): Promise<void> {
    find(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
    await Promise.resolve();
}

const pick = (element: HTMLElement, code: string, level = 0): Promise<void> =>
    send(element, `[data-level="${level}"]`, 'pick', { code, name: `Name of ${code}` });

async function pressCtrlEnter(element: HTMLElement): Promise<void> {
    find(element, '[role="group"]').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true })
    );
    await Promise.resolve();
}

beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-20T09:10:00Z'), doNotFake: ['nextTick', 'queueMicrotask'] });
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('hands on disposition and notes on Ctrl+Enter', async () => {
    const { element, handed } = show();
    await pick(element, 'SALE');
    await send(element, 'lightning-textarea', 'change', { value: 'Wants the plan' });
    await pressCtrlEnter(element);
    expect(handed('submit')).toEqual([
        { disposition: 'SALE', disposition2: '', disposition3: '', notes: 'Wants the plan' }
    ]);
});

test('offers the levels below what is chosen, and only those', async () => {
    const { element, handed } = show();
    expect(count(element, 'c-convox-disposition-picker')).toBe(1);
    await pick(element, 'SALE');
    await pick(element, 'RENEWAL', 1);
    await pick(element, 'ONLINE', 2);
    expect(count(element, 'c-convox-disposition-picker')).toBe(3);
    await pressCtrlEnter(element);
    expect(handed('submit')).toMatchObject([{ disposition: 'SALE', disposition2: 'RENEWAL', disposition3: 'ONLINE' }]);
    await pick(element, 'CB');
    expect(count(element, 'c-convox-disposition-picker')).toBe(1);
});

test('a disposition that needs a follow-up turns it on and proposes a time at the server', async () => {
    const { element, handed } = show({ timeZone: 'Asia/Kolkata' });
    const said: unknown[] = [];
    element.addEventListener('say', (event) => event instanceof CustomEvent && said.push(event.detail));
    await pick(element, 'CB');
    const when = 'November 20, 2026 at 3:45 PM';
    expect(said).toEqual([`Name of CB c.ConVox_DispositionForm_Pick_Hour, ${when}`]);
    expect(find(element, '[data-id="followUp"]')).toMatchObject({ checked: true, disabled: true });
    await send(element, '[data-id="save"]', 'click');
    expect(handed('submit')).toMatchObject([{ followUp: { date: '2026-11-20', hours: '15', minutes: '45' } }]);
});

test('a press promises one of the usual times, and F9 goes through them', async () => {
    const { element, handed } = show({ timeZone: 'Asia/Kolkata' });
    await pick(element, 'SALE');
    const field = find<HTMLElement>(element, '[data-id="notes"]');
    const pressF9 = async (): Promise<void> => {
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', bubbles: true, composed: true }));
        await Promise.resolve();
    };
    await pressF9();
    await pressF9();
    await pressCtrlEnter(element);
    expect(handed('submit')).toMatchObject([{ followUp: { date: '2026-11-20', hours: '18', minutes: '00' } }]);
    await send(element, '[data-label="c.ConVox_DispositionForm_Pick_Tomorrow"]', 'click');
    await pressCtrlEnter(element);
    expect(handed('submit')[1]).toMatchObject({ followUp: { date: '2026-11-21', hours: '10', minutes: '00' } });
});

test('takes date and time as the agent sets them', async () => {
    const { element, handed } = show();
    await pick(element, 'SALE');
    await send(element, '[data-id="followUp"]', 'change', { checked: true });
    await send(element, '[data-id="date"]', 'change', { value: '2026-11-23' });
    await send(element, '[data-id="time"]', 'change', { value: '18:30:00.000' });
    await send(element, '[data-id="save"]', 'click');
    expect(handed('submit')).toMatchObject([{ followUp: { date: '2026-11-23', hours: '18', minutes: '30' } }]);
});

test('shows what is missing next to its field and goes there', async () => {
    const { element, handed } = show();
    const picker = find<HTMLElement & { problem: string }>(element, '[data-level="0"]');
    const focused = jest.spyOn(picker, 'focus');
    await pressCtrlEnter(element);
    expect(handed('submit')).toEqual([]);
    expect(picker.problem).toBe('c.ConVox_DispositionForm_Problem_Disposition_Missing');
    expect(focused).toHaveBeenCalledTimes(1);
});

test('tells a past follow-up at the date field', async () => {
    const { element, handed } = show();
    await pick(element, 'CB');
    await send(element, '[data-id="date"]', 'change', { value: '2026-11-19' });
    const date = find<HTMLElement & { setCustomValidity(text: string): void }>(element, '[data-id="date"]');
    const told = jest.spyOn(date, 'setCustomValidity');
    await pressCtrlEnter(element);
    expect(told).toHaveBeenCalledWith('c.ConVox_DispositionForm_Problem_Follow_Up_Not_In_Future');
    expect(handed('submit')).toEqual([]);
});

test('says what the agent cannot put right here', async () => {
    const { element, handed } = show({ call: { ...CALL, agentCode: '' } });
    await pick(element, 'SALE');
    await pressCtrlEnter(element);
    expect(handed('submit')).toEqual([]);
    expect(find(element, '[data-id="problem"]').textContent).toContain('Agent_Code_Missing');
});

test('sends nothing while busy', async () => {
    const { element, handed } = show({ busy: true });
    await pick(element, 'SALE');
    await pressCtrlEnter(element);
    await send(element, '[data-id="save"]', 'click');
    expect(handed('submit')).toEqual([]);
});

test.each([
    ['accepted', 0],
    ['unknown', 0],
    ['refused', 1]
] as const)('after an %s close there are %i save buttons and Ctrl+Enter agrees', async (state, buttons) => {
    const { element, handed } = show();
    await pick(element, 'SALE');
    Object.assign(element, { result: { ...RESULT, state } });
    await Promise.resolve();
    expect(count(element, '[data-id="save"]')).toBe(buttons);
    await pressCtrlEnter(element);
    expect(handed('submit')).toHaveLength(buttons);
});

test('an accepted close leaves nothing to enter', async () => {
    const { element } = show();
    Object.assign(element, { result: { ...RESULT, state: 'accepted' } });
    await Promise.resolve();
    expect(count(element, 'c-convox-disposition-picker, lightning-textarea, lightning-input')).toBe(0);
});

test('hands on the outcome again where there is no button for it', async () => {
    const { element, handed } = show({ result: RESULT });
    await pick(element, 'SALE');
    element.save();
    expect(handed('submit')).toMatchObject([{ disposition: 'SALE' }]);
});

test('gives the cursor to the disposition', () => {
    const { element } = show();
    const focused = jest.spyOn(find(element, '[data-level="0"]'), 'focus');
    element.focus();
    expect(focused).toHaveBeenCalledTimes(1);
});

test('a draft survives a reload, words from elsewhere join it, and another call has none', async () => {
    const first = show();
    await pick(first.element, 'SALE');
    const draft = first.handed('draft').at(-1);
    expect(draft).toMatchObject({ disposition: 'SALE' });
    const { element } = show({ draft });
    const picker = find<HTMLElement & { value: string }>(element, '[data-level="0"]');
    expect(picker.value).toBe('SALE');
    await pick(element, 'CB');
    Object.assign(element, { draft: { disposition: 'CB', notes: 'Mine\nTheirs' } });
    await Promise.resolve();
    expect(picker.value).toBe('CB');
    expect(find(element, '[data-id="notes"]')).toMatchObject({ value: 'Mine\nTheirs' });
    Object.assign(element, { call: { ...CALL, callReference: 'REF2' }, draft: undefined });
    await Promise.resolve();
    expect(picker.value).toBe('');
});

test.each([
    [
        'a time that has passed',
        'time',
        '2026-11-20',
        '09:00',
        'c.ConVox_DispositionForm_Problem_Follow_Up_Not_In_Future'
    ],
    ['a day that is over', 'date', '2026-11-19', '16:00', 'c.ConVox_DispositionForm_Problem_Follow_Up_Not_In_Future'],
    ['a time to come', 'time', '2026-11-21', '16:00', '']
])('%s is told below its field once the agent leaves it', async (_what, id, date, time, expected) => {
    const { element } = show();
    await send(element, '[data-id="followUp"]', 'change', { checked: true });
    const field = Object.assign(find(element, `[data-id="${id}"]`), {
        setCustomValidity: jest.fn(),
        reportValidity: jest.fn()
    });
    const bringUp = Object.assign(field, { scrollIntoView: jest.fn() }).scrollIntoView;
    await send(element, '[data-id="date"]', 'change', { value: date });
    await send(element, '[data-id="time"]', 'change', { value: time });
    await send(element, `[data-id="${id}"]`, 'blur');
    expect(field.setCustomValidity).toHaveBeenLastCalledWith(expected);
    expect(bringUp.mock.calls.length).toBe(expected ? 1 : 0);
});

test.each([
    ['where the process has none', [], 'Empty'],
    ['where Salesforce has not answered', undefined, 'Unanswered']
])('without dispositions, %s, it says what to do and takes a typed code', async (_name, answer, text) => {
    const { element, handed } = show({ dispositions: [], answer });
    expect(find(element, '[data-id="empty"]').textContent).toBe(`c.ConVox_DispositionForm_${text}`);
    await pick(element, 'OTHER');
    await pressCtrlEnter(element);
    expect(handed('submit')).toMatchObject([{ disposition: 'OTHER' }]);
});

test('is accessible with everything open', async () => {
    jest.useRealTimers();
    const { element } = show({ result: RESULT });
    await expect(element).toBeAccessible();
    await pick(element, 'CB');
    await expect(element).toBeAccessible();
});

test('a call that ConVox ended by itself says so, and all that is asked is saved to the call', async () => {
    const { element, handed } = show({ endedWith: 'AUTOWRAPUP', draft: { notes: 'Half a word' } });
    expect(find(element, '[data-id="ended"]').textContent).toBe('c.ConVox_DispositionForm_Ended');
    expect(count(element, '[data-id="save"]')).toBe(0);
    expect(find(element, '[data-id="keep"]')).toMatchObject({
        label: 'c.ConVox_DispositionForm_Save_To_Call',
        variant: 'brand'
    });
    await pressCtrlEnter(element);
    expect([handed('submit'), handed('keep')]).toEqual([[], [expect.objectContaining({ notes: 'Half a word' })]]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
});

test('a promise that is kept without ConVox needs its time all the same', async () => {
    const { element, handed } = show({ endedWith: 'AUTOWRAPUP' });
    await send(element, '[data-id="followUp"]', 'change', { checked: true });
    await send(element, '[data-id="date"]', 'change', { value: '2026-11-01' });
    await send(element, '[data-id="keep"]', 'click');
    expect(handed('keep')).toEqual([]);
});

test.each([
    ['may be kept', true, 1],
    ['may not be kept', false, 0]
])('what %s without ConVox has a button for it beside Save', async (_name, keepAllowed, buttons) => {
    const { element, handed } = show({ keepAllowed });
    expect([count(element, '[data-id="save"]'), count(element, '[data-id="keep"]')]).toEqual([1, buttons]);
    if (keepAllowed) {
        await send(element, '[data-id="keep"]', 'click');
    }
    expect(handed('keep')).toHaveLength(buttons);
});

test.each([
    ['none is known', '', ['SALE', 'CB']],
    ['one is', 'CB', ['CB', 'SALE']],
    ['all are', 'CB\nSALE', ['CB', 'SALE']],
    ['one is that the process has no more', 'LOST\nCB', ['CB', 'SALE']]
])('the codes that the agent uses come first, where %s', (_name, used, expected) => {
    localStorage.setItem(usedCodesKey(CALL.process), used);
    const options: unknown = Reflect.get(find(show().element, '[data-level="0"]'), 'options');
    localStorage.clear();
    expect(options).toMatchObject(expected.map((code) => ({ code })));
});
