import { createElement } from 'lwc';
import { endSignal, signalCall, soundSignal } from 'c/convoxCallSignal';
import ConvoxPhoneExtras from 'c/convoxPhoneExtras';

jest.mock('c/convoxCallSignal');

function show(properties: object): HTMLElement {
    const element = createElement('c-convox-phone-extras', { is: ConvoxPhoneExtras });
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

beforeEach(() => {
    jest.clearAllMocks();
});

afterEach(() => {
    document.body.replaceChildren();
});

test.each([
    [
        'a phone that leads, on a call',
        { isLeading: true, isIdle: false },
        ['c-convox-agent-controls', 'c-convox-call-switcher']
    ],
    [
        'a phone that leads, between calls',
        { isLeading: true, isIdle: true },
        ['c-convox-agent-controls', 'c-convox-call-switcher', 'c-convox-idle-panel']
    ],
    ['a phone in another tab', { isLeading: false, isIdle: false }, ['c-convox-call-switcher']]
])('%s shows what belongs to it', (_name, properties, tags) => {
    const { shadowRoot } = show(properties);
    expect([...(shadowRoot?.children ?? [])].map(({ localName }) => localName)).toEqual(tags);
});

test('a call that came while this was not there yet is signalled with it', () => {
    show({ signal: { caller: 'Meera Iyer' } });
    expect(signalCall).toHaveBeenCalledWith('Meera Iyer');
});

test('where another tab takes the calls the signs end, and this one sounds for it', () => {
    show({ signal: { caller: 'Meera Iyer' } });
    const element = show({});
    Object.assign(element, { signal: {} });
    expect([endSignal, soundSignal].map((each) => jest.mocked(each).mock.calls.length)).toEqual([1, 1]);
});

test('nothing is signalled before anything came', () => {
    show({ signal: undefined });
    expect([endSignal, soundSignal, signalCall].flatMap((each) => jest.mocked(each).mock.calls)).toEqual([]);
});

test.each([
    ['choose', 'c-convox-call-switcher'],
    ['due', 'c-convox-idle-panel']
])('%s is passed on', (type, tag) => {
    const element = show({ isLeading: true, isIdle: true });
    const heard = jest.fn();
    element.addEventListener(type, heard);
    element.shadowRoot?.querySelector(tag)?.dispatchEvent(new CustomEvent(type, { detail: 'said' }));
    expect(heard).toHaveBeenCalledTimes(1);
});

test('what happened to a call is passed on under its reference', () => {
    const element = show({ isLeading: true });
    const heard = jest.fn();
    element.addEventListener('callevent', ({ currentTarget }) => heard(Reflect.get(currentTarget ?? {}, 'dataset')));
    for (const reference of ['REF-1', 'REF-2']) {
        element.shadowRoot
            ?.querySelector('c-convox-agent-controls')
            ?.dispatchEvent(new CustomEvent('callevent', { detail: { type: 'reported', reference } }));
        expect({ ...heard.mock.lastCall[0] }).toEqual({ reference });
    }
});
