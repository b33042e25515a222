import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import ConvoxOpenCalls from 'c/convoxOpenCalls';

interface Wire {
    emit(data: unknown): void;
    emitErrors(errors: unknown): void;
    getLastConfig(): { variables: Record<string, unknown> };
}

function isWire(adapter: unknown): adapter is Wire {
    return typeof adapter === 'function' && 'emitErrors' in adapter;
}

const adapter: unknown = graphql;

function wire(): Wire {
    if (!isWire(adapter)) {
        throw new Error('The stub of the wire has changed.');
    }
    return adapter;
}

const row = (reference: string) => ({
    Id: 'a01000000000001AAA',
    Pop_At__c: { value: '2026-01-05T04:30:00.000Z' },
    Pop_Payload__c: { value: JSON.stringify({ CallReferenceID: reference }) }
});
const answer = (...nodes: object[]) => ({
    uiapi: { query: { ConVox_Call__c: { edges: nodes.map((node) => ({ node })) } } }
});

async function show(): Promise<unknown[]> {
    const element = createElement('c-convox-open-calls', { is: ConvoxOpenCalls });
    const found: unknown[] = [];
    element.addEventListener('found', (event) => event instanceof CustomEvent && found.push(event.detail));
    document.body.appendChild(element);
    await jest.advanceTimersByTimeAsync(0);
    return found;
}

beforeEach(() => {
    jest.useFakeTimers();
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('tells once which calls are open, and not of what changes later', async () => {
    const found = await show();
    wire().emit(answer(row('REF-1')));
    wire().emit(answer(row('REF-1'), row('REF-2')));
    expect(found).toEqual([[{ parameters: [['CallReferenceID', 'REF-1']], poppedAt: Date.UTC(2026, 0, 5, 4, 30) }]]);
});

test.each([
    ['fails', () => wire().emitErrors([{ message: 'no' }]), 2000],
    ['hangs', () => undefined, 12_000]
])('a question that %s is asked once more, as another one', async (_name, happen, pause) => {
    const found = await show();
    const { most } = wire().getLastConfig().variables;
    happen();
    await jest.advanceTimersByTimeAsync(pause);
    expect(wire().getLastConfig().variables.most).toBe(Number(most) + 1);
    wire().emit(answer());
    expect(found).toEqual([[]]);
});
