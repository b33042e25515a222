import type { CallState } from './callState.ts';

/** The agent's calls at hand. */
export interface CallList {
    /** Newest first, doubted ones last in the order in which they came; no call ever changes its place. */
    readonly calls: readonly CallState[];
    /** Reference of the call that is shown; '' when there is none. */
    readonly current: string;
}

export const NO_CALLS: CallList = { calls: [], current: '' };

/** ConVox's name for the call. */
export const referenceOf = ({ pop }: CallState): string => pop.callReference;

export function callOf({ calls }: CallList, reference: string | undefined): CallState | undefined {
    return calls.find((call) => referenceOf(call) === reference);
}

export function showCall(list: CallList, reference: string): CallList {
    return callOf(list, reference) ? { ...list, current: reference } : list;
}

/** Reference of the call that is shown where nothing else is wanted. */
export function firstOf([first]: readonly CallState[]): string {
    return first ? referenceOf(first) : '';
}

/** Shows the newest of the others when the shown call goes. */
export function removeCall(list: CallList, reference: string | undefined): CallList {
    const calls = list.calls.filter((call) => referenceOf(call) !== reference);
    return { calls, current: list.current === reference ? firstOf(calls) : list.current };
}
