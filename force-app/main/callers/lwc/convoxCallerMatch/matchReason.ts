import { phonePrefix } from 'c/convoxContract';

/** Record: one of any other object, whose number Caller Numbers tell. */
export type CustomerObject = 'Contact' | 'Lead' | 'Account' | 'Record';
/** Fields that may hold a caller's number; the name of each says whose. */
export const numberFields = ['MobilePhone', 'Phone', 'HomePhone', 'OtherPhone', 'AssistantPhone'] as const;
export type NumberField = (typeof numberFields)[number];

/** A number as the record shows it, and the contract's `phoneKey` of it. */
export interface CandidateNumber {
    readonly field: NumberField;
    readonly text: string;
    readonly key: string;
}

/** A record that may be the caller's. */
export interface Candidate {
    readonly object: CustomerObject;
    readonly id: string;
    readonly name: string;
    readonly numbers: readonly CandidateNumber[];
    readonly isConverted?: boolean;
}

/** Where the number stands, best first: in the order of the fields, then an account's. Keys, not texts. */
export const numberKinds = ['mobile', 'phone', 'homePhone', 'otherPhone', 'assistantPhone', 'companyPhone'] as const;
export type NumberKind = (typeof numberKinds)[number];

/**
 * Why a record is the caller's. ignored: country code or leading zero that one of the two numbers has and the other has
 * not, as written; '' when both have the same.
 */
export interface MatchReason {
    readonly kind: NumberKind;
    readonly ignored: string;
}

/** The best reason why a record matches a number; undefined when none of its numbers has the key. */
export function reasonOf(candidate: Candidate, caller: { number: string; key: string }): MatchReason | undefined {
    const [best] = candidate.numbers
        .filter(({ key }) => key === caller.key)
        .map(({ field, text }) => ({
            kind: kindOf(candidate.object, field),
            ignored: differenceOf(phonePrefix(caller.number), phonePrefix(text))
        }))
        .sort(byReason);
    return best;
}

/** Better reasons first. */
export function byReason(one: MatchReason, other: MatchReason): number {
    return (
        numberKinds.indexOf(one.kind) - numberKinds.indexOf(other.kind) ||
        Number(one.ignored !== '') - Number(other.ignored !== '')
    );
}

function kindOf(object: CustomerObject, field: NumberField): NumberKind {
    return (object !== 'Account' && numberKinds[numberFields.indexOf(field)]) || 'companyPhone';
}

function differenceOf(one: string, other: string): string {
    return one === other ? '' : [one, other].filter(Boolean).join(' / ');
}
