export type CustomerObject = 'Contact' | 'Lead' | 'Account';
export type NumberField = 'MobilePhone' | 'Phone' | 'HomePhone' | 'OtherPhone';

/** A number as the record shows it, and the contract's `phoneKey` of it. */
export interface CandidateNumber {
    readonly field: NumberField;
    readonly text: string;
    readonly key: string;
}

/** A record that may be the caller's. lastCallAt: ISO instant of the last call with this customer. */
export interface Candidate {
    readonly object: CustomerObject;
    readonly id: string;
    readonly name: string;
    readonly numbers: readonly CandidateNumber[];
    readonly isConverted?: boolean;
    readonly lastCallAt?: string;
}

/**
 * Why a record is the caller's. Keys, not texts. 'Exact': written as ConVox sent it; 'IgnoringPrefix': the same number
 * with or without country code, leading zero, spaces or an extension.
 */
export const matchReasons = [
    'remembered',
    'mobileExact',
    'mobileIgnoringPrefix',
    'phoneExact',
    'phoneIgnoringPrefix',
    'homePhoneExact',
    'homePhoneIgnoringPrefix',
    'otherPhoneExact',
    'otherPhoneIgnoringPrefix',
    'companyPhoneExact',
    'companyPhoneIgnoringPrefix'
] as const;
export type MatchReason = (typeof matchReasons)[number];

const exact: Readonly<Record<NumberField, MatchReason>> = {
    MobilePhone: 'mobileExact',
    Phone: 'phoneExact',
    HomePhone: 'homePhoneExact',
    OtherPhone: 'otherPhoneExact'
};
const ignoringPrefix: Readonly<Record<NumberField, MatchReason>> = {
    MobilePhone: 'mobileIgnoringPrefix',
    Phone: 'phoneIgnoringPrefix',
    HomePhone: 'homePhoneIgnoringPrefix',
    OtherPhone: 'otherPhoneIgnoringPrefix'
};

/** The best reason why a record matches a number; undefined when none of its numbers has the key. */
export function reasonOf(candidate: Candidate, caller: { number: string; key: string }): MatchReason | undefined {
    const reasons = candidate.numbers
        .filter(({ key }) => key === caller.key)
        .map(({ field, text }) => reasonFor(candidate.object, field, text.trim() === caller.number.trim()));
    return matchReasons.find((reason) => reasons.includes(reason));
}

function reasonFor(object: CustomerObject, field: NumberField, isExact: boolean): MatchReason {
    if (object === 'Account') {
        return isExact ? 'companyPhoneExact' : 'companyPhoneIgnoringPrefix';
    }
    return isExact ? exact[field] : ignoringPrefix[field];
}
