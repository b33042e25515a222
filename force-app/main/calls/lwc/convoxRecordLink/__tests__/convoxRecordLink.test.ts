import { createElement } from 'lwc';
import ConvoxRecordLink from 'c/convoxRecordLink';

const CONTACT = '003000000000001AAA';

function show(): { element: HTMLElement; linked: unknown[] } {
    const element = createElement('c-convox-record-link', { is: ConvoxRecordLink });
    const linked: unknown[] = [];
    element.addEventListener('link', (event) => event instanceof CustomEvent && linked.push(event.detail));
    document.body.appendChild(element);
    return { element, linked };
}

async function fire(element: HTMLElement, id: string, type: string, detail: unknown): Promise<void> {
    element.shadowRoot
        ?.querySelector(`[data-id="${id}"]`)
        ?.dispatchEvent(new CustomEvent(type, { detail, bubbles: false }));
    await Promise.resolve();
}

afterEach(() => {
    document.body.replaceChildren();
});

test('a record that was picked is told, and one that was taken back is not', async () => {
    const { element, linked } = show();
    await fire(element, 'picker', 'change', { recordId: CONTACT });
    await fire(element, 'picker', 'change', { recordId: null });
    expect(linked).toEqual([{ object: 'Contact', id: CONTACT }]);
    await expect(element).toBeAccessible();
});

test.each([
    ['Lead', 'Name'],
    ['Account', 'Name'],
    ['Case', 'CaseNumber']
])('%s is found by %s', async (object, field) => {
    const { element } = show();
    await fire(element, 'kind', 'change', { value: object });
    expect(element.shadowRoot?.querySelectorAll('[data-id="picker"]')).toHaveLength(1);
    expect(element.shadowRoot?.querySelector('[data-id="picker"]')).toMatchObject({
        objectApiName: object,
        displayInfo: { primaryField: field },
        matchingInfo: { primaryField: { fieldPath: field } }
    });
});
