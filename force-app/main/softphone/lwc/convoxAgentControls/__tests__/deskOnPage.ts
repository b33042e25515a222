import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import ConvoxAgentControls from 'c/convoxAgentControls';
import { sendCommand } from 'c/convoxCallControl';
import type { CallCommand, CommandResult } from 'c/convoxCommand';
import { addCall, NO_CALLS, nextCall, withCall } from 'c/convoxCallState';
import type { CallList } from 'c/convoxCallState';
import { lookupOf, popOf } from '../../convoxCallState/__tests__/sampleLookup';

jest.mock('c/convoxCallControl', () => ({
    ...jest.requireActual<object>('c/convoxCallControl'),
    sendCommand: jest.fn()
}));

export const value = (text: string) => ({ value: text });
const rows = (...nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });
const SERVER = { Id: 's1', Supports__c: value('Ready, Break, Hold, Resume, TransferToQueue') };
export const refresh = jest.fn((): Promise<void> => Promise.resolve());

/** Test wire adapters have more than the types of the platform's modules tell. */
export function answer(state: object = {}, process: object = {}, others: object[] = []): void {
    const query = {
        ConVox_Agent__c: rows({ Agent_Code__c: value('AG_ASHA'), ...state }, ...others),
        ConVox_Server__c: rows({ ...SERVER, Dialect__c: value('rest') }),
        ConVox_Process__c: rows({ Process_Code__c: value('SUPPORT'), Break_Names__c: value('Tea'), ...process })
    };
    Reflect.apply(Reflect.get(graphql, 'emit'), graphql, [{ uiapi: { query } }, undefined, refresh]);
}

export const asked = (): unknown => Reflect.apply(Reflect.get(graphql, 'getLastConfig'), graphql, []);

export const RESULT: CommandResult = {
    state: 'accepted',
    type: 'Hold',
    commandId: 'a02',
    failure: '',
    advice: 'accepted',
    code: '',
    reply: '',
    error: ''
};

/** What was sent, oldest first, each with what answers it. */
export const sent: {
    readonly command: CallCommand;
    readonly answer: (result: CommandResult) => void;
    readonly answerLate: (result: CommandResult) => void;
}[] = [];

export async function show(list: CallList = NO_CALLS): Promise<HTMLElement> {
    sent.length = 0;
    jest.mocked(sendCommand).mockImplementation(
        (command, _route, { onLateAnswer }) =>
            new Promise((resolve) => {
                sent.push({ command, answer: resolve, answerLate: (result) => onLateAnswer(result) });
            })
    );
    const element = createElement('c-convox-agent-controls', { is: ConvoxAgentControls });
    Object.assign(element, { userId: '005A', list });
    document.body.appendChild(element);
    await jest.advanceTimersByTimeAsync(1000);
    return element;
}

export const idsOf = (element: HTMLElement): (string | undefined)[] =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-id="controls"] [data-id]') ?? [])].map(
        ({ dataset }) => dataset.id
    );

/** What the part beside it is told of the agent. */
export const told = (element: HTMLElement): unknown => element.shadowRoot?.querySelector('c-convox-agent-state');

export function press(element: HTMLElement, id: string): void {
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.click();
}

export function callList(callReference = 'REF-1'): CallList {
    const list = addCall(NO_CALLS, popOf({ callReference }), 0);
    const [call] = list.calls;
    return call ? withCall(list, nextCall(call, { type: 'lookedUp', lookup: lookupOf() })) : list;
}
