import {
    addCall,
    arrivedCall,
    fromJournal,
    nextCall,
    NO_CALLS,
    referenceOf,
    removeCall,
    showCall,
    toJournal,
    UNCERTAIN,
    withCall,
    withOpenCalls
} from 'c/convoxCallState';
import type { CallEvent, CallList, CallState } from 'c/convoxCallState';
import { encodeScreenPop } from 'c/convoxContract';
import { lookupOf, popOf } from './sampleLookup';

const POPPED = Date.UTC(2026, 0, 5, 4, 30);

const REPORTED: CallEvent = { type: 'reported', disposition: '', seconds: 1, at: POPPED };

/** A call that ConVox has reported, so that another one makes nobody doubt. */
function callOf(callReference: string, ...events: readonly CallEvent[]): CallState {
    return [REPORTED, ...events].reduce(nextCall, arrivedCall(popOf({ callReference }), POPPED));
}

function listOf(...arrived: string[]): CallList {
    return arrived.reduce(
        (list, callReference) => withCall(addCall(list, popOf({ callReference }), POPPED), callOf(callReference)),
        NO_CALLS
    );
}

/** Nothing is left to do on it. */
const OVER = callOf(
    'ONE',
    { type: 'lookedUp', lookup: lookupOf() },
    { type: 'answered', result: { ...UNCERTAIN, state: 'accepted' }, at: POPPED }
);

function references({ calls }: CallList): string[] {
    return calls.map(referenceOf);
}

test('a second call comes to the front and the first is kept', () => {
    const list = listOf('ONE', 'TWO');
    expect(references(list)).toEqual(['TWO', 'ONE']);
    expect(list.current).toBe('TWO');
});

test('the same call again is shown, not added', () => {
    const list = addCall(listOf('ONE', 'TWO'), popOf({ callReference: 'ONE' }), POPPED + 1);
    expect(references(list)).toEqual(['TWO', 'ONE']);
    expect(list.current).toBe('ONE');
    expect(list.calls).toMatchObject([
        { poppedAt: POPPED, poppedLastAt: POPPED },
        { poppedAt: POPPED, poppedLastAt: POPPED + 1 }
    ]);
});

test('a call with nothing left to do makes room for the next one', () => {
    const list = withCall(listOf('ONE', 'TWO'), OVER);
    expect(references(addCall(list, popOf({ callReference: 'THREE' }), POPPED))).toEqual(['THREE', 'TWO']);
});

test.each([
    ['a call that is there', 'ONE', 'ONE'],
    ['a call that is gone', 'GONE', 'TWO']
])('turning to %s', (_name, reference, current) => {
    expect(showCall(listOf('ONE', 'TWO'), reference).current).toBe(current);
});

test.each([
    ['the shown call', 'TWO', ['ONE'], 'ONE'],
    ['another call', 'ONE', ['TWO'], 'TWO'],
    ['no call', 'GONE', ['TWO', 'ONE'], 'TWO']
])('removing %s', (_name, reference, left, current) => {
    const list = removeCall(listOf('ONE', 'TWO'), reference);
    expect(references(list)).toEqual(left);
    expect(list.current).toBe(current);
});

test('the last call leaves an empty list', () => {
    expect(removeCall(listOf('ONE'), 'ONE')).toEqual(NO_CALLS);
});

test('a journal brings back the calls with what was entered and how often their end was sent', () => {
    const remembered = { closeAttempts: 2, draft: { notes: 'Half a word' }, draftAt: POPPED + 1 };
    const call = arrivedCall(popOf({ callReference: 'ONE' }), POPPED, { ...remembered, isUncertain: true });
    const list = withCall(listOf('ONE', 'TWO'), call);
    const restored = fromJournal(toJournal(list));
    expect(references(restored)).toEqual(['TWO', 'ONE']);
    expect(restored.calls[1]).toMatchObject({
        pop: popOf({ callReference: 'ONE' }),
        poppedAt: POPPED,
        closeAttempts: 2,
        closeResult: UNCERTAIN,
        draft: { notes: 'Half a word' },
        draftAt: POPPED + 1,
        isRestored: true
    });
});

test.each(['ONE', 'TWO', 'THREE'])('a reload that finds %s shown shows it again, each call in its place', (shown) => {
    const calls = ['THREE', 'TWO', 'ONE'].map((callReference, age) =>
        arrivedCall(popOf({ callReference }), POPPED - age)
    );
    const restored = fromJournal(toJournal({ calls, current: shown }));
    expect(restored.current).toBe(shown);
    expect(references(restored)).toEqual(['THREE', 'TWO', 'ONE']);
});

test('a journal has room for all calls that are at hand', () => {
    const names = Array.from({ length: 20 }, (_, index) => `CALL-${index}`);
    expect(references(fromJournal(toJournal(listOf(...names)))).toSorted()).toEqual(names.toSorted());
});

test('a call with nothing left to do is not brought back', () => {
    expect(toJournal(withCall(listOf('ONE'), OVER))).toEqual([]);
});

test('a journal entry that is no pop is left out', () => {
    const parameters = [['c__CallerID', '1']] as const;
    const entry = {
        parameters,
        poppedAt: POPPED,
        closeAttempts: 0,
        isUncertain: false,
        isDoubted: false,
        isFound: false,
        wasEnded: false,
        draft: undefined,
        draftAt: 0
    };
    expect(fromJournal([entry])).toEqual(NO_CALLS);
});

const openCall = (callReference: string, poppedAt: number) => ({
    parameters: encodeScreenPop(popOf({ callReference }), 'post'),
    poppedAt
});

test.each([
    ['join those at hand by when they came', ['ONE'], [1, -1], ['NEW', 'ONE', 'OLD'], 'ONE'],
    ['are shown, the newest first, when none is at hand', [], [1, -1], ['NEW', 'OLD'], 'NEW']
])('calls that the org knows %s', (_name, atHand, [late = 0, early = 0], expected, current) => {
    const open = [openCall('NEW', POPPED + late), openCall('OLD', POPPED + early)];
    const list = withOpenCalls(listOf(...atHand), open);
    expect(references(list)).toEqual(expected);
    expect(list.current).toBe(current);
    expect(list.calls.find((call) => referenceOf(call) === 'NEW')).toMatchObject({ isRestored: true, draftAt: 0 });
});

test('a call that this browser and the org know is one call, with what this browser knows of it', () => {
    const list = withCall(listOf('ONE'), callOf('ONE', { type: 'drafted', draft: { notes: 'x' }, at: POPPED }));
    const open = [openCall('ONE', POPPED), { parameters: [['a', 'b']] as const, poppedAt: POPPED }];
    expect(withOpenCalls(list, open)).toEqual(list);
});
