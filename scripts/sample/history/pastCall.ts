import type { Direction } from '#contract';

/** A call of the made-up history, from ConVox's side and from the agent's. Instants are milliseconds since 1970. */
export interface PastCall {
    readonly reference: string;
    readonly number: string;
    readonly direction: Direction;
    /** Process code. */
    readonly process: string;
    readonly queue: string;
    /** Agent's code; '' when the call reached nobody. */
    readonly agent: string;
    readonly startedAt: number;
    readonly queueSeconds: number;
    readonly ringSeconds: number;
    /** 0 when nobody answered. */
    readonly talkSeconds: number;
    /** Who had the customer before, from a transfer on; the talk is that of both. */
    readonly transferredFrom?: { readonly agent: string; readonly talkSeconds: number };
    /** From the end of the talk until the agent closed the call. */
    readonly wrapUpSeconds?: number;
    /** What the agent opens a case about. */
    readonly caseSubject?: string;
    /** Code; '' when the agent chose none. */
    readonly disposition: string;
    readonly followUpAt?: number;
    /** Milliseconds until the customer was on the agent's screen; absent when no page opened. */
    readonly popLatency?: number;
    /** How ConVox answered the agent's Close; absent when none was sent. */
    readonly closed?: CommandEnd;
    /** How ConVox answered the agent's Dial; absent when the dialler called. */
    readonly dialled?: CommandEnd;
    /** False when ConVox's report of the call got lost. */
    readonly isReported: boolean;
    /** A parameter of the report that came damaged, as it came. */
    readonly damaged?: readonly [name: string, value: string];
}

export type CommandEnd = 'Accepted' | 'Refused' | 'Unknown';

/** When the agent was done with the call. */
export function closedAt(call: PastCall): number {
    return endOf(call) + (call.wrapUpSeconds ?? 0) * 1000;
}

/** When the conversation, or the waiting for one, was over. */
export function endOf({ queueSeconds, ringSeconds, startedAt, talkSeconds }: PastCall): number {
    return startedAt + (queueSeconds + ringSeconds + talkSeconds) * 1000;
}
