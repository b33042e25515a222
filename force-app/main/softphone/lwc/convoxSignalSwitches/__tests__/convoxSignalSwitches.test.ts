import { createElement } from 'lwc';
import { isChosen } from 'c/convoxCallSignal';
import ConvoxSignalSwitches from 'c/convoxSignalSwitches';

/** A browser whose user answers its question so. */
function answering(answer: NotificationPermission): jest.Mock {
    const requestPermission = jest.fn(() => Promise.resolve(answer));
    Object.assign(window, { Notification: Object.assign(jest.fn(), { permission: answer, requestPermission }) });
    return requestPermission;
}

function show(): HTMLElement {
    const element = createElement('c-convox-signal-switches', { is: ConvoxSignalSwitches });
    document.body.appendChild(element);
    return element;
}

function part(element: HTMLElement, id: string): Element | null | undefined {
    return element.shadowRoot?.querySelector(`[data-id="${id}"]`);
}

async function turn(element: HTMLElement, id: string, checked: boolean): Promise<void> {
    part(element, id)?.dispatchEvent(new CustomEvent('change', { detail: { checked } }));
    await new Promise(process.nextTick);
}

beforeEach(() => localStorage.clear());
afterEach(() => {
    document.body.replaceChildren();
    Reflect.deleteProperty(window, 'Notification');
});

test('both are off until the agent wants them, and nobody is asked before', async () => {
    const asked = answering('granted');
    const element = show();
    expect(part(element, 'notification')).toMatchObject({ checked: false });
    expect(part(element, 'tone')).toMatchObject({ checked: false });
    expect(asked).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
});

test.each<[NotificationPermission, boolean]>([
    ['granted', false],
    ['denied', true],
    ['default', true]
])('a notification that is wanted is asked for by the press; a browser that answers %s', async (answer, isBlocked) => {
    const asked = answering(answer);
    const element = show();
    await turn(element, 'notification', true);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(isChosen('notification')).toBe(true);
    expect(part(element, 'blocked') !== null).toBe(isBlocked);
    await expect(element).toBeAccessible();
});

test('what was chosen is there after a reload and can be taken back', async () => {
    answering('granted');
    await turn(show(), 'notification', true);
    await turn(show(), 'tone', true);
    const element = show();
    expect(part(element, 'notification')).toMatchObject({ checked: true });
    expect(part(element, 'tone')).toMatchObject({ checked: true });
    await turn(element, 'notification', false);
    expect([isChosen('notification'), isChosen('tone')]).toEqual([false, true]);
});

test('a browser without notifications says that it shows none', async () => {
    const element = show();
    await turn(element, 'notification', true);
    expect(part(element, 'blocked')).not.toBeNull();
});
