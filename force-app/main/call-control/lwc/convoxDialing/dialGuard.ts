const QUIET_MILLISECONDS = 30_000;

/**
 * Keeps an agent from ringing a customer twice: after a dial, every Call button of the page rests for half a minute,
 * because ConVox says nothing about a call until it is connected.
 */
export class DialGuard {
    #quietUntil = 0;

    /** Milliseconds until the next dial is possible; 0 when it is now. */
    left(now: number): number {
        return Math.max(0, this.#quietUntil - now);
    }

    /** A dial begins. */
    close(now: number): void {
        this.#quietUntil = now + QUIET_MILLISECONDS;
    }

    /** The dial surely rang nobody. */
    open(): void {
        this.#quietUntil = 0;
    }
}

/** The guard of this browser tab: a console shows several records at once, but the agent has one phone. */
export const dialGuard = new DialGuard();
