import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import ConvoxAgentControls from 'c/convoxAgentControls';
import type { CallCommand, CommandResult } from 'c/convoxCommand';
import { addCall, NO_CALLS, nextCall, withCall } from 'c/convoxCallState';
import type { CallList } from 'c/convoxCallState';
import { lookupOf, popOf } from '../../convoxCallState/__tests__/sampleLookup';

const value = (text: string) => ({ value: text });
const rows = (...nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });
const SERVER = { Id: 's1', Supports__c: value('Ready, Break, Hold, Resume') };
const refresh = jest.fn(() => Promise.resolve());

/** Test wire adapters have more than the types of the platform's modules tell. */
function answer(state: object = {}, dialect = 'rest'): void {
    const query = {
        ConVox_Agent__c: rows({ Agent_Code__c: value('AG_ASHA'), ...state }),
        ConVox_Server__c: rows({ ...SERVER, Dialect__c: value(dialect) }),
        ConVox_Process__c: rows({ Process_Code__c: value('SUPPORT'), Break_Names__c: value('Tea') })
    };
    Reflect.apply(Reflect.get(graphql, 'emit'), graphql, [{ uiapi: { query } }, undefined, refresh]);
}

const asked = (): unknown => Reflect.apply(Reflect.get(graphql, 'getLastConfig'), graphql, []);

const RESULT: CommandResult = {
    state: 'accepted',
    type: 'Hold',
    commandId: 'a02',
    failure: '',
    advice: 'accepted',
    code: '',
    reply: '',
    error: ''
};

let end: (result: CommandResult) => void = () => undefined;
const sent: CallCommand[] = [];

async function show(list: CallList = NO_CALLS): Promise<HTMLElement> {
    const element = createElement('c-convox-agent-controls', { is: ConvoxAgentControls });
    Object.assign(element, { userId: '005A', list });
    document.body.appendChild(element);
    await jest.advanceTimersByTimeAsync(1000);
    const send = (command: CallCommand): Promise<CommandResult> => {
        sent.push(command);
        return new Promise((resolve) => {
            end = resolve;
        });
    };
    Object.assign(element.shadowRoot?.querySelector('c-convox-command-runner') ?? {}, { send });
    return element;
}

const idsOf = (element: HTMLElement): (string | undefined)[] =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-id="controls"] [data-id]') ?? [])].map(
        ({ dataset }) => dataset.id
    );

const stateOf = (element: HTMLElement): string =>
    element.shadowRoot?.querySelector('[data-id="state"]')?.textContent?.trim() ?? '';

function press(element: HTMLElement, id: string): void {
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.click();
}

function callList(): CallList {
    const list = addCall(NO_CALLS, popOf(), 0);
    const [call] = list.calls;
    return call ? withCall(list, nextCall(call, { type: 'lookedUp', lookup: lookupOf() })) : list;
}

beforeEach(() => {
    jest.useFakeTimers();
    sent.length = 0;
    refresh.mockClear();
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('between calls it offers what the server takes, and says that nothing is known of the agent', async () => {
    const element = await show();
    expect(idsOf(element)).toEqual([]);
    answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(idsOf(element)).toEqual(['Ready', 'break']);
    expect(stateOf(element)).toBe('c.ConVox_AgentControls_State_Unknown');
    answer({ State__c: value('Break'), State_Since__c: value('2026-11-30T05:30:00Z') });
    await jest.advanceTimersByTimeAsync(0);
    expect(stateOf(element)).toBe('c.ConVox_AgentControls_State');
});

test('who is calling is asked first: it waits for the answer', async () => {
    const element = await show(addCall(NO_CALLS, popOf(), 0));
    await jest.advanceTimersByTimeAsync(5000);
    expect(asked()).not.toMatchObject({ variables: { userId: '005A' } });
    Object.assign(element, { list: callList() });
    await jest.advanceTimersByTimeAsync(1000);
    expect(asked()).toMatchObject({ variables: { userId: '005A' } });
});

test('a button that is pressed twice asks once, and turns round when ConVox has done it', async () => {
    const element = await show(callList());
    answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(idsOf(element)).toEqual(['Hold']);
    press(element, 'Hold');
    press(element, 'Hold');
    await jest.advanceTimersByTimeAsync(0);
    expect(sent.map(({ type }) => type)).toEqual(['Hold']);
    end(RESULT);
    await jest.advanceTimersByTimeAsync(0);
    expect(idsOf(element)).toEqual(['Resume']);
    await jest.advanceTimersByTimeAsync(4000);
    expect(refresh).toHaveBeenCalledTimes(1);
});

test.each(['refused', 'unknown'] as const)(
    'a hold that is %s leaves the button, and another press asks anew',
    async (state) => {
        const element = await show(callList());
        answer();
        await jest.advanceTimersByTimeAsync(0);
        press(element, 'Hold');
        end({ ...RESULT, state, advice: 'noAnswer' });
        await jest.advanceTimersByTimeAsync(0);
        expect(idsOf(element)).toEqual(['Hold']);
        press(element, 'Hold');
        const [first, second] = sent.map((command) => (command.type === 'Hold' ? command.fields.Ref_No__c : ''));
        expect(second).not.toBe(first);
    }
);

test.each<[dialect: string, what: string, fields: object, state: string]>([
    ['sheet', 'is logged out', { State__c: { value: 'Logged Out' } }, 'c.ConVox_AgentControls_State'],
    ['sheet', 'does something that nobody told', {}, ''],
    ['rest', 'does something that nobody told', {}, 'c.ConVox_AgentControls_State_Unknown']
])(
    'between calls an agent at a server of %s who %s reads so, and whose calls come',
    async (dialect, _what, fields, state) => {
        const element = await show();
        answer(fields, dialect);
        await Promise.resolve();
        expect(stateOf(element)).toBe(state);
        expect(element.shadowRoot?.querySelector('[data-id="waiting"]')?.textContent).toBe(
            'c.ConVox_AgentControls_Waiting'
        );
    }
);
