import userId from '@salesforce/user/Id';
import type { CommandResult } from 'c/convoxCommand';
import type { ScreenPop } from 'c/convoxContract';
import { browserEdges } from 'c/convoxSession';
import type { Disposition } from './dispositionChoices.ts';

/** What an agent does today counts, not what the last campaign wanted. */
const REMEMBERED = 50;

const keyOf = (process: string): string => `convox-codes-${userId}-${process}`;

/** The codes with which this user ended calls of the process in this browser, newest first. */
export function usedCodes(process: string): readonly string[] {
    return browserEdges().store.read(keyOf(process))?.split('\n') ?? [];
}

/** What tells whether a code was used. */
interface CodeOnItsWay {
    readonly call?: Pick<ScreenPop, 'process'>;
    /** The code that was handed on last and waits for an answer; '' when none does. */
    readonly handed: string;
    readonly result?: CommandResult;
    readonly view: { readonly firstLevel: readonly Disposition[] };
}

/**
 * Counts the code that was handed on once ConVox has accepted it; what was typed because the process's codes are not known counts
 * for nothing. Gives the code that still waits.
 */
export function countCode({ call, handed, result, view }: CodeOnItsWay): string {
    if (result?.state !== 'accepted') {
        return handed;
    }
    const process = call?.process ?? '';
    if (view.firstLevel.some(({ code }) => code === handed)) {
        browserEdges().store.write(keyOf(process), [handed, ...usedCodes(process)].slice(0, REMEMBERED).join('\n'));
    }
    return '';
}

/** The dispositions, most used first; those never used in their own order. */
export function byUse(dispositions: readonly Disposition[], used: readonly string[]): Disposition[] {
    const usesOf = ({ code }: Disposition): number => used.filter((each) => each === code).length;
    return [...dispositions].sort((one, other) => usesOf(other) - usesOf(one));
}
