import type { After } from 'c/convoxErrors';

const SECOND = 1000;
/** Milliseconds from one question to the next. */
export const REFRESH_EVERY = 15 * SECOND;
/** Milliseconds after which a question without an answer counts as lost. */
export const LOST_AFTER = 60 * SECOND;
/** Milliseconds after which figures are no longer those of now. */
export const OLD_AFTER = 3 * REFRESH_EVERY;

export interface RhythmEdges {
    after: After;
    now(): number;
    /** Whether anybody sees the board. */
    isSeen(): boolean;
    ask(): void;
    /** Shows times as they are now. */
    draw(now: number): void;
}

/** Draws every second and asks every fifteen, as long as somebody sees it; one question at a time. */
export class RefreshRhythm {
    #askedAt = -Infinity;
    #isWaiting = false;
    #stop = (): void => undefined;
    readonly #edges: RhythmEdges;

    constructor(edges: RhythmEdges) {
        this.#edges = edges;
    }

    /** The first beat, and one out of turn: the board is seen again. */
    beat(): void {
        this.#stop();
        if (this.#edges.isSeen()) {
            const now = this.#edges.now();
            this.#edges.draw(now);
            if (now - this.#askedAt >= (this.#isWaiting ? LOST_AFTER : REFRESH_EVERY)) {
                this.askAt(now);
            }
        }
        this.#stop = this.#edges.after(SECOND, () => this.beat());
    }

    /** The question is answered, in whatever way. */
    hear(): void {
        this.#isWaiting = false;
    }

    stop(): void {
        this.#stop();
    }

    private askAt(now: number): void {
        this.#askedAt = now;
        this.#isWaiting = true;
        this.#edges.ask();
    }
}
