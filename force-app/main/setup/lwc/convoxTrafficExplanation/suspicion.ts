import { sentDoubts } from './pastedBody.ts';

/** What makes a message doubtful, beyond how it was written. */
export const suspicionKeys = [
    ...sentDoubts,
    'misdirected',
    'mixedDialects',
    'withoutPagePrefix',
    'bodyNotLogged',
    'notEncrypted',
    'secretInAddress',
    'placeholder',
    'sampleValue',
    'wordForNothing',
    'brokenCharacters',
    'blankInId',
    'repeated',
    'tooLong',
    'refusedValue',
    'numberWithoutKey',
    'numberForeign',
    'numberWithMore',
    'referenceMissing',
    'statusUnknown',
    'dateNone',
    'dateAmbiguous',
    'dateUnreadable',
    'dateUnusual',
    'dateWithOffset',
    'timeMissing',
    'timeUnreadable',
    'startInFuture',
    'promiseWithoutTime',
    'secondsUnreadable'
] as const;
export type SuspicionKey = (typeof suspicionKeys)[number];

/** name: as it was written; '' for the message as a whole. code: ConVox's, of a refusal. */
export interface Suspicion {
    readonly key: SuspicionKey;
    readonly name: string;
    readonly code?: string;
}

/** Doubts, and whether there is reason for each. */
export type Raised = readonly (readonly [key: SuspicionKey, isRaised: boolean])[];

export function raised(name: string, all: Raised): Suspicion[] {
    return all.flatMap(([key, isRaised]) => (isRaised ? [{ key, name }] : []));
}
