import type { Disposition } from './dispositionChoices.ts';

/** The dispositions, in the order of the codes that are used; those never used come after them in their own order. */
export function byUse(dispositions: readonly Disposition[], used: readonly string[]): Disposition[] {
    const placeOf = ({ code }: Disposition): number => (used.includes(code) ? used.indexOf(code) : used.length);
    return [...dispositions].sort((one, other) => placeOf(one) - placeOf(other));
}
