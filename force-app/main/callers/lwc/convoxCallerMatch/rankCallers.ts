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

/** Why a record is not taken for the caller's. Keys, not texts. */
export type LossReason = 'numberDiffers' | 'leadConverted' | 'contactPreferred' | 'leadPreferred';

/** reason: what speaks for the record all the same; absent when it does not have the number. */
export interface Loss<C extends Candidate = Candidate> {
    readonly candidate: C;
    readonly why: LossReason;
    readonly reason?: MatchReason;
}

/** several: an agent must choose; best first, nothing that has the number left out. lost: everybody else, with why. */
export type MatchResult<C extends Candidate = Candidate> =
    | { readonly kind: 'none'; readonly lost: readonly Loss<C>[] }
    | { readonly kind: 'one'; readonly match: Match<C>; readonly lost: readonly Loss<C>[] }
    | { readonly kind: 'several'; readonly matches: readonly Match<C>[]; readonly lost: readonly Loss<C>[] };

const objectOrder: readonly CustomerObject[] = ['Contact', 'Lead', 'Account'];

/**
 * Who is calling? A person we deal with (contact) before a prospect (open lead) before a switchboard (account): the first
 * of these that holds exactly one record wins. Within an object, mobiles before other numbers, the same prefix before
 * another one, then the most recent call.
 */
export function rankCallers<C extends Candidate>(candidates: readonly C[], caller: Caller): MatchResult<C> {
    const { matches, lost } = divide(candidates, caller);
    const [first] = matches;
    if (first === undefined) {
        return { kind: 'none', lost };
    }
    const rivals = matches.filter(({ candidate }) => candidate.object === first.candidate.object);
    if (rivals.length > 1) {
        return { kind: 'several', matches, lost };
    }
    const why = first.candidate.object === 'Contact' ? 'contactPreferred' : 'leadPreferred';
    return { kind: 'one', match: first, lost: [...losers(matches, first, why), ...lost] };
}

function divide<C extends Candidate>(
    candidates: readonly C[],
    caller: Caller
): { matches: Match<C>[]; lost: Loss<C>[] } {
    const matches: Match<C>[] = [];
    const lost: Loss<C>[] = [];
    for (const candidate of new Map(candidates.map((each) => [each.id, each])).values()) {
        const reason = caller.key === '' ? undefined : reasonOf(candidate, caller);
        if (reason === undefined) {
            lost.push({ candidate, why: 'numberDiffers' });
        } else if (candidate.isConverted === true) {
            lost.push({ candidate, why: 'leadConverted', reason });
        } else {
            matches.push({ candidate, reason });
        }
    }
    return { matches: matches.sort(byRank), lost };
}

function losers<C extends Candidate>(matches: readonly Match<C>[], winner: Match<C>, why: LossReason): Loss<C>[] {
    return matches.filter((match) => match !== winner).map((match) => ({ ...match, why }));
}

function byRank(one: Match, other: Match): number {
    return (
        objectOrder.indexOf(one.candidate.object) - objectOrder.indexOf(other.candidate.object) ||
        byReason(one.reason, other.reason) ||
        compare(other.candidate.lastCallAt ?? '', one.candidate.lastCallAt ?? '') ||
        compare(one.candidate.name, other.candidate.name) ||
        compare(one.candidate.id, other.candidate.id)
    );
}

// Not localeCompare: two agents must see the same order.
function compare(one: string, other: string): number {
    return Number(one > other) - Number(one < other);
}
