import type { OpenCall } from 'c/convoxCallerQuery';
import { decodeScreenPop, encodeScreenPop } from 'c/convoxContract';
import type { JournalEntry } from 'c/convoxSession';
import { callOf, firstOf, referenceOf } from './callList.ts';
import type { CallList } from './callList.ts';
import { isOver, isUncertain } from './callPhase.ts';
import { arrivedCall } from './callState.ts';
import type { CallState, Remembered } from './callState.ts';
import { isLive } from './doubt.ts';

/** What a reload needs to bring the calls back, save those with nothing left to do. The one that is shown is the first. */
export function toJournal({ calls, current }: CallList): JournalEntry[] {
    const isShown = (call: CallState): number => Number(referenceOf(call) === current);
    return calls
        .filter((call) => !isOver(call))
        .sort((one, other) => isShown(other) - isShown(one))
        .map((call) => ({
            parameters: encodeScreenPop(call.pop, 'lightning'),
            poppedAt: call.poppedAt,
            closeAttempts: call.closeAttempts,
            isUncertain: isUncertain(call),
            isDoubted: call.isDoubted,
            isFound: call.isFound,
            wasEnded: !isLive(call),
            draft: call.draft,
            draftAt: call.draftAt
        }));
}

/** A call that came back, decoded like any pop; nothing when it does not decode any more. */
function restored({ parameters, poppedAt, ...remembered }: OpenCall & Remembered): CallState[] {
    const decoded = decodeScreenPop(parameters);
    return decoded.ok ? [arrivedCall(decoded.value, poppedAt, { ...remembered, isRestored: true })] : [];
}

/** Newest first, doubted ones last in the order in which they came, the first of them shown where none is. */
function inOrder(calls: readonly CallState[], current: string): CallList {
    const sorted = [...calls].sort(
        (one, other) =>
            Number(one.isDoubted) - Number(other.isDoubted) ||
            (one.poppedAt - other.poppedAt) * (one.isDoubted ? 1 : -1)
    );
    return { calls: sorted, current: current || firstOf(sorted) };
}

/** The calls of a journal; shown is what was. */
export function fromJournal(entries: readonly JournalEntry[]): CallList {
    const calls = entries.flatMap(restored);
    return inOrder(calls, firstOf(calls));
}

/** Calls that the org knows and this browser does not join those at hand, by when they came. */
export function withOpenCalls(list: CallList, open: readonly OpenCall[]): CallList {
    const found = open
        .flatMap((call) => restored({ ...call, isFound: true }))
        .filter((call) => !callOf(list, referenceOf(call)));
    return inOrder([...list.calls, ...found], list.current);
}
