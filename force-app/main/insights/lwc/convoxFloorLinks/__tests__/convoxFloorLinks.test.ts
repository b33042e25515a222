import { createElement } from 'lwc';
import ConvoxFloorLinks from 'c/convoxFloorLinks';

const link = (key: string) => ({
    key,
    text: `CALL-${key}`,
    url: `/lightning/r/ConVox_Call__c/${key}/view`,
    page: { type: 'standard__recordPage', attributes: { recordId: key } }
});

function show(keys: readonly string[], hasMore: boolean): HTMLElement {
    const element = createElement('c-convox-floor-links', { is: ConvoxFloorLinks });
    Object.assign(element, { text: `Left out: ${keys.length}`, links: keys.map(link), hasMore });
    document.body.appendChild(element);
    return element;
}

afterEach(() => document.body.replaceChildren());

test.each([
    [[], true, 'Left out: 0'],
    [['a1'], false, 'Left out: 1 (CALL-a1)'],
    [['a1', 'a2'], false, 'Left out: 2 (CALL-a1, CALL-a2)'],
    [['a1', 'a2'], true, 'Left out: 2 (CALL-a1, CALL-a2, …)']
])('%j, more: %s, are told as one sentence', (keys, hasMore, text) => {
    expect(show(keys, hasMore).shadowRoot?.querySelector('p')?.textContent).toBe(text);
});

test('each leads to its record', () => {
    const element = show(['a1', 'a2'], false);
    const open = jest.fn<void, [Event]>();
    element.addEventListener('open', open);
    [...(element.shadowRoot?.querySelectorAll('a') ?? [])].forEach((anchor) => anchor.click());
    expect(open.mock.calls.map(([event]) => Reflect.get(event, 'detail'))).toEqual([link('a1').page, link('a2').page]);
});

test('is accessible', async () => {
    await expect(show(['a1'], true)).toBeAccessible();
});
