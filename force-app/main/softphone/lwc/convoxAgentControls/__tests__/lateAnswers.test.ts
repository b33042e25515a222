import type { CommandResult } from 'c/convoxCommand';
import { NO_CALLS } from 'c/convoxCallState';
import type { CallList } from 'c/convoxCallState';
import type { EndOfCall } from '../agentCommands';
import { answer, callList, idsOf, press, refresh, RESULT, sent, show, value } from './deskOnPage';

const UNKNOWN: CommandResult = { ...RESULT, state: 'unknown', failure: 'noAnswerInTime', advice: 'noAnswer' };
const REFUSED: CommandResult = { ...RESULT, state: 'refused', advice: 'unknownRefusal', code: 'EC012' };
const TRANSFER = 'TransferToQueue BILLING';
const WITH_QUEUES = { Transfer_Queues__c: value('BILLING'), Transfer_Disposition__c: value('PASSED_ON') };

const passTime = (): Promise<unknown> => jest.advanceTimersByTimeAsync(0);

/** What is said of what was asked. */
const said = (element: HTMLElement): unknown => {
    const outcome = element.shadowRoot?.querySelector('c-convox-command-outcome');
    return [Reflect.get(outcome ?? {}, 'busyText'), Reflect.get(outcome ?? {}, 'result')?.state];
};

async function onCall(): Promise<HTMLElement> {
    const element = await show(callList());
    answer({}, WITH_QUEUES);
    await passTime();
    return element;
}

async function ask(element: HTMLElement, key: string): Promise<void> {
    const menu = element.shadowRoot?.querySelector('lightning-button-menu');
    if (key === TRANSFER) {
        menu?.dispatchEvent(new CustomEvent('select', { detail: { value: key } }));
    } else {
        press(element, key);
    }
    await passTime();
}

async function turnTo(element: HTMLElement, list: CallList): Promise<void> {
    Object.assign(element, { list });
    await passTime();
}

async function reply(which: number, result: CommandResult): Promise<void> {
    sent[which]?.answer(result);
    await passTime();
}

async function replyLate(which: number, result: CommandResult): Promise<void> {
    sent[which]?.answerLate(result);
    await passTime();
}

function events(element: HTMLElement): EndOfCall[] {
    const heard: EndOfCall[] = [];
    element.addEventListener('callevent', (event) => {
        if (event instanceof CustomEvent) {
            heard.push(event.detail);
        }
    });
    return heard;
}

beforeEach(() => {
    jest.useFakeTimers();
    refresh.mockReset().mockResolvedValue();
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test.each([
    ['in time', (): Promise<void> => reply(0, RESULT)],
    [
        'late',
        async (): Promise<void> => {
            await reply(0, UNKNOWN);
            await replyLate(0, RESULT);
        }
    ]
])('an answer that comes %s while the next call is shown says nothing there', async (_when, answerIt) => {
    const element = await onCall();
    await ask(element, 'Hold');
    await turnTo(element, callList('REF-2'));
    await answerIt();
    expect(said(element)).toEqual(['', undefined]);
    expect(idsOf(element)).toEqual(['Hold', 'transfer']);
});

test('what is on its way for one call leaves the next one free, and is said once the agent turns back', async () => {
    const element = await onCall();
    const [first, second] = [callList(), callList('REF-2')];
    const calls = [...second.calls, ...first.calls];
    await ask(element, 'Hold');
    await turnTo(element, { calls, current: 'REF-2' });
    expect(said(element)).toEqual(['', undefined]);
    await ask(element, 'Hold');
    await ask(element, 'Hold');
    expect(sent.map(({ command }) => command.type)).toEqual(['Hold', 'Hold']);
    await reply(1, { ...RESULT, commandId: 'a03' });
    expect([idsOf(element), said(element)]).toEqual([
        ['Resume', 'transfer'],
        ['', 'accepted']
    ]);
    await turnTo(element, { calls, current: 'REF-1' });
    expect([idsOf(element), said(element)]).toEqual([
        ['Hold', 'transfer'],
        ['c.ConVox_AgentControls_Busy', undefined]
    ]);
});

test.each([
    ['is shown', 'REF-1'],
    ['is not shown any more', 'REF-2']
])('a transfer that ConVox accepted late ends the call that was handed on, which %s', async (_which, current) => {
    const element = await onCall();
    const heard = events(element);
    await ask(element, TRANSFER);
    await reply(0, UNKNOWN);
    await turnTo(element, { calls: [...callList().calls, ...callList('REF-2').calls], current });
    expect(heard).toEqual([]);
    refresh.mockClear();
    await replyLate(0, { ...RESULT, type: 'TransferToQueue' });
    expect(heard).toMatchObject([{ type: 'reported', disposition: 'PASSED_ON', reference: 'REF-1' }]);
    await jest.advanceTimersByTimeAsync(700);
    expect(refresh).toHaveBeenCalledTimes(1);
});

test('a late answer turns the button of its press; the words stay those of the last press', async () => {
    const element = await onCall();
    await ask(element, 'Hold');
    await reply(0, UNKNOWN);
    await ask(element, TRANSFER);
    await reply(1, { ...REFUSED, commandId: 'a03' });
    await replyLate(0, RESULT);
    expect([idsOf(element), said(element)]).toEqual([
        ['Resume', 'transfer'],
        ['', 'refused']
    ]);
});

test('what was refused is not said beside a call that is over, and a transfer that ended it is', async () => {
    const element = await onCall();
    const over = { ...callList(), calls: callList().calls.map((call) => ({ ...call, isDisposed: true })) };
    await ask(element, TRANSFER);
    await reply(0, REFUSED);
    expect(said(element)).toEqual(['', 'refused']);
    await turnTo(element, over);
    expect(said(element)).toEqual(['', undefined]);
    await turnTo(element, callList());
    await ask(element, TRANSFER);
    await reply(1, { ...RESULT, type: 'TransferToQueue' });
    await turnTo(element, over);
    expect(said(element)).toEqual(['', 'accepted']);
});

test('what was asked for before a call is not said after it', async () => {
    const element = await show();
    answer();
    await passTime();
    await ask(element, 'Ready');
    await reply(0, { ...RESULT, type: 'Ready' });
    expect(said(element)).toEqual(['', 'accepted']);
    await turnTo(element, callList());
    await turnTo(element, NO_CALLS);
    expect(said(element)).toEqual(['', undefined]);
});
