import type { SessionMessage } from './sessionMessage.ts';

/** Undoes what returned it: stops listening, cancels a timer, gives a lock back. Harmless when called twice. */
export type Undo = () => void;

/** Reaches every listener in every tab of this browser, the sender's own included. */
export interface Channel {
    post(message: SessionMessage): void;
    /** Hands over whatever arrives, unread. */
    listen(listener: (data: unknown) => void): Undo;
}

export interface Locks {
    /** Who has waited longest is next; otherwise chance decides. */
    readonly hasQueue: boolean;
    /** Waits for the lock as long as it takes, then calls `granted` once and keeps it until undone. */
    hold(name: string, granted: () => void): Undo;
}

export interface Clock {
    /** Milliseconds since 1970. */
    now(): number;
    after(milliseconds: number, action: () => void): Undo;
}

export interface Store {
    read(key: string): string | null;
    /** An empty text removes the entry. */
    write(key: string, text: string): void;
}

/** Everything the session needs of the browser, so that its rules can be tested without one. */
export interface SessionEdges {
    readonly channel: Channel;
    readonly locks: Locks;
    readonly clock: Clock;
    readonly store: Store;
    /** Names this tab for as long as it lives. */
    readonly tabId: string;
    /** Whose calls they are: users who share a browser share no session. */
    readonly userId: string;
    /** Nobody can see this tab. */
    isHidden(): boolean;
}
