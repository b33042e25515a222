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

test('leaving the field takes only what was typed out in full', async () => {
    const { input, picked } = show({ value: 'CB' });
    await type(input, 'sa');
    input.dispatchEvent(new FocusEvent('blur'));
    await Promise.resolve();
    expect(picked).toEqual([]);
    expect(input.value).toBe('Call back (CB)');
    await type(input, 'sale made');
    input.dispatchEvent(new FocusEvent('blur'));
    expect(picked).toEqual(['SALE']);
});

test('emptying the field takes nothing', async () => {
    const { input, picked } = show({ value: 'CB' });
    await type(input, '');
    input.dispatchEvent(new FocusEvent('blur'));
    expect(picked).toEqual(['']);
});

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
