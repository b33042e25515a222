import { createElement } from 'lwc';
import ConvoxOtherWords from 'c/convoxOtherWords';

function show(othersLines: readonly string[]): { element: HTMLElement; chosen: unknown[] } {
    const element = createElement('c-convox-other-words', { is: ConvoxOtherWords });
    const chosen: unknown[] = [];
    element.addEventListener('callevent', (event) => event instanceof CustomEvent && chosen.push(event.detail));
    Object.assign(element, {
        call: { othersLines, lookup: { dispositions: [{ code: 'SALE', label: 'Order placed' }] } }
    });
    document.body.appendChild(element);
    return { element, chosen };
}

const find = (element: HTMLElement, id: string): HTMLElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[data-id="${id}"]`) ?? [])
];

afterEach(() => {
    document.body.replaceChildren();
});

test('shows what came from elsewhere, dispositions by their names, and says so aloud', async () => {
    const { element } = show(['Theirs', 'SALE', 'OTHER']);
    expect(find(element, 'heading')[0]).toMatchObject({ role: 'alert', textContent: 'c.ConVox_OtherWords_Heading' });
    expect(find(element, 'line').map(({ textContent }) => textContent)).toEqual(['Theirs', 'Order placed', 'OTHER']);
    await expect(element).toBeAccessible();
});

test('without such words nothing is asked', () => {
    expect(find(show([]).element, 'heading')).toEqual([]);
});

test.each([
    ['add', true],
    ['keep', false]
])('%s hands on that they join: %s', (id, isAdding) => {
    const { element, chosen } = show(['Theirs']);
    find(element, id)[0]?.click();
    expect(chosen).toEqual([{ type: 'settled', isAdding }]);
});
