import userId from '@salesforce/user/Id';
import { browserEdges } from 'c/convoxSession';
import type { Disposition } from './dispositionChoices.ts';

/** What an agent does today counts, not what the last campaign wanted. */
const REMEMBERED = 50;

const keyOf = (process: string): string => `convox-codes-${userId}-${process}`;

/** The codes with which this user ended calls of the process in this browser, newest first. */
export function usedCodes(process: string): readonly string[] {
    return browserEdges().store.read(keyOf(process))?.split('\n') ?? [];
}

export function rememberCode(process: string, code: string): void {
    if (code) {
        browserEdges().store.write(keyOf(process), [code, ...usedCodes(process)].slice(0, REMEMBERED).join('\n'));
    }
}

/** The dispositions, most used first; those never used in their own order. */
export function byUse(dispositions: readonly Disposition[], used: readonly string[]): Disposition[] {
    const usesOf = ({ code }: Disposition): number => used.filter((each) => each === code).length;
    return [...dispositions].sort((one, other) => usesOf(other) - usesOf(one));
}
