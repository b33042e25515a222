import type { ScreenPop } from 'c/convoxContract';

/** A call at hand, cut to what must survive a reload. */
export interface QueuedCall {
    readonly reference: string;
    readonly pop: ScreenPop;
    /** Milliseconds since 1970. */
    readonly poppedAt: number;
    readonly closeAttempts: number;
    /** The last of them has no answer yet. */
    readonly isUncertain: boolean;
    /** What the agent entered into the form and has not sent, as the form gave it. */
    readonly draft: unknown;
    /** When it was entered, in milliseconds since 1970; 0 when nothing was. */
    readonly draftAt: number;
    /** Came back by a reload or at another computer: its record is not opened again. */
    readonly isRestored: boolean;
    /** Came while the agent was on another call, and nothing of ConVox says that it is real. */
    readonly isDoubted: boolean;
    /** Known from the org alone: it came at another computer, or to a browser that has forgotten it. */
    readonly isFound: boolean;
    /** Nothing is left to do; the next call may take its place. */
    readonly isOver: boolean;
}

export interface CallQueue {
    /** Newest first, doubted ones last in the order in which they came; no call ever changes its place. */
    readonly calls: readonly QueuedCall[];
    /** Reference of the call that is shown; '' when there is none. */
    readonly current: string;
}
