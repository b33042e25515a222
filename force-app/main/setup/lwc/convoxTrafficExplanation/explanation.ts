import type { ConvoxReply } from '#contract';
import type { Dialect } from './dialects.ts';
import type { KindOfMessage } from './messageKind.ts';
import type { Carrier } from './pastedTraffic.ts';
import type { Suspicion } from './suspicion.ts';

/** What a value was understood as, beyond its own text. */
export const meanings = [
    'blank',
    'withheld',
    'connected',
    'notConnected',
    'unknownWord',
    'unreadable',
    'notUsed'
] as const;
export type Meaning = (typeof meanings)[number];

/**
 * One name of the message: as it was written, ConVox's label of what it was read as, its text, and what that was understood
 * as where it is not the text itself.
 */
export interface UnderstoodName {
    readonly name: string;
    readonly label: string;
    readonly text: string;
    readonly value?: string;
    readonly meaning?: Meaning;
}

export interface NameAndText {
    readonly name: string;
    readonly text: string;
}

/**
 * A pasted message, explained. isTaken: whether the receiver would take it, undefined where nobody here would read it.
 * outcome: how ConVox answered, of a reply. server: its code, where the address names one. answered: the HTTP status of a log line. others: further messages in the text. required, notSent: names by ConVox's label.
 * unread: kept with the message, used for nothing. hidden: names whose values are secrets. row: the call's record, by field.
 */
export interface Explanation {
    readonly carrier: Carrier;
    readonly kind: KindOfMessage;
    readonly dialect: Dialect | undefined;
    readonly isTaken: boolean | undefined;
    readonly outcome: ConvoxReply['outcome'] | undefined;
    readonly server: string;
    readonly answered: string;
    readonly others: number;
    readonly understood: readonly UnderstoodName[];
    readonly required: readonly string[];
    readonly notSent: readonly string[];
    readonly suspicions: readonly Suspicion[];
    readonly unread: readonly NameAndText[];
    readonly hidden: readonly string[];
    readonly row: readonly NameAndText[];
}

/** As the settings of a ConVox server have them: the zone of its clock, and what is written before a number to dial. */
export interface ServerSettings {
    readonly timeZone: string;
    readonly dialPrefix: string;
    readonly now: Date;
}
