import type { CloseCall } from '#contract';

export type Direction = 'Inbound' | 'Outbound';
export type CompletedBy = 'agent' | 'customer' | 'system';
export type FollowUp = NonNullable<CloseCall['followUp']>;

/** One call as ConVox keeps it. Times are epoch milliseconds of the injected clock. */
export interface Call {
    /** CallReferenceID: unique for every call. */
    readonly reference: string;
    /** ConvoxID: the dialler's row of the customer, so the same number keeps it. */
    readonly convoxId: string;
    /** As ConVox hands it to a CRM; `anonymous` when the caller withholds it. */
    readonly number: string;
    readonly did: string;
    readonly process: string;
    readonly queue: string;
    readonly direction: Direction;
    /** Entered ConVox: the start that the call status reports. */
    readonly startedAt: number;
    /** Offered to the agent, or dialled. */
    readonly offeredAt?: number;
    readonly connectedAt?: number;
    readonly endedAt?: number;
    readonly completedBy?: CompletedBy;
    readonly disposition?: string;
    readonly followUp?: FollowUp;
}

/** Stands where the number would be when the caller asked the network to hide it. */
export const WITHHELD_NUMBER = 'anonymous';

export interface CallNumbers {
    reference(): string;
    convoxId(number: string): string;
}

/**
 * Hands out identifiers of the shape real servers use, digits only. A reference grows with the clock, so it stays unique
 * over restarts; a ConvoxID is made from the number, because it names the customer's row and comes again with the number.
 */
export function createCallNumbers(clock: () => Date): CallNumbers {
    let lastReference = 0;
    let withheld = 0;
    return {
        reference() {
            lastReference = Math.max(lastReference + 1, clock().getTime() * 1000);
            return String(lastReference);
        },
        convoxId(number) {
            if (number === WITHHELD_NUMBER) {
                withheld += 1;
                return String(7_000_000 + withheld);
            }
            return `4${number.slice(-6).padStart(6, '0')}`;
        }
    };
}
