import type { ExistingCall } from 'c/convoxCallerQuery';
import type { QueuedCall } from 'c/convoxCallQueue';
import type { CallState } from 'c/convoxCallState';
import type { CallChange } from './callChanges.ts';

/** What must survive a reload of a call. */
export type Kept = Pick<QueuedCall, 'closeAttempts' | 'isUncertain' | 'draft' | 'draftAt'>;

export interface CallListener {
    /** The row past every cache; undefined when it cannot be seen. */
    read(): Promise<ExistingCall | undefined>;
    /** The call changed. */
    tell(state: CallState): void;
    remember(change: Partial<Kept>): void;
    /** Other pages may want to know. */
    publish(change: CallChange | undefined): void;
    /** The call may leave the screen. */
    leave(): void;
}
