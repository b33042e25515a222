import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import ConvoxCallerLookup from 'c/convoxCallerLookup';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { ScreenPop } from 'c/convoxContract';
import { popOf } from '../../convoxCallState/__tests__/sampleLookup';

type Config = { variables?: Record<string, string | number> } | undefined;

/** The stub of the wire, which only tests can make speak; both wires of the component are told apart by variables. */
interface Wire {
    emit(data: unknown, filter?: (config: Config) => boolean, refresh?: () => Promise<void>): void;
    emitErrors(errors: unknown, filter?: (config: Config) => boolean): void;
}

function isWire(adapter: unknown): adapter is Wire {
    return typeof adapter === 'function' && 'emitErrors' in adapter;
}

const adapter: unknown = graphql;
const wire: Wire = isWire(adapter) ? adapter : { emit: () => undefined, emitErrors: () => undefined };
const first = (config: Config): boolean => config?.variables?.reference !== undefined;
const second = (config: Config): boolean => config?.variables?.pattern !== undefined;

function answer(options: { areKeysFilled?: boolean; customers?: object[] }): object {
    const agent = {
        Agent_Code__c: { value: 'AG_ASHA' },
        Server__c: { value: 'a04' },
        Server__r: { Phone_Keys_Filled__c: { value: options.areKeysFilled ?? true } }
    };
    return {
        uiapi: {
            query: {
                Contact: { edges: (options.customers ?? []).map((node) => ({ node })) },
                ConVox_Agent__c: { edges: [{ node: agent }] }
            }
        }
    };
}

const MEERA = { Id: '003000000000001AAA', Name: { value: 'Meera Iyer' }, Phone: { value: '098765 43201' } };

interface Shown {
    readonly element: HTMLElement & Pick<ConvoxCallerLookup, 'refresh'>;
    readonly found: CallerLookup[];
    readonly failed: unknown[];
}

/** Resolves when the wires have their variables. */
async function show(pop: ScreenPop = popOf()): Promise<Shown> {
    const element: HTMLElement & Pick<ConvoxCallerLookup, 'refresh'> = createElement('c-convox-caller-lookup', {
        is: ConvoxCallerLookup
    });
    const found: CallerLookup[] = [];
    const failed: unknown[] = [];
    element.addEventListener('found', (event) => event instanceof CustomEvent && found.push(event.detail));
    element.addEventListener('failed', (event) => event instanceof CustomEvent && failed.push(event.detail));
    Object.assign(element, { pop, userId: '005000000000001AAA' });
    document.body.appendChild(element);
    await Promise.resolve();
    return { element, found, failed };
}

afterEach(() => {
    document.body.replaceChildren();
});

test('tells who was found, once for an answer', async () => {
    const { found, failed } = await show();
    wire.emit(answer({ customers: [MEERA] }), first);
    expect(found).toHaveLength(1);
    expect(found[0]?.customers).toMatchObject([{ name: 'Meera Iyer' }]);
    expect(failed).toEqual([]);
});

test('nobody found is an answer too, where the keys are filled', async () => {
    const { found } = await show();
    wire.emit(answer({}), first);
    expect(found).toHaveLength(1);
    expect(found[0]?.customers).toEqual([]);
});

test('searches slowly only while keys are missing, and only after nobody was found', async () => {
    const { found } = await show();
    wire.emit(answer({ areKeysFilled: false }), first);
    await Promise.resolve();
    expect(found).toEqual([]);
    wire.emit({ uiapi: { query: { Contact: { edges: [{ node: MEERA }] } } } }, second);
    expect(found).toHaveLength(1);
    expect(found[0]?.customers).toMatchObject([{ name: 'Meera Iyer' }]);
    expect(found[0]?.agents).toMatchObject([{ agentCode: 'AG_ASHA' }]);
});

test('a withheld number is never searched slowly', async () => {
    const { found } = await show(popOf({ callerNumber: 'anonymous' }));
    wire.emit(answer({ areKeysFilled: false }), first);
    expect(found).toHaveLength(1);
});

test('tells what failed', async () => {
    const { found, failed } = await show();
    wire.emitErrors([{ message: 'Cannot query field' }], first);
    expect(found).toEqual([]);
    expect(failed).toEqual([[{ message: 'Cannot query field' }]]);
});

test('asks again past the cache and gives what is known then', async () => {
    const { element } = await show();
    const refresh = jest.fn(async () => wire.emit(answer({ customers: [MEERA] }), first));
    wire.emit(answer({}), first, refresh);
    const lookup = await element.refresh();
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(lookup?.customers).toHaveLength(1);
});

test('a refresh that fails is told and does not throw', async () => {
    const { element, failed } = await show();
    wire.emit(answer({}), first, async () => {
        throw new TypeError('Failed to fetch');
    });
    await element.refresh();
    expect(failed).toEqual([new TypeError('Failed to fetch')]);
});

test('a question that fails is asked once more as another question, at once when the browser is online again', async () => {
    const { found, failed } = await show();
    const rounds: unknown[] = [];
    const note = (config: Config): boolean => {
        rounds.push(config?.variables?.mostAgents);
        return first(config);
    };
    wire.emitErrors([{ message: 'Server error' }], note);
    window.dispatchEvent(new CustomEvent('online'));
    await Promise.resolve();
    wire.emit(answer({ customers: [MEERA] }), note);
    expect(failed).toHaveLength(1);
    expect(found).toHaveLength(1);
    expect(rounds.filter((round) => round !== undefined)).toEqual([10, 11]);
});

test('shows nothing and disturbs no screen reader', async () => {
    const { element } = await show();
    expect(element.shadowRoot?.textContent).toBe('');
    await expect(element).toBeAccessible();
});
