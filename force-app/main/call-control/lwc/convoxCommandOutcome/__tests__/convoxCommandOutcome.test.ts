import { createElement } from 'lwc';
import ConvoxCommandOutcome from 'c/convoxCommandOutcome';
import type { CommandResult } from 'c/convoxCommand';

const UNKNOWN: CommandResult = {
    state: 'unknown',
    type: 'Close',
    commandId: 'a0C000000000001AAA',
    failure: 'noAnswerInTime',
    advice: 'noAnswer',
    code: 'EC013',
    reply: 'internal failure',
    error: ''
};

function show(properties: Partial<Omit<ConvoxCommandOutcome, 'constructor'>> = {}): HTMLElement {
    const element = createElement('c-convox-command-outcome', { is: ConvoxCommandOutcome });
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

const text = (element: HTMLElement, id: string): string | undefined =>
    element.shadowRoot?.querySelector(`[data-id="${id}"]`)?.textContent ?? undefined;

const button = (element: HTMLElement): Element | null | undefined =>
    element.shadowRoot?.querySelector('lightning-button');

afterEach(() => {
    document.body.replaceChildren();
});

test('is a live region before anything happened', () => {
    expect(show().shadowRoot?.querySelector('[role="status"]')?.textContent).toBe('');
});

test('tells what happened, why, what to do and what was said', async () => {
    const element = show({ result: UNKNOWN });
    expect(text(element, 'title')).toBe('c.ConVox_ReplyAdvice_Title_Unknown');
    expect(text(element, 'reason')).toBe('c.ConVox_ReplyAdvice_No_Answer_In_Time');
    expect(text(element, 'advice')).toBe('c.ConVox_ReplyAdvice_Unknown_Close');
    expect(text(element, 'said')).toBe('c.ConVox_ReplyAdvice_ConVox_Said');
    await expect(element).toBeAccessible();
});

test('while a command is on its way the last result steps back', () => {
    const element = show({ result: UNKNOWN, busyText: 'Sending' });
    expect(text(element, 'busy')).toBe('Sending');
    expect(text(element, 'title')).toBeUndefined();
});

test.each([
    ['unknown', true, true],
    ['unknown', false, false],
    ['accepted', true, false],
    ['refused', true, false]
] as const)('an %s command may be resent (%s): %s', (state, canResend, shown) => {
    const element = show({ result: { ...UNKNOWN, state }, canResend });
    expect(button(element) !== null).toBe(shown);
});

test('asks for a resend when the agent presses it', () => {
    const element = show({ result: UNKNOWN, canResend: true });
    const asked = jest.fn();
    element.addEventListener('resend', asked);
    button(element)?.dispatchEvent(new CustomEvent('click'));
    expect(asked).toHaveBeenCalledTimes(1);
});
