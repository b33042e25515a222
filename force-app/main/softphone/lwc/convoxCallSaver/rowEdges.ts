import type { CallFieldValues } from 'c/convoxCallRecord';
import type { ExistingCall } from 'c/convoxCallerQuery';
import type { After, ErrorReport } from 'c/convoxErrors';

/** A row as it was read or written. */
export interface RowStamp {
    /** '' while there is none. */
    readonly id: string;
    /** ISO instant. */
    readonly lastModifiedDate: string | null;
}

/** How a save ended. */
export interface RowNews {
    /** Id of the row; '' while there is none. */
    readonly callId: string;
    /** Why it failed; undefined when it did not. */
    readonly report: ErrorReport | undefined;
    /** Everything that was put so far is on the row. */
    readonly isSaved: boolean;
}

export interface RowEdges {
    /** Changes fields of a row, unless it was changed after the stamp. */
    update(stamp: RowStamp, fields: CallFieldValues): Promise<RowStamp>;
    /** The row past every cache; undefined when it cannot be seen. Where words on it would be lost, the agent is asked. */
    read(): Promise<ExistingCall | undefined>;
    /** The agent is being asked: what was put waits. */
    mustWait(): boolean;
    after: After;
    /** Told how every save ended. */
    tell(news: RowNews): void;
}
