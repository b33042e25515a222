import {
    addCall,
    changeCall,
    EMPTY_QUEUE,
    fromJournal,
    removeCall,
    selectCall,
    toJournal,
    withOpenCalls
} from 'c/convoxCallQueue';
import type { CallQueue } from 'c/convoxCallQueue';
import { encodeScreenPop } from 'c/convoxContract';
import { popOf } from '../../convoxCallState/__tests__/sampleLookup';

const POPPED = Date.UTC(2026, 0, 5, 4, 30);

function queueOf(...arrived: string[]): CallQueue {
    return arrived.reduce((queue, callReference) => addCall(queue, popOf({ callReference }), POPPED), EMPTY_QUEUE);
}

function references({ calls }: CallQueue): string[] {
    return calls.map(({ reference }) => reference);
}

test('a second call comes to the front and the first is kept', () => {
    const queue = queueOf('ONE', 'TWO');
    expect(references(queue)).toEqual(['TWO', 'ONE']);
    expect(queue.current).toBe('TWO');
});

test('the same call again is shown, not added', () => {
    const queue = addCall(queueOf('ONE', 'TWO'), popOf({ callReference: 'ONE' }), POPPED + 1);
    expect(references(queue)).toEqual(['TWO', 'ONE']);
    expect(queue.current).toBe('ONE');
});

test('a call with nothing left to do makes room for the next one', () => {
    const queue = changeCall(queueOf('ONE', 'TWO'), 'ONE', { isOver: true });
    expect(references(addCall(queue, popOf({ callReference: 'THREE' }), POPPED))).toEqual(['THREE', 'TWO']);
});

test.each([
    ['a call that is there', 'ONE', 'ONE'],
    ['a call that is gone', 'GONE', 'TWO']
])('turning to %s', (_name, reference, current) => {
    expect(selectCall(queueOf('ONE', 'TWO'), reference).current).toBe(current);
});

test.each([
    ['the shown call', 'TWO', ['ONE'], 'ONE'],
    ['another call', 'ONE', ['TWO'], 'TWO'],
    ['no call', 'GONE', ['TWO', 'ONE'], 'TWO']
])('removing %s', (_name, reference, left, current) => {
    const queue = removeCall(queueOf('ONE', 'TWO'), reference);
    expect(references(queue)).toEqual(left);
    expect(queue.current).toBe(current);
});

test('the last call leaves an empty queue', () => {
    expect(removeCall(queueOf('ONE'), 'ONE')).toEqual(EMPTY_QUEUE);
});

test('a journal brings back the calls with what was entered and how often their end was sent', () => {
    const queue = changeCall(queueOf('ONE', 'TWO'), 'ONE', {
        closeAttempts: 2,
        isUncertain: true,
        draft: { notes: 'Half a word' },
        draftAt: POPPED + 1
    });
    const restored = fromJournal(toJournal(queue));
    expect(references(restored)).toEqual(['TWO', 'ONE']);
    expect(restored.calls[1]).toMatchObject({
        pop: popOf({ callReference: 'ONE' }),
        poppedAt: POPPED,
        closeAttempts: 2,
        isUncertain: true,
        draft: { notes: 'Half a word' },
        draftAt: POPPED + 1,
        isRestored: true
    });
});

test('a call with nothing left to do is not brought back', () => {
    expect(toJournal(changeCall(queueOf('ONE'), 'ONE', { isOver: true }))).toEqual([]);
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
        draft: undefined,
        draftAt: 0
    };
    expect(fromJournal([entry])).toEqual(EMPTY_QUEUE);
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
    const queue = withOpenCalls(queueOf(...atHand), open);
    expect(references(queue)).toEqual(expected);
    expect(queue.current).toBe(current);
    expect(queue.calls.find(({ reference }) => reference === 'NEW')).toMatchObject({ isRestored: true, draftAt: 0 });
});

test('a call that this browser and the org know is one call, with what this browser knows of it', () => {
    const queue = changeCall(queueOf('ONE'), 'ONE', { draft: { notes: 'x' } });
    const open = [openCall('ONE', POPPED), { parameters: [['a', 'b']] as const, poppedAt: POPPED }];
    expect(withOpenCalls(queue, open)).toEqual(queue);
});
