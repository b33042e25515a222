import { createElement } from 'lwc';
import ConvoxFloorTable from 'c/convoxFloorTable';

const page = { type: 'standard__recordPage', attributes: { recordId: 'a1' } };

function show(rows: object[]): HTMLElement {
    const element = createElement('c-convox-floor-table', { is: ConvoxFloorTable });
    Object.assign(element, {
        heading: 'On the line now',
        emptyText: 'Nobody',
        columns: [
            { name: 'agent', label: 'Agent', isNumber: false },
            { name: 'since', label: 'For', isNumber: true }
        ],
        rows
    });
    document.body.appendChild(element);
    return element;
}

afterEach(() => document.body.replaceChildren());

test('a line stands under the names of its columns and leads to its record', () => {
    const element = show([{ key: 'a1', cells: ['Asha', '1:30'], link: { url: '/a1', page } }]);
    const open = jest.fn<void, [Event]>();
    element.addEventListener('open', open);
    const texts = [...(element.shadowRoot?.querySelectorAll('th, td') ?? [])].map(({ textContent }) => textContent);
    expect(texts).toEqual(['Agent', 'For', 'Asha', '1:30']);
    element.shadowRoot?.querySelector('a')?.click();
    expect(open.mock.calls[0]?.[0]).toMatchObject({ detail: page });
});

test('a line asks for attention in one of its cells', () => {
    const element = show([
        { key: 'a1', cells: ['Asha', '1:30'], warning: 'since' },
        { key: 'a2', cells: ['Ravi', '0:10'] }
    ]);
    const icons = [...(element.shadowRoot?.querySelectorAll('lightning-icon') ?? [])];
    expect(icons.map((icon) => icon.closest('tr')?.dataset.row)).toEqual(['a1']);
    expect(icons[0]).toMatchObject({ alternativeText: 'c.ConVox_Wallboard_Attention' });
});

test('without lines it says so', () => {
    const element = show([]);
    expect(element.shadowRoot?.querySelector('[data-id="empty"]')?.textContent).toBe('Nobody');
    expect(element.shadowRoot?.querySelector('table')).toBeNull();
});

test('is accessible', async () => {
    await expect(show([{ key: 'a1', cells: ['Asha', '1:30'] }])).toBeAccessible();
});
