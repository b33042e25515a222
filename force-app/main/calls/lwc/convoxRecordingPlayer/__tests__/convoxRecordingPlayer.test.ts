import { createElement } from 'lwc';
import { createRecord } from 'lightning/uiRecordApi';
import ConvoxRecordingPlayer from 'c/convoxRecordingPlayer';
import { graphql } from 'lightning/graphql';
import { serverDay } from '../serverDay.ts';

const ADDRESS = 'https://voice.example.com/calls/1.wav';
const valuesOf = (row: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, { value }]));
const connection = (...rows: Record<string, unknown>[]) => ({ edges: rows.map((row) => ({ node: valuesOf(row) })) });
const answer = (reference: string) => ({
    uiapi: {
        query: {
            ConVox_Call__c: connection({ Call_Reference__c: reference }),
            ConVox_Server__c: connection(
                { Code__c: 'austin', Is_Default__c: false, Time_Zone__c: 'America/Chicago' },
                { Code__c: null, Is_Default__c: true, Time_Zone__c: 'Asia/Kolkata' },
                { Code__c: 'nowhere', Is_Default__c: false, Time_Zone__c: null }
            )
        }
    }
});
const SERVERS = answer('17');
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

let play: jest.SpyInstance;
beforeEach(() => {
    play = jest.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
    jest.mocked(createRecord).mockResolvedValue({
        apiName: 'ConVox_Recording_Opening__c',
        id: 'a0R000000000001AAA',
        fields: {},
        lastModifiedById: null,
        lastModifiedDate: null,
        systemModstamp: null,
        recordTypeId: null
    });
});
afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
});

function show(address = ADDRESS): HTMLElement {
    const element = createElement('c-convox-recording-player', { is: ConvoxRecordingPlayer });
    Object.assign(element, { callId: 'a01000000000001AAA', address });
    document.body.appendChild(element);
    return element;
}
const find = (element: HTMLElement, selector: string): HTMLElement | null =>
    element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
/** What the org says of the call and its servers. */
function tell(data: unknown): void {
    Reflect.apply(Reflect.get(graphql, 'emit'), graphql, [data]);
}
const refuse = (): unknown => Reflect.apply(Reflect.get(graphql, 'emitErrors'), graphql, [[{ message: 'no' }]]);
async function listen(element: HTMLElement): Promise<void> {
    find(element, 'lightning-button')?.dispatchEvent(new CustomEvent('click'));
    await settled();
    tell(SERVERS);
    await settled();
}

test.each(['', 'http://voice.example.com/1.wav', 'data:audio/wav,1', '/1.wav'])('%j shows nothing', (address) => {
    expect(show(address).shadowRoot?.childElementCount).toBe(0);
});

test('the address comes into the page only when it is kept who listens', async () => {
    let keep = (): void => undefined;
    const kept = new Promise<void>((resolve) => {
        keep = resolve;
    });
    const row = createRecord({ apiName: '', fields: {} });
    jest.mocked(createRecord)
        .mockClear()
        .mockReturnValue(kept.then(() => row));
    const element = show();
    await listen(element);
    await listen(element);
    expect(jest.mocked(createRecord).mock.calls).toEqual([
        [
            {
                apiName: 'ConVox_Recording_Opening__c',
                fields: { Call__c: 'a01000000000001AAA', Opened_Day__c: serverDay(SERVERS, new Date()) }
            }
        ]
    ]);
    expect(find(element, '[src], [href]')).toBeNull();
    expect(play).not.toHaveBeenCalled();
    keep();
    await settled();
    expect(find(element, 'audio')?.getAttribute('src')).toBe(ADDRESS);
    expect(find(element, 'a')?.getAttribute('href')).toBe(ADDRESS);
    expect(find(element, 'a')?.getAttribute('rel')).toBe('noopener noreferrer');
    expect(play).toHaveBeenCalledTimes(1);
});

const MIDNIGHT = new Date('2025-12-31T18:45:00Z');

test.each([
    ['of the default server', answer('17'), '2026-01-01'],
    ['of another one', answer('AUSTIN:17'), '2025-12-31'],
    ['of one that nobody knows', answer('delhi:17'), '2026-01-01'],
    ['of one whose zone nobody knows', answer('nowhere:17'), undefined],
    ['of which nothing can be seen', undefined, undefined]
])('an opening is of the day of its call’s server: one %s', (_, data, day) => {
    expect(serverDay(data, MIDNIGHT)).toBe(day);
});

test('where the servers cannot be asked, the opening is kept with the day of whoever opens', async () => {
    const element = show();
    find(element, 'lightning-button')?.dispatchEvent(new CustomEvent('click'));
    await settled();
    refuse();
    refuse();
    await settled();
    expect(jest.mocked(createRecord).mock.calls).toEqual([
        [{ apiName: 'ConVox_Recording_Opening__c', fields: { Call__c: 'a01000000000001AAA' } }]
    ]);
    expect(find(element, 'audio')).not.toBeNull();
});

test('what cannot be kept is not played, and may be tried again', async () => {
    jest.mocked(createRecord).mockRejectedValueOnce({ ok: false, status: 403, statusText: '', body: {} });
    const element = show();
    await listen(element);
    expect(find(element, 'audio')).toBeNull();
    expect(find(element, '[src], [href]')).toBeNull();
    expect(find(element, 'c-convox-error-panel')).toMatchObject({ headline: 'c.ConVox_Recording_Refused' });
    await listen(element);
    expect(find(element, 'c-convox-error-panel')).toBeNull();
    expect(find(element, 'audio')).not.toBeNull();
});

test('another call in the same place is opened anew', async () => {
    const element = show();
    await listen(element);
    Object.assign(element, { callId: 'a01000000000002AAA' });
    await settled();
    expect(find(element, 'audio')).toBeNull();
    await listen(element);
    expect(createRecord).toHaveBeenCalledTimes(2);
});

test('plays faster when asked', async () => {
    const element = show();
    await listen(element);
    const speeds = find(element, 'lightning-radio-group');
    expect(speeds).toMatchObject({ value: '1' });
    speeds?.dispatchEvent(new CustomEvent('change', { detail: { value: '1.5' } }));
    expect(find(element, 'audio')).toMatchObject({ playbackRate: 1.5 });
});

test('says what is likely wrong when the browser cannot play it', async () => {
    const element = show();
    await listen(element);
    expect(find(element, '[role="alert"]')).toBeNull();
    find(element, 'audio')?.dispatchEvent(new CustomEvent('error'));
    await settled();
    expect(find(element, '[role="alert"]')?.textContent?.trim()).toBe('c.ConVox_Recording_Unplayable');
});

test('is accessible before and after', async () => {
    const element = show();
    await expect(element).toBeAccessible();
    await listen(element);
    await expect(element).toBeAccessible();
});

test('one recording plays at a time, each button says whose it is, and whoever must hear something else stops it', async () => {
    const pause = jest.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue();
    const [first, second] = [show(), show()];
    Object.assign(second, { name: 'Priya Nair' });
    await settled();
    expect([first, second].map((each) => Reflect.get(find(each, 'lightning-button') ?? {}, 'label'))).toEqual([
        'c.ConVox_Recording_Listen',
        'c.ConVox_Recording_Listen: Priya Nair'
    ]);
    await listen(first);
    await listen(second);
    for (const each of [first, second, second]) {
        find(each, 'audio')?.dispatchEvent(new CustomEvent('play'));
    }
    expect(pause.mock.contexts).toEqual([find(first, 'audio')]);
    Reflect.apply(Reflect.get(second, 'pause'), second, []);
    expect(pause.mock.contexts.at(-1)).toBe(find(second, 'audio'));
});
