import { createElement } from 'lwc';
import ConvoxErrorPanel from 'c/convoxErrorPanel';
import { readError } from 'c/convoxErrors';

function show(properties: Record<string, unknown>): HTMLElement {
    const element = createElement('c-convox-error-panel', { is: ConvoxErrorPanel });
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

function textOf(element: HTMLElement, id: string): (string | null)[] {
    return [...(element.shadowRoot?.querySelectorAll(`[data-id="${id}"]`) ?? [])].map((node) => node.textContent);
}

afterEach(() => {
    document.body.replaceChildren();
});

test('says what failed, why, and what to do', async () => {
    const element = show({
        headline: 'The call could not be saved.',
        report: readError({ status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'No access' }] })
    });
    expect(textOf(element, 'headline')).toEqual(['The call could not be saved.']);
    expect(textOf(element, 'line')).toEqual(['No access']);
    expect(textOf(element, 'advice')).toEqual(['c.ConVox_ErrorPanel_Advice_Denied']);
    expect(textOf(element, 'codes')).toEqual(['INSUFFICIENT_ACCESS']);
    await expect(element).toBeAccessible();
});

test('prefers the advice it is given', () => {
    const element = show({ headline: 'h', report: readError('x'), advice: 'Call the supervisor.' });
    expect(textOf(element, 'advice')).toEqual(['Call the supervisor.']);
});

test('offers another try only where one makes sense', () => {
    expect(show({ headline: 'h' }).shadowRoot?.querySelector('lightning-button')).toBeNull();
    const element = show({ headline: 'h', canRetry: true });
    const retried = jest.fn();
    element.addEventListener('retry', retried);
    element.shadowRoot?.querySelector('lightning-button')?.dispatchEvent(new CustomEvent('click'));
    expect(retried).toHaveBeenCalledTimes(1);
});
