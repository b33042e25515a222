import { decodeScreenPop, encodeScreenPop } from 'c/convoxContract';
import type { ScreenPop } from 'c/convoxContract';
import type { JournalEntry } from 'c/convoxSession';

/** A call at hand, cut to what must survive a reload. */
export interface QueuedCall {
    readonly reference: string;
    readonly pop: ScreenPop;
    /** Milliseconds since 1970. */
    readonly poppedAt: number;
    readonly closeAttempts: number;
    /** The last of them has no answer yet. */
    readonly isUncertain: boolean;
    /** What the agent entered into the form and has not sent, as the form gave it. */
    readonly draft: unknown;
    /** Came back by a reload: its record is not opened again. */
    readonly isRestored: boolean;
    /** Nothing is left to do; the next call may take its place. */
    readonly isOver: boolean;
}

export interface CallQueue {
    /** Newest first. */
    readonly calls: readonly QueuedCall[];
    /** Reference of the call that is shown; '' when there is none. */
    readonly current: string;
}

export const EMPTY_QUEUE: CallQueue = { calls: [], current: '' };

/** The newest call comes to the front; calls with nothing left to do make room. The same call again is only shown. */
export function addCall(queue: CallQueue, pop: ScreenPop, poppedAt: number): CallQueue {
    const reference = pop.callReference;
    if (queue.calls.some((call) => call.reference === reference)) {
        return { ...queue, current: reference };
    }
    const call = {
        reference,
        pop,
        poppedAt,
        closeAttempts: 0,
        isUncertain: false,
        draft: undefined,
        isRestored: false,
        isOver: false
    };
    return { calls: [call, ...queue.calls.filter(({ isOver }) => !isOver)], current: reference };
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

export function changeCall(
    queue: CallQueue,
    reference: string,
    change: Partial<Pick<QueuedCall, 'closeAttempts' | 'isUncertain' | 'draft' | 'isOver'>>
): CallQueue {
    return {
        ...queue,
        calls: queue.calls.map((call) => (call.reference === reference ? { ...call, ...change } : call))
    };
}

/** What a reload needs to bring the calls back, save those with nothing left to do. */
export function toJournal({ calls }: CallQueue): JournalEntry[] {
    return calls
        .filter(({ isOver }) => !isOver)
        .map(({ pop, poppedAt, closeAttempts, isUncertain, draft }) => ({
            parameters: encodeScreenPop(pop, 'lightning'),
            poppedAt,
            closeAttempts,
            isUncertain,
            draft
        }));
}

/** The calls of a journal, decoded like any pop; what does not decode any more is left out. */
export function fromJournal(entries: readonly JournalEntry[]): CallQueue {
    const calls = entries.flatMap(({ parameters, ...kept }) => {
        const decoded = decodeScreenPop(parameters);
        if (!decoded.ok) {
            return [];
        }
        const pop = decoded.value;
        const reference = pop.callReference;
        return [{ reference, pop, ...kept, isRestored: true, isOver: false }];
    });
    return { calls, current: calls[0]?.reference ?? '' };
}
