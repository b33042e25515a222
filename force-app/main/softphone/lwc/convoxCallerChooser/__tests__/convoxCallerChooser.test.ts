import { createElement } from 'lwc';
import ConvoxCallerChooser from 'c/convoxCallerChooser';
import type { Match } from 'c/convoxCallState';
import { KABIR, LEELA, MEERA, POLICY } from '../../convoxCallState/__tests__/sampleLookup';

jest.mock('@salesforce/label/c.ConVox_CallerChooser_Heading', () => ({ default: '{0} have it' }), { virtual: true });
jest.mock('@salesforce/label/c.ConVox_CallerChooser_More', () => ({ default: '{0} listed' }), { virtual: true });

const MATCHES: Match[] = [
    { customer: KABIR, reason: { kind: 'phone', ignored: '' }, isLastChoice: true },
    { customer: MEERA, reason: { kind: 'mobile', ignored: '+91' }, isLastChoice: false },
    { customer: LEELA, reason: { kind: 'phone', ignored: '0' }, isLastChoice: false }
];

function show(matches = MATCHES): { element: HTMLElement; chosen: unknown[] } {
    const element = createElement('c-convox-caller-chooser', { is: ConvoxCallerChooser });
    const chosen: unknown[] = [];
    element.addEventListener('choose', (event) => chosen.push(event instanceof CustomEvent ? event.detail : event));
    Object.assign(element, { matches });
    document.body.appendChild(element);
    return { element, chosen };
}

function radios(element: HTMLElement): HTMLInputElement[] {
    return [...(element.shadowRoot?.querySelectorAll('input') ?? [])];
}

afterEach(() => {
    document.body.replaceChildren();
});

test('says of each record what it is, why it is offered, and which was chosen last time', async () => {
    const { element } = show();
    const descriptions = [...(element.shadowRoot?.querySelectorAll('[data-id="description"]') ?? [])];
    expect(descriptions.map((node) => node.textContent)).toEqual([
        'c.ConVox_RecordLink_Contact · c.ConVox_MatchReason_Phone · c.ConVox_CallerChooser_Last_Time',
        'c.ConVox_RecordLink_Contact · Sunrise Traders · c.ConVox_MatchReason_Ignoring',
        'c.ConVox_RecordLink_Lead · Rao Foods · c.ConVox_MatchReason_Ignoring'
    ]);
    await expect(element).toBeAccessible();
});

test('a record of any other object says by its name what it is', () => {
    const { element } = show([{ customer: POLICY, reason: { kind: 'phone', ignored: '' }, isLastChoice: false }]);
    const texts = ['name', 'description'].map((part) => element.shadowRoot?.querySelector(`[data-id="${part}"]`));
    expect(texts.map((node) => node?.textContent)).toEqual(['Policy: 4711', 'c.ConVox_MatchReason_Phone']);
});

test('one key is enough for the first record', () => {
    const { element, chosen } = show();
    expect(radios(element).map((radio) => radio.checked)).toEqual([true, false, false]);
    radios(element)[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(chosen).toEqual([{ customerId: KABIR.id }]);
});

test('takes the record the agent marked', async () => {
    const { element, chosen } = show();
    radios(element)[2]?.click();
    await Promise.resolve();
    expect(radios(element).map((radio) => radio.checked)).toEqual([false, false, true]);
    element.shadowRoot?.querySelector('[data-id="take"]')?.dispatchEvent(new CustomEvent('click'));
    expect(chosen).toEqual([{ customerId: LEELA.id }]);
});

test.each([
    [0, '3 have it', undefined],
    [3, '3 have it', undefined],
    [12, '12 have it', '3 listed']
])('of %s records with the number it says %s and %s', async (count, heading, more) => {
    const { element } = show();
    Object.assign(element, { count });
    await Promise.resolve();
    const textAt = (selector: string) => element.shadowRoot?.querySelector(selector)?.textContent;
    expect([textAt('legend'), textAt('[data-id="more"]')]).toEqual([heading, more]);
    await expect(element).toBeAccessible();
});

test('other keys choose nothing', () => {
    const { element, chosen } = show();
    radios(element)[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    expect(chosen).toEqual([]);
});
