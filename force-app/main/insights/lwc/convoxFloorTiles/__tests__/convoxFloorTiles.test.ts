import { createElement } from 'lwc';
import ConvoxFloorTiles from 'c/convoxFloorTiles';

const page = { type: 'standard__objectPage', attributes: { objectApiName: 'ConVox_Call__c' } };
const TILES = [
    { name: 'offered', label: 'Offered', value: '8', note: '', isWarning: false },
    {
        name: 'toReturn',
        label: 'To return',
        value: '2',
        note: 'For 3 days',
        isWarning: true,
        link: { url: '/list', page }
    }
];

function show(): HTMLElement {
    const element = createElement('c-convox-floor-tiles', { is: ConvoxFloorTiles });
    Object.assign(element, { tiles: TILES });
    document.body.appendChild(element);
    return element;
}

const within = (element: HTMLElement, name: string): Element | null | undefined =>
    element.shadowRoot?.querySelector(`[data-tile="${name}"]`);

afterEach(() => document.body.replaceChildren());

test('a figure that needs somebody says so in words, and leads to its rows', () => {
    const element = show();
    const open = jest.fn<void, [Event]>();
    element.addEventListener('open', open);
    expect(within(element, 'offered')?.querySelector('a, lightning-icon')).toBeNull();
    expect(within(element, 'toReturn')?.querySelector('lightning-icon')).toMatchObject({
        alternativeText: 'c.ConVox_Wallboard_Attention'
    });
    within(element, 'toReturn')?.querySelector('a')?.click();
    expect(open.mock.calls[0]?.[0]).toMatchObject({ detail: page });
});

test('is accessible', async () => {
    await expect(show()).toBeAccessible();
});
