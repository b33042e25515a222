import { createElement } from 'lwc';
import ConvoxErrorPanel from 'c/convoxErrorPanel';
import ConvoxLatePart from 'c/convoxLatePart';
import type { PartLoader } from 'c/convoxLatePart';

function show(load: PartLoader): { element: HTMLElement; loaded: unknown[] } {
    const element = createElement('c-convox-late-part', { is: ConvoxLatePart });
    const loaded: unknown[] = [];
    element.addEventListener('loaded', (event) => loaded.push(event instanceof CustomEvent ? event.detail : event));
    Object.assign(element, { headline: 'Links are missing.', load });
    document.body.appendChild(element);
    return { element, loaded };
}

function panel(element: HTMLElement): Element | null | undefined {
    return element.shadowRoot?.querySelector('c-convox-error-panel');
}

afterEach(() => {
    document.body.replaceChildren();
});

const words = (element: HTMLElement): (string | undefined)[] => [
    element.shadowRoot?.querySelector('[data-id="loading"]')?.textContent ?? undefined,
    panel(element) ? 'missing' : undefined
];

test('a part is loaded once, and says so meanwhile', async () => {
    const load = jest.fn(async () => ({ default: ConvoxErrorPanel }));
    const { element, loaded } = show(load);
    expect(words(element)).toEqual(['c.ConVox_LatePart_Loading', undefined]);
    await new Promise((resolve) => setTimeout(resolve));
    expect([load.mock.calls.length, loaded]).toEqual([1, [ConvoxErrorPanel]]);
    expect(words(element)).toEqual([undefined, undefined]);
});

test('what does not come within fifteen seconds is missing, and is there when it comes all the same', async () => {
    jest.useFakeTimers();
    let arrive = (_part: { readonly default: unknown }): void => undefined;
    const { element, loaded } = show(() => new Promise((resolve) => (arrive = resolve)));
    await jest.advanceTimersByTimeAsync(14_999);
    expect(words(element)).toEqual(['c.ConVox_LatePart_Loading', undefined]);
    await jest.advanceTimersByTimeAsync(1);
    expect(words(element)).toEqual([undefined, 'missing']);
    arrive({ default: ConvoxErrorPanel });
    await jest.advanceTimersByTimeAsync(0);
    expect([words(element), loaded]).toEqual([[undefined, undefined], [ConvoxErrorPanel]]);
    jest.useRealTimers();
});

test('another try at one asks for all that is missing', async () => {
    const parts = [1, 2].map(() =>
        show(
            jest
                .fn<ReturnType<PartLoader>, []>()
                .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
                .mockResolvedValue({ default: ConvoxErrorPanel })
        )
    );
    await new Promise((resolve) => setTimeout(resolve));
    expect(parts.map(({ element }) => words(element)[1])).toEqual(['missing', 'missing']);
    parts.slice(0, 1).forEach(({ element }) => panel(element)?.dispatchEvent(new CustomEvent('retry')));
    await new Promise((resolve) => setTimeout(resolve));
    expect(parts.map(({ loaded }) => loaded)).toEqual([[ConvoxErrorPanel], [ConvoxErrorPanel]]);
    expect(parts.map(({ element }) => words(element)[1])).toEqual([undefined, undefined]);
});

test('what cannot be loaded is said with what to do, and another try gets it', async () => {
    const load = jest
        .fn<ReturnType<PartLoader>, []>()
        .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
        .mockResolvedValue({ default: ConvoxErrorPanel });
    const { element, loaded } = show(load);
    await new Promise((resolve) => setTimeout(resolve));
    expect(panel(element)).toMatchObject({
        headline: 'Links are missing.',
        advice: 'c.ConVox_LatePart_Advice',
        canRetry: true
    });
    expect(loaded).toEqual([]);
    panel(element)?.dispatchEvent(new CustomEvent('retry'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(loaded).toEqual([ConvoxErrorPanel]);
    expect(panel(element)).toBeNull();
});
