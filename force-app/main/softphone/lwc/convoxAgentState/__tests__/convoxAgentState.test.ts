import { createElement } from 'lwc';
import ConvoxAgentState from 'c/convoxAgentState';
import { arrivedCall } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import { popOf } from '../../convoxCallState/__tests__/sampleLookup';

const AT = Date.parse('2026-11-30T05:30:00Z');
const NOW = AT + 18_000;
const WRAP_UP = { words: 'heard', at: AT, process: 'SUPPORT', until: AT + 60_000 };
const BREAK = { ...WRAP_UP, until: 0 };
const NOTHING = { words: '', at: 0, process: '', until: 0 };

const said: unknown[] = [];
let element: HTMLElement;

function show(properties: object): void {
    element = createElement('c-convox-agent-state', { is: ConvoxAgentState });
    element.addEventListener('say', (event) => {
        if (event instanceof CustomEvent) {
            said.push(event.detail);
        }
    });
    Object.assign(element, properties);
    document.body.appendChild(element);
}

const textOf = (id: string): string | undefined =>
    element.shadowRoot?.querySelector(`[data-id="${id}"]`)?.textContent?.trim();

beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
    said.length = 0;
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

const call = (seconds: number, isDisposed = false): CallState => ({
    ...arrivedCall(popOf(), AT + seconds * 1000),
    isDisposed
});
const WORDS = 'c.ConVox_AgentControls_Wrap_Up';

test.each<[what: string, properties: object, waiting: string | undefined, state: string | undefined]>([
    ['whoever is no agent reads nothing', { heard: NOTHING }, undefined, undefined],
    ['an agent of whom nothing was heard', { codes: 'A', heard: NOTHING }, 'c.ConVox_AgentControls_Waiting', undefined],
    ['what was heard', { codes: 'A', heard: BREAK }, 'c.ConVox_AgentControls_Waiting', 'heard'],
    ['a wrap-up', { codes: 'A', heard: WRAP_UP }, 'c.ConVox_AgentControls_Waiting', `${WORDS}0:42`],
    ['during a call', { codes: 'A', heard: BREAK, call: call(-9) }, undefined, undefined],
    ['the wrap-up before the shown call', { codes: 'A', heard: WRAP_UP, call: call(9) }, undefined, undefined],
    ['the wrap-up of the shown call', { codes: 'A', heard: WRAP_UP, call: call(-9) }, undefined, `${WORDS}0:42`],
    [
        'the wrap-up of a shown call that ConVox knows the disposition of',
        { codes: 'A', heard: WRAP_UP, call: call(-9, true) },
        undefined,
        undefined
    ]
])('%s', (_what, properties, waiting, state) => {
    show(properties);
    expect([textOf('waiting'), textOf('state')]).toEqual([waiting, state]);
});

test('a wrap-up counts down each second, is read out once, and leaves what was heard', async () => {
    show({ heard: WRAP_UP });
    expect(textOf('left')).toBe('0:42');
    await jest.advanceTimersByTimeAsync(1000);
    expect(textOf('left')).toBe('0:41');
    await jest.advanceTimersByTimeAsync(40_000);
    expect(textOf('left')).toBe('0:01');
    await jest.advanceTimersByTimeAsync(1000);
    expect([textOf('left'), textOf('state')]).toEqual([undefined, 'heard']);
    expect(said).toEqual([`${WORDS} 0:42`]);
    expect(jest.getTimerCount()).toBe(0);
});
