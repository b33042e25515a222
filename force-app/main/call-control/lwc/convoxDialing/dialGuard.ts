const QUIET_MILLISECONDS = 30_000;

/** What the guard needs of the browser, so that its rules can be tested without one. */
export interface GuardEdges {
    /** Until when all tabs of the user rest, in milliseconds since 1970; 0 when none does. */
    until(): number;
    rest(until: number): void;
    /** Tells the user's other tabs who is called; '' when nobody is any more. */
    tell(called: string): void;
    /** Hears what another tab tells. */
    hear(listener: (called: string) => void): void;
}

/**
 * Keeps an agent from ringing a customer twice: after a dial, every Call button in every tab of the agent rests until the
 * call is over or nobody was rung, and half a minute at most, because ConVox says nothing about a call until it is connected.
 */
export class DialGuard {
    #called = '';
    readonly #listeners = new Set<() => void>();
    readonly #edges: GuardEdges;

    constructor(edges: GuardEdges) {
        this.#edges = edges;
        edges.hear((called) => this.turn(called));
    }

    /** Milliseconds until the next dial is possible; 0 when it is now. */
    left(now: number): number {
        return Math.max(0, this.#edges.until() - now);
    }

    /** Who is called at this time, as people read it; '' when nobody is, or before another tab said so. */
    called(now: number): string {
        return this.left(now) > 0 ? this.#called : '';
    }

    /** A dial begins. Gives what opens the guard for this dial. */
    close(now: number, called: string): number {
        const until = now + QUIET_MILLISECONDS;
        this.#edges.rest(until);
        this.#edges.tell(called);
        this.turn(called);
        return until;
    }

    /** The dial rang nobody, or its call is over. A later dial rests on. */
    open(closed: number): void {
        if (this.isClosedBy(closed)) {
            this.#edges.rest(0);
            this.hush();
        }
    }

    /** Whether this very dial still has the phones rest. */
    isClosedBy(closed: number): boolean {
        return this.#edges.until() === closed;
    }

    /** The call has come: whoever shows it says to whom it is. */
    hush(): void {
        this.#edges.tell('');
        this.turn('');
    }

    /** Calls back when a dial began or its guard opened, here or in another tab. Returns what stops it. */
    listen(listener: () => void): () => void {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }

    private turn(called: string): void {
        this.#called = called;
        this.#listeners.forEach((listener) => listener());
    }
}
