import { createElement } from 'lwc';
import ConvoxDispositionPicker from 'c/convoxDispositionPicker';

const OPTIONS = [
    { code: 'CB', label: 'Call back' },
    { code: 'SALE', label: 'Sale made' },
    { code: 'NI', label: 'Not interested' }
];

function show(properties: Partial<Omit<ConvoxDispositionPicker, 'constructor'>> = {}) {
    const element = createElement('c-convox-disposition-picker', { is: ConvoxDispositionPicker });
    Object.assign(element, { label: 'Disposition', options: OPTIONS, ...properties });
    const picked: string[] = [];
    element.addEventListener('pick', (event) => {
        if (event instanceof CustomEvent) {
            picked.push(event.detail.code);
        }
    });
    document.body.appendChild(element);
    const input = element.shadowRoot?.querySelector('input');
    if (!input) {
        throw new Error('The picker has no input');
    }
    return { element, input, picked };
}

async function type(input: HTMLInputElement, text: string): Promise<void> {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await Promise.resolve();
}

async function press(input: HTMLInputElement, key: string): Promise<KeyboardEvent> {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
    input.dispatchEvent(event);
    await Promise.resolve();
    return event;
}

const rows = (element: HTMLElement): (string | undefined)[] =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])].map((row) => row.dataset.code);

afterEach(() => {
    document.body.replaceChildren();
});

test('two keys pick: one letter and Enter', async () => {
    const { element, input, picked } = show();
    await type(input, 's');
    expect(rows(element)).toEqual(['SALE', 'NI']);
    await press(input, 'Enter');
    expect(picked).toEqual(['SALE']);
    expect(rows(element)).toEqual([]);
});

test.each<[what: string, typed: string, key: string, said: string]>([
    ['a digit takes', '', '2', 'Sale made (SALE)'],
    ['a search finds', 'n', 'Enter', 'Not interested (NI)'],
    ['the agent types out', 'OTHER', 'Tab', 'OTHER']
])('what %s is named, so that it can be said while the field keeps the cursor', async (_what, typed, key, expected) => {
    const { element, input } = show({ numbered: true, allowOther: true });
    const names: unknown[] = [];
    element.addEventListener('pick', (event) => event instanceof CustomEvent && names.push(event.detail.name));
    await type(input, typed);
    await press(input, key);
    expect(names).toEqual([expected]);
});

test('arrow keys walk the list and the field names the marked row', async () => {
    const { element, input, picked } = show();
    await press(input, 'ArrowDown');
    await press(input, 'ArrowDown');
    const marked = element.shadowRoot?.querySelector('[aria-selected="true"]');
    expect(marked?.textContent).toContain('Sale made');
    expect(input.getAttribute('aria-activedescendant')).toBe(marked?.id);
    expect(input.getAttribute('aria-expanded')).toBe('true');
    await press(input, 'Tab');
    expect(picked).toEqual(['SALE']);
});

test('a click on a row takes it', async () => {
    const { element, input, picked } = show();
    input.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await Promise.resolve();
    element.shadowRoot?.querySelector<HTMLElement>('[data-code="NI"]')?.click();
    expect(picked).toEqual(['NI']);
});

test('Escape gives up the edit and leaves the panel alone while the list is open', async () => {
    const { element, input, picked } = show({ value: 'CB' });
    const outside = jest.fn();
    element.addEventListener('keydown', outside);
    await type(input, 'sa');
    await press(input, 'Escape');
    expect(outside).not.toHaveBeenCalled();
    expect(input.value).toBe('Call back (CB)');
    expect(picked).toEqual([]);
    await press(input, 'Escape');
    expect(outside).toHaveBeenCalledTimes(1);
});

test.each([
    ['typed out in full', 'sale made', ['SALE'], 'Sale made (SALE)'],
    ['a beginning, however many it fits', 'sal', [''], ''],
    ['what fits nothing', 'xyzq', [''], ''],
    ['nothing any more', '', [''], '']
])(
    'a field that is left with %s holds that or nothing, never what it held before',
    async (_what, text, expected, shown) => {
        const { element, input, picked } = show({ value: 'CB' });
        element.addEventListener('pick', (event) => {
            element.value = event instanceof CustomEvent ? event.detail.code : '';
        });
        await type(input, text);
        input.dispatchEvent(new FocusEvent('blur'));
        await Promise.resolve();
        expect([picked, input.value]).toEqual([expected, shown]);
    }
);

test('another code is taken only where that is allowed', async () => {
    const strict = show();
    await type(strict.input, 'OTHER');
    await press(strict.input, 'Enter');
    expect(strict.picked).toEqual([]);
    const free = show({ options: [], allowOther: true });
    await type(free.input, ' OTHER ');
    await press(free.input, 'Enter');
    expect(free.picked).toEqual(['OTHER']);
});

test.each([
    ['takes the option of its place', { numbered: true }, '2', ['SALE']],
    ['beyond the last option takes nothing', { numbered: true }, '4', []],
    ['of Hindi takes the option of its place', { numbered: true }, '२', ['SALE']],
    ['takes another option in place of the one taken', { numbered: true, value: 'CB' }, '2', ['SALE']],
    ['of Bengali is typed', { numbered: true }, '২', []],
    ['is typed where options have no digits', {}, '2', []]
])('a digit %s', async (_name, properties, key, expected) => {
    const { input, picked } = show(properties);
    const { defaultPrevented } = await press(input, key);
    expect(picked).toEqual(expected);
    expect(defaultPrevented).toBe(expected.length > 0);
});

test('the list says which digit takes which option, until something is typed', async () => {
    const { element, input } = show({ numbered: true });
    const digits = (): (string | null)[] =>
        [...(element.shadowRoot?.querySelectorAll('kbd') ?? [])].map(({ textContent }) => textContent);
    await press(input, 'ArrowDown');
    expect(digits()).toEqual(['1', '2', '3']);
    await type(input, 's');
    expect(digits()).toEqual([]);
});

test('of very many options the list says how many more there are', async () => {
    const options = Array.from({ length: 250 }, (_, index) => ({ code: `R${index}`, label: '' }));
    const { element, input, picked } = show({ options });
    await press(input, 'ArrowUp');
    expect(rows(element).at(-1)).toBe('R99');
    const foot = element.shadowRoot?.querySelector('[role="listbox"]')?.lastElementChild;
    expect(foot?.textContent).toBe('c.ConVox_DispositionPicker_More');
    await type(input, 'r249');
    await press(input, 'Enter');
    expect(picked).toEqual(['R249']);
});

test('says when nothing fits, and what is wrong', async () => {
    const { element, input } = show();
    await type(input, 'zzz');
    expect(element.shadowRoot?.textContent).toContain('c.ConVox_DispositionPicker_Nothing_Fits');
    Object.assign(element, { problem: 'Choose one.' });
    await Promise.resolve();
    expect(element.shadowRoot?.textContent).toContain('Choose one.');
    expect(input.getAttribute('aria-invalid')).toBe('true');
});

test('is accessible, closed and open', async () => {
    const { element, input } = show({ required: true });
    await expect(element).toBeAccessible();
    await press(input, 'ArrowDown');
    await expect(element).toBeAccessible();
});
