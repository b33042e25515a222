import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import ConvoxWallboard from 'c/convoxWallboard';

const refresh = jest.fn(() => Promise.resolve());
const DATA = {
    uiapi: {
        aggregate: { days: { edges: [] } },
        query: {
            inProgress: { totalCount: 1, edges: [{ node: { Id: 'a1', Pop_At__c: { value: '2026-11-30T09:59:00Z' } } }] }
        }
    }
};

/** Test wire adapters have more than the types of the platform's modules tell. */
function emit(method: 'emit' | 'emitErrors', ...args: unknown[]): void {
    Reflect.apply(Reflect.get(graphql, method), graphql, args);
}
const lastRequest = (): unknown => Reflect.apply(Reflect.get(graphql, 'getLastConfig'), graphql, []);

async function pass(milliseconds = 0): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
}

async function answer(data: object = DATA): Promise<void> {
    emit('emit', data, undefined, refresh);
    await pass();
}

async function show(): Promise<HTMLElement> {
    const element = createElement('c-convox-wallboard', { is: ConvoxWallboard });
    document.body.appendChild(element);
    await pass();
    return element;
}

const find = (element: HTMLElement, selector: string): HTMLElement | null =>
    element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

let isInFront = true;

beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-30T10:00:00Z') });
    isInFront = true;
    // Nothing is laid out here.
    jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(() => (isInFront ? 1 : 0));
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    jest.restoreAllMocks();
    refresh.mockClear();
});

test('asks once, shows what it heard, and refreshes it every fifteen seconds', async () => {
    const element = await show();
    expect(lastRequest()).toMatchObject({ variables: { shift: '2026-11-29T22:00:00.000Z' } });
    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await answer();
    expect(find(element, 'lightning-spinner')).toBeNull();
    expect(find(element, '[data-id="calls"]')).toMatchObject({ rows: [{ key: 'a1' }] });
    await pass(14_000);
    expect(refresh).not.toHaveBeenCalled();
    await pass(1000);
    expect(refresh).toHaveBeenCalledTimes(1);
    await pass(15_000);
    expect(refresh).toHaveBeenCalledTimes(2);
});

test('a refresh that changes nothing is one all the same', async () => {
    const element = await show();
    await answer();
    await pass(60_000);
    expect(find(element, '[data-id="age"]')?.textContent).toBe('c.ConVox_Wallboard_Updated');
});

test('a board that is not in front, and one that is gone, asks nothing', async () => {
    const element = await show();
    await answer();
    isInFront = false;
    await pass(60_000);
    expect(refresh).not.toHaveBeenCalled();
    isInFront = true;
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    expect(refresh).toHaveBeenCalledTimes(1);
    await pass();
    element.remove();
    await pass(60_000);
    expect(refresh).toHaveBeenCalledTimes(1);
});

test('a failure is said, keeps what was known and says how old it is; the next question is another one', async () => {
    const element = await show();
    await answer();
    refresh.mockImplementation(() => Promise.reject(new Error('gone')));
    await pass(15_000);
    emit('emitErrors', [{ message: 'Server too busy' }], undefined, refresh);
    await pass();
    expect(find(element, 'c-convox-error-panel')).toMatchObject({ report: { lines: ['Server too busy'] } });
    expect(find(element, '[data-id="calls"]')).toMatchObject({ rows: [{ key: 'a1' }] });
    const before = lastRequest();
    await pass(45_000);
    expect(find(element, '[data-id="age"]')?.textContent).toBe('c.ConVox_Wallboard_Old');
    expect(lastRequest()).not.toEqual(before);
    await answer();
    expect(find(element, 'c-convox-error-panel')).toBeNull();
});

test('the big screen covers the page until its button or Escape is pressed', async () => {
    const element = await show();
    await answer();
    const board = () => find(element, 'section');
    find(element, '[data-id="screen"]')?.dispatchEvent(new CustomEvent('click'));
    await pass();
    expect(board()?.getAttribute('role')).toBe('dialog');
    expect(find(element, '[data-id="screen"]')).toMatchObject({ label: 'c.ConVox_Wallboard_Leave_Big_Screen' });
    board()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await pass();
    expect(board()?.getAttribute('role')).toBe('region');
});

test('is accessible', async () => {
    const element = await show();
    await answer();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
});
