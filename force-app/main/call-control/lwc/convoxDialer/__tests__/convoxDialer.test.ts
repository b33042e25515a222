import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import ConvoxDialer from 'c/convoxDialer';
import { dialGuard, isDialer } from 'c/convoxDialing';
import type { CommandResult } from 'c/convoxCommand';

const TARGET = { dial: '9876543201', text: '98765 43201', customer: {} };
const AGENT = {
    agentCode: 'AG_ASHA',
    serverId: 's1',
    timeZone: 'Asia/Kolkata',
    route: 'Direct',
    arePhoneKeysFilled: true
} as const;
const ACCEPTED: CommandResult = {
    state: 'accepted',
    type: 'Dial',
    commandId: 'a02',
    failure: '',
    advice: 'accepted',
    code: 'CL000',
    reply: '',
    error: ''
};

let answerQuestion: (hasDoubts: boolean) => void = () => undefined;
let answerDial: (result: CommandResult) => void = () => undefined;

function show(): HTMLElement {
    const element = createElement('c-convox-dialer', { is: ConvoxDialer });
    document.body.appendChild(element);
    const within = (tag: string): object => element.shadowRoot?.querySelector(tag) ?? {};
    const hasDoubts = (): Promise<boolean> => new Promise((resolve) => (answerQuestion = resolve));
    const send = (): Promise<CommandResult> => new Promise((resolve) => (answerDial = resolve));
    Object.assign(within('c-convox-dial-question'), { hasDoubts });
    Object.assign(within('c-convox-command-runner'), { send });
    return element;
}

const outcome = (element: HTMLElement): unknown => element.shadowRoot?.querySelector('c-convox-command-outcome');

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(0).then(() => undefined);

/** The command's row still says nothing; the call stands so. */
async function answerRows(status: string): Promise<void> {
    const node = { Id: 'a1', Status__c: { value: status } };
    const data = { uiapi: { query: { ConVox_Call__c: { edges: [{ node }] } } } };
    Reflect.apply(Reflect.get(graphql, 'emit'), graphql, [data]);
    await settle();
}

beforeEach(() => {
    jest.useFakeTimers();
});

afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
    jest.useRealTimers();
});

async function call(element: HTMLElement): Promise<void> {
    if (isDialer(element)) {
        element.call(TARGET, AGENT);
    }
    await settle();
}

test('nothing is said to be asked of ConVox before the agent has answered the question', async () => {
    const element = show();
    await call(element);
    expect(outcome(element)).toMatchObject({ busyText: '' });
    answerQuestion(true);
    await settle();
    expect(outcome(element)).toMatchObject({ busyText: '', result: undefined });
});

test('a phone that ConVox lets ring is said until the call has come', async () => {
    const element = show();
    await call(element);
    answerQuestion(false);
    await settle();
    expect(outcome(element)).toMatchObject({ busyText: 'c.ConVox_Dialer_Calling' });
    answerDial(ACCEPTED);
    await settle();
    expect(outcome(element)).toMatchObject({ busyText: '', result: { state: 'accepted' } });
    dialGuard.hush();
    await settle();
    expect(outcome(element)).toMatchObject({ result: undefined });
});

test('a doubt that the call itself settled is not raised again by an answer that comes later', async () => {
    const UNKNOWN: CommandResult = { ...ACCEPTED, state: 'unknown', failure: 'noAnswerInTime', code: '' };
    const element = show();
    await call(element);
    answerQuestion(false);
    await settle();
    answerDial(UNKNOWN);
    await settle();
    expect(outcome(element)).toMatchObject({ result: { state: 'unknown' } });
    await jest.advanceTimersByTimeAsync(1000);
    await answerRows('In Progress');
    expect(outcome(element)).toMatchObject({ result: undefined });
    const runner = element.shadowRoot?.querySelector('c-convox-command-runner');
    runner?.dispatchEvent(new CustomEvent('lateanswer', { detail: UNKNOWN }));
    await settle();
    expect(outcome(element)).toMatchObject({ result: undefined });
});
