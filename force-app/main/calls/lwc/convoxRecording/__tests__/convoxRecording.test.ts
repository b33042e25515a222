import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import ConvoxRecording from 'c/convoxRecording';

const adapter = (member: string, ...values: unknown[]): unknown =>
    Reflect.apply(Reflect.get(getRecord, member), getRecord, values);

function show(): HTMLElement {
    const element = createElement('c-convox-recording', { is: ConvoxRecording });
    Object.assign(element, { recordId: 'a01000000000001AAA' });
    document.body.appendChild(element);
    return element;
}
const find = (element: HTMLElement, selector: string): HTMLElement | null =>
    element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

afterEach(() => document.body.replaceChildren());

test.each([
    ['before anything is known', undefined],
    ['without a recording', { fields: { Recording__c: { value: null } } }],
    ['for who may not see recordings', { fields: {} }]
])('nothing is shown %s', async (_when, call) => {
    const element = show();
    if (call !== undefined) {
        adapter('emit', call);
    }
    await Promise.resolve();
    expect(element.shadowRoot?.childElementCount).toBe(0);
});

test('a recording gets a player', async () => {
    const element = show();
    adapter('emit', { fields: { Recording__c: { value: 'https://voice.example.com/1.wav' } } });
    await Promise.resolve();
    expect(find(element, 'c-convox-recording-player')).toMatchObject({
        callId: 'a01000000000001AAA',
        address: 'https://voice.example.com/1.wav'
    });
    await expect(element).toBeAccessible();
});

test('a failure is shown in words', async () => {
    const element = show();
    adapter('error', { message: 'No access' }, 403, 'Forbidden');
    await Promise.resolve();
    expect(find(element, 'c-convox-error-panel')).toMatchObject({ headline: 'c.ConVox_Recording_Load_Failed' });
    expect(find(element, 'c-convox-recording-player')).toBeNull();
});
