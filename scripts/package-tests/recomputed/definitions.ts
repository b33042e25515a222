import type { RawCall } from './rows.ts';
import { momentOf, numberOf, textOf } from './rows.ts';

/** The words of docs/figures.md in code of their own, of one call or beside the others. */

const WEEK = 7 * 86_400_000;

export const isOffered = (call: RawCall): boolean => call.isInbound && call.status !== 'In Progress';
export const isConnected = ({ status }: RawCall): boolean => status !== 'Not Connected';
export const isAnswered = (call: RawCall): boolean => isOffered(call) && isConnected(call);
export const isMissed = (call: RawCall): boolean => isOffered(call) && !isConnected(call);

/** Undefined until ConVox says how long the queue took. */
export function waitOf({ isInbound, row }: RawCall): number | undefined {
    const queue = numberOf(row, 'Queue_Seconds__c');
    return isInbound && queue !== undefined ? queue + (numberOf(row, 'Ring_Seconds__c') ?? 0) : undefined;
}

export const isInTime = (call: RawCall): boolean => isAnswered(call) && (waitOf(call) ?? Infinity) <= call.target;

/** Seconds of the conversation: of a call that nobody answered none, whatever ConVox says. */
export const talkOf = (call: RawCall): number | undefined =>
    isConnected(call) ? numberOf(call.row, 'Duration_Seconds__c') : undefined;

export function wrapUpOf({ row, startedAt }: RawCall): number | undefined {
    const closedAt = momentOf(row, 'Closed_At__c');
    const talk = numberOf(row, 'Duration_Seconds__c');
    if (closedAt === undefined || startedAt === undefined || talk === undefined) {
        return undefined;
    }
    const before = (numberOf(row, 'Queue_Seconds__c') ?? 0) + (numberOf(row, 'Ring_Seconds__c') ?? 0) + talk;
    return Math.max(0, Math.round((closedAt - startedAt) / 1000) - before);
}

export function handleOf(call: RawCall): number | undefined {
    const wrapUp = wrapUpOf(call);
    return wrapUp === undefined || !isConnected(call) ? undefined : wrapUp + (talkOf(call) ?? 0);
}

export const isSuccess = ({ countsAs }: RawCall): boolean => countsAs === 'Success';
export const isContact = ({ countsAs }: RawCall): boolean => countsAs === 'Success' || countsAs === 'Contact';
export const isDisposed = ({ row }: RawCall): boolean => textOf(row, 'Disposition__c') !== '';
export const isTransferred = ({ row }: RawCall): boolean => textOf(row, 'Earlier_Agents__c') !== '';
export const isMatched = ({ row }: RawCall): boolean =>
    ['Contact__c', 'Lead__c', 'Account__c', 'Caller_Record_Id__c'].some((field) => textOf(row, field) !== '');

/** What a call is only beside the others of its number. */
export interface AmongOthers {
    readonly isRepeat: (call: RawCall) => boolean;
    readonly isResolved: (call: RawCall) => boolean;
    readonly isReturned: (call: RawCall) => boolean;
    /** Undefined where no list called. */
    readonly attempt: (call: RawCall) => number | undefined;
}

export function amongOthers(calls: readonly RawCall[]): AmongOthers {
    const byNumber = Map.groupBy(calls, ({ number }) => number);
    const of = (call: RawCall): readonly RawCall[] => (call.number === '' ? [] : (byNumber.get(call.number) ?? []));
    /** Of the calls of that number, those that began later; seconds are at hand as ConVox tells no more. */
    const after = (one: RawCall, other: RawCall): number => (other.startedAt ?? NaN) - (one.startedAt ?? NaN);
    const isSoonAfter = (one: RawCall, other: RawCall): boolean =>
        other.isInbound && after(one, other) > 0 && after(one, other) <= WEEK;
    return {
        isRepeat: (call) => call.isInbound && of(call).some((other) => other.isInbound && isSoonAfter(other, call)),
        isResolved: (call) => isAnswered(call) && !of(call).some((other) => isSoonAfter(call, other)),
        isReturned: (call) => isMissed(call) && of(call).some((other) => isConnected(other) && after(call, other) > 0),
        attempt: (call) => {
            const sameList = (other: RawCall): boolean =>
                ['List_ID__c', 'Process_Name__c'].every(
                    (field) => textOf(other.row, field).toUpperCase() === textOf(call.row, field).toUpperCase()
                );
            return call.isInbound || call.number === '' || textOf(call.row, 'List_ID__c') === ''
                ? undefined
                : 1 + of(call).filter((other) => !other.isInbound && sameList(other) && after(other, call) > 0).length;
        }
    };
}
