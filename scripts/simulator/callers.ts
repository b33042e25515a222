import { KNOWN_CALLER_NUMBER, SHARED_NUMBER, UNKNOWN_NUMBER } from '../sample/org/callers.ts';
import { WITHHELD_NUMBER } from './call.ts';

export type CallerName = 'known' | 'unknown' | 'several' | 'withheld';

/** Numbers the scenarios call from, as ConVox sends them; the local org's sample customers decide who they belong to. */
export const callerNumbers: Readonly<Record<CallerName, string>> = {
    known: KNOWN_CALLER_NUMBER,
    unknown: UNKNOWN_NUMBER,
    several: SHARED_NUMBER,
    withheld: WITHHELD_NUMBER
};
