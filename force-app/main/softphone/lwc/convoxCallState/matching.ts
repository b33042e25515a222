import { rankCallers } from 'c/convoxCallerMatch';
import type { Match as RankedMatch, MatchReason, MatchResult } from 'c/convoxCallerMatch';
import type { CallerLookup, Customer } from 'c/convoxCallerQuery';
import { phoneKey } from 'c/convoxContract';

/** A record that carries the caller's number, and why it is offered. */
export interface Match {
    readonly customer: Customer;
    readonly reason: MatchReason;
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

function ranked(result: MatchResult<Customer>): readonly RankedMatch<Customer>[] {
    if (result.kind === 'one') {
        return [result.match];
    }
    return result.kind === 'several' ? result.matches : [];
}

/** Ranks the customers of an answer for a number. The last choice is offered first, but never taken unasked. */
export function matchCallers(lookup: CallerLookup, callerNumber: string): Matches {
    const lastChoice = lastChoiceOf(lookup);
    const result = rankCallers(lookup.customers, { number: callerNumber, key: phoneKey(callerNumber) });
    // A record that has the number and lost to a better kind of record is still the caller's if the agent says so.
    const all: Match[] = [];
    for (const { candidate, reason } of [...ranked(result), ...result.lost]) {
        if (reason !== undefined) {
            all.push({ customer: candidate, reason, isLastChoice: candidate.id === lastChoice });
        }
    }
    return result.kind === 'one'
        ? { winner: all[0], all }
        : { winner: undefined, all: all.sort((one, other) => Number(other.isLastChoice) - Number(one.isLastChoice)) };
}
