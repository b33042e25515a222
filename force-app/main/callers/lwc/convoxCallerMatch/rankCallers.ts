import { byReason, reasonOf, type Candidate, type CustomerObject, type MatchReason } from './matchReason.ts';

/** number: as ConVox sent it. key: the contract's `phoneKey` of it, '' for a withheld number. */
export interface Caller {
    readonly number: string;
    readonly key: string;
}

export interface Match<C extends Candidate = Candidate> {
    readonly candidate: C;
    readonly reason: MatchReason;
}

export interface Ranking<C extends Candidate> {
    /** The record is the caller's, and stands first: false when none is, or an agent must choose. */
    readonly isCertain: boolean;
    /** Everything with the number, best first. */
    readonly matches: readonly Match<C>[];
}

const objectOrder: readonly CustomerObject[] = ['Contact', 'Lead', 'Account', 'Record'];

/**
 * Who is calling? A person we deal with (contact) before a prospect (open lead) before a switchboard (account) before a record of
 * any other object: the first of these that holds exactly one record wins. Within an object, mobiles before other numbers, then the same prefix before
 * another one. A converted lead is never taken.
 */
export function rankCallers<C extends Candidate>(candidates: readonly C[], caller: Caller): Ranking<C> {
    const matches = [...new Map(candidates.map((each) => [each.id, each])).values()]
        .flatMap((candidate) => {
            const reason = caller.key === '' ? undefined : reasonOf(candidate, caller);
            return reason ? [{ candidate, reason }] : [];
        })
        .sort(byRank);
    const [first, second] = matches.filter(({ candidate }) => !candidate.isConverted);
    return { isCertain: first !== undefined && first.candidate.object !== second?.candidate.object, matches };
}

function byRank(one: Match, other: Match): number {
    return (
        Number(!!one.candidate.isConverted) - Number(!!other.candidate.isConverted) ||
        objectOrder.indexOf(one.candidate.object) - objectOrder.indexOf(other.candidate.object) ||
        byReason(one.reason, other.reason) ||
        compare(one.candidate.name, other.candidate.name) ||
        compare(one.candidate.id, other.candidate.id)
    );
}

// Not localeCompare: two agents must see the same order.
function compare(one: string, other: string): number {
    return Number(one > other) - Number(one < other);
}
