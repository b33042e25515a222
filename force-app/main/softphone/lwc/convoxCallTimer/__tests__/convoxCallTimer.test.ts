import { createElement } from 'lwc';
import ConvoxCallTimer from 'c/convoxCallTimer';

const START = Date.UTC(2026, 0, 5, 4, 30);

function show(properties: Record<string, unknown>): HTMLElement {
    const element = createElement('c-convox-call-timer', { is: ConvoxCallTimer });
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

function textOf(element: HTMLElement): string | null | undefined {
    return element.shadowRoot?.querySelector('[data-id="timer"]')?.textContent;
}

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('counts the seconds since the call was connected', async () => {
    jest.useFakeTimers({ now: START + 400 });
    const element = show({ startedAt: START });
    expect(textOf(element)).toBe('0:00');
    await jest.advanceTimersByTimeAsync(600);
    expect(textOf(element)).toBe('0:01');
    await jest.advanceTimersByTimeAsync(61_000);
    expect(textOf(element)).toBe('1:02');
});

test('stands still at the end of the call', () => {
    expect(textOf(show({ startedAt: START, endedAt: START + 125_000 }))).toBe('2:05');
});

test('stops ticking when it leaves the page', () => {
    jest.useFakeTimers({ now: START });
    const element = show({ startedAt: START });
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
});

test('is readable without being announced', async () => {
    const element = show({ startedAt: START, endedAt: START });
    const timer = element.shadowRoot?.querySelector('[data-id="timer"]');
    expect(timer?.getAttribute('aria-live')).toBe('off');
    await expect(element).toBeAccessible();
});
