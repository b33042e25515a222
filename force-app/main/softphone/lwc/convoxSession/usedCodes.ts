import userId from '@salesforce/user/Id';
import { browserEdges } from './browserEdges.ts';

/**
 * Where this browser keeps the codes with which its user ends calls of the process, one a line, most used first. A pop may spell a
 * process otherwise than its record does.
 */
export const usedCodesKey = (process: string): string => `convox-codes-${userId}-${process.toLowerCase()}`;

/** Nobody asks Salesforce for them while a customer waits: the phone between calls did. */
export function usedCodes(process: string): readonly string[] {
    return browserEdges().store.read(usedCodesKey(process))?.split('\n') ?? [];
}
