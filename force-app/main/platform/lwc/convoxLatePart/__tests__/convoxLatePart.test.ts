import { createElement } from 'lwc';
import ConvoxErrorPanel from 'c/convoxErrorPanel';
import ConvoxLatePart from 'c/convoxLatePart';
import type { PartLoader } from 'c/convoxLatePart';

function show(load: PartLoader, isWanted: boolean): { element: HTMLElement; loaded: unknown[] } {
    const element = createElement('c-convox-late-part', { is: ConvoxLatePart });
    const loaded: unknown[] = [];
    element.addEventListener('loaded', (event) => loaded.push(event instanceof CustomEvent ? event.detail : event));
    Object.assign(element, { headline: 'Links are missing.', isWanted, load });
    document.body.appendChild(element);
    return { element, loaded };
}

function panel(element: HTMLElement): Element | null | undefined {
    return element.shadowRoot?.querySelector('c-convox-error-panel');
}

afterEach(() => {
    document.body.replaceChildren();
});

test('a part is loaded once, and not before it is wanted', async () => {
    const load = jest.fn(async () => ({ default: ConvoxErrorPanel }));
    const { element, loaded } = show(load, false);
    await new Promise((resolve) => setTimeout(resolve));
    expect(load).not.toHaveBeenCalled();
    Object.assign(element, { isWanted: true });
    Object.assign(element, { isWanted: true });
    await new Promise((resolve) => setTimeout(resolve));
    expect([load.mock.calls.length, loaded]).toEqual([1, [ConvoxErrorPanel]]);
    expect(panel(element)).toBeNull();
});

test('what cannot be loaded is said with what to do, and another try gets it', async () => {
    const load = jest
        .fn<ReturnType<PartLoader>, []>()
        .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
        .mockResolvedValue({ default: ConvoxErrorPanel });
    const { element, loaded } = show(load, true);
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
