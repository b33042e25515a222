import { createElement } from 'lwc';
import ConvoxCallSwitcher from 'c/convoxCallSwitcher';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import { resultOfFailure } from 'c/convoxCommand';
import { lookupOf, MEERA, popOf } from '../../convoxCallState/__tests__/sampleLookup';

const found = nextCall(arrivedCall(popOf({ callReference: 'REF-2' }), 2), {
    type: 'lookedUp',
    lookup: lookupOf({ customers: [MEERA] })
});
const doubted = arrivedCall(popOf({ callReference: 'REF-1', callerNumber: '9876543202' }), 1, { isDoubted: true });

function show(other = doubted): HTMLElement {
    const element = createElement('c-convox-call-switcher', { is: ConvoxCallSwitcher });
    Object.assign(element, { list: { calls: [found, other], current: 'REF-2' } });
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
        'Meera Iyerc.ConVox_CallWords_Open',
        '98765 43202c.ConVox_CallSwitcher_Unconfirmed'
    ]);
    expect(buttons.map((button) => button.getAttribute('aria-current'))).toEqual(['true', 'false']);
    expect(element.shadowRoot?.querySelector('h3')?.textContent).toBe('c.ConVox_CallSwitcher_Heading (2)');
    await expect(element).toBeAccessible();
});

test('a call whose end ConVox has taken was one', () => {
    const element = show(
        nextCall(doubted, {
            type: 'answered',
            result: { ...resultOfFailure({ type: 'Close', commandId: '' }, 'notReached'), state: 'accepted' },
            at: 2
        })
    );
    expect(element.shadowRoot?.textContent).not.toContain('c.ConVox_CallSwitcher_Unconfirmed');
});

test('turns to the call the agent presses', () => {
    const element = show();
    const chosen: unknown[] = [];
    element.addEventListener('choose', (event) => chosen.push(event instanceof CustomEvent ? event.detail : event));
    element.shadowRoot?.querySelector<HTMLButtonElement>('[data-reference="REF-1"]')?.click();
    expect(chosen).toEqual([{ reference: 'REF-1' }]);
});
