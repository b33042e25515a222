import { rankCallers } from 'c/convoxCallerMatch';
import type { MatchReason } from 'c/convoxCallerMatch';
import type { CallerLookup, Customer } from 'c/convoxCallerQuery';
import { phoneKey } from 'c/convoxContract';

/** A record that carries the caller's number, and why it is offered. */
export interface Match {
    readonly customer: Customer;
    /** Undefined when the agent linked it, whatever its numbers are. */
    readonly reason: MatchReason | undefined;
    /** This record was taken the last time the number called. */
    readonly isLastChoice: boolean;
}

export interface Matches {
    /** The record to open by itself; undefined when there is none or the agent has to choose. */
    readonly winner: Match | undefined;
    /** Everything with the number: the winner or the last choice first, then best first. */
    readonly all: readonly Match[];
}

/** The record the newest linked call with this number was linked to: the agent's memory, kept by Salesforce. */
function lastChoiceOf({ recentCalls }: CallerLookup): string {
    return recentCalls.find(({ customerId }) => customerId !== '')?.customerId ?? '';
}

/** Ranks the customers of an answer for a number. The last choice is offered first, but never taken unasked. */
export function matchCallers(lookup: CallerLookup, callerNumber: string): Matches {
    const lastChoice = lastChoiceOf(lookup);
    const { isCertain, matches } = rankCallers(lookup.customers, { number: callerNumber, key: phoneKey(callerNumber) });
    const all = matches.map(({ candidate, reason }) => ({
        customer: candidate,
        reason,
        isLastChoice: candidate.id === lastChoice
    }));
    if (!isCertain) {
        all.sort((one, other) => Number(other.isLastChoice) - Number(one.isLastChoice));
    }
    return { winner: isCertain ? all[0] : undefined, all };
}
