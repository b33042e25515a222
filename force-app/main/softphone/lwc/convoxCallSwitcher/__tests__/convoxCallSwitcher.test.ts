import { createElement } from 'lwc';
import ConvoxCallSwitcher from 'c/convoxCallSwitcher';

function show(): HTMLElement {
    const element = createElement('c-convox-call-switcher', { is: ConvoxCallSwitcher });
    Object.assign(element, {
        calls: [
            { reference: 'REF-2', title: 'Meera Iyer', state: 'On the call' },
            { reference: 'REF-1', title: '98765 43202', state: 'Waiting for a disposition' }
        ],
        current: 'REF-2'
    });
    document.body.appendChild(element);
    return element;
}

afterEach(() => {
    document.body.replaceChildren();
});

test('lists the calls in their order and marks the one that is shown, not by colour alone', async () => {
    const element = show();
    const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
    expect(buttons.map((button) => button.textContent)).toEqual([
        'Meera IyerOn the call',
        '98765 43202Waiting for a disposition'
    ]);
    expect(buttons.map((button) => button.getAttribute('aria-current'))).toEqual(['true', 'false']);
    await expect(element).toBeAccessible();
});

test('turns to the call the agent presses', () => {
    const element = show();
    const chosen: unknown[] = [];
    element.addEventListener('choose', (event) => chosen.push(event instanceof CustomEvent ? event.detail : event));
    element.shadowRoot?.querySelector<HTMLButtonElement>('[data-reference="REF-1"]')?.click();
    expect(chosen).toEqual([{ reference: 'REF-1' }]);
});
