import type { ExistingCall } from 'c/convoxCallerQuery';
import type { CallEvent, CallState } from 'c/convoxCallState';
import type { Clock } from 'c/convoxSession';
import type { CallChange } from './callChanges.ts';

export interface KeeperEdges {
    readonly clock: Clock;
    /** Something happened to the call, and thus it stands. */
    tell(event: CallEvent, call: CallState): void;
    /** The row past every cache; undefined when it cannot be seen. */
    read(): Promise<ExistingCall | undefined>;
    /** Other pages may want to know. */
    publish(change: CallChange | undefined): void;
    /** The call may leave the screen. */
    leave(): void;
}
