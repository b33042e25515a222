import type { OpenCall } from 'c/convoxCallerQuery';
import { decodeScreenPop, encodeScreenPop } from 'c/convoxContract';
import type { ScreenPop } from 'c/convoxContract';
import type { JournalEntry } from 'c/convoxSession';
import { isOnCall } from './doubt.ts';
import type { CallStates } from './doubt.ts';
import type { CallQueue, QueuedCall } from './queuedCall.ts';

export { clearDoubts } from './doubt.ts';
export type { CallStates } from './doubt.ts';
export type { CallQueue, QueuedCall } from './queuedCall.ts';

export const EMPTY_QUEUE: CallQueue = { calls: [], current: '' };

const NEW_CALL = {
    isRestored: false,
    isFound: false,
    isDoubted: false,
    isOver: false,
    closeAttempts: 0,
    isUncertain: false,
    draft: undefined,
    draftAt: 0
};

/**
 * The newest call comes to the front; calls with nothing left to do make room. The same call again is only shown. One
 * that comes while the agent is on another is doubted: it stands behind all others and is not shown by itself.
 * @param states what is known of the calls; none is doubted when left out
 */
export function addCall(queue: CallQueue, pop: ScreenPop, poppedAt: number, states?: CallStates): CallQueue {
    const reference = pop.callReference;
    const isDoubted = !!states && isOnCall(queue, states);
    const known = queue.calls.find((call) => call.reference === reference);
    if (known) {
        return isDoubted && known.isDoubted ? queue : selectCall(queue, reference);
    }
    const call = { ...NEW_CALL, reference, pop, poppedAt, isDoubted };
    const others = queue.calls.filter(({ isOver }) => !isOver);
    return isDoubted
        ? selectCall({ calls: [...others, call], current: others[0]?.reference ?? reference }, queue.current)
        : { calls: [call, ...others], current: reference };
}

export function selectCall(queue: CallQueue, reference: string): CallQueue {
    return queue.calls.some((call) => call.reference === reference) ? { ...queue, current: reference } : queue;
}

/** Shows the newest of the others when the shown call goes. */
export function removeCall(queue: CallQueue, reference: string): CallQueue {
    const calls = queue.calls.filter((call) => call.reference !== reference);
    const current = queue.current === reference ? (calls[0]?.reference ?? '') : queue.current;
    return { calls, current };
}

export function changeCall(queue: CallQueue, reference: string, change: Partial<QueuedCall>): CallQueue {
    return {
        ...queue,
        calls: queue.calls.map((call) => (call.reference === reference ? { ...call, ...change } : call))
    };
}

/** What a reload needs to bring the calls back, save those with nothing left to do. */
export function toJournal({ calls }: CallQueue): JournalEntry[] {
    return calls
        .filter(({ isOver }) => !isOver)
        .map(({ reference: _reference, pop, isRestored: _isRestored, isOver: _isOver, ...kept }) => ({
            parameters: encodeScreenPop(pop, 'lightning'),
            ...kept
        }));
}

/** A call that came back, decoded like any pop; nothing when it does not decode any more. */
function restored({ parameters, ...kept }: JournalEntry): QueuedCall[] {
    const decoded = decodeScreenPop(parameters);
    return decoded.ok
        ? [{ reference: decoded.value.callReference, pop: decoded.value, ...kept, isRestored: true, isOver: false }]
        : [];
}

/** Newest first, doubted ones last. */
function inOrder(one: QueuedCall, other: QueuedCall): number {
    return Number(one.isDoubted) - Number(other.isDoubted) || other.poppedAt - one.poppedAt;
}

/** The calls of a journal. */
export function fromJournal(entries: readonly JournalEntry[]): CallQueue {
    const calls = entries.flatMap(restored).sort(inOrder);
    return { calls, current: calls[0]?.reference ?? '' };
}

/** Calls that the org knows and this browser does not join those at hand, by when they came. */
export function withOpenCalls(queue: CallQueue, open: readonly OpenCall[]): CallQueue {
    const found = open
        .flatMap((call) => restored({ ...call, ...NEW_CALL, isFound: true }))
        .filter(({ reference }) => queue.calls.every((call) => call.reference !== reference));
    const calls = [...queue.calls, ...found].sort(inOrder);
    return { calls, current: queue.current || (calls[0]?.reference ?? '') };
}
