import type { After } from 'c/convoxErrors';

/** Milliseconds without news before a question: a call that is on its way comes first, and news that come together are one. */
export const QUIET = 1000;
const MINUTE = 60_000;

export interface RefreshEdges {
    after: After;
    now(): number;
    /** Whether anybody sees the page. */
    isSeen(): boolean;
    ask(): void;
}

/** When to ask again: after news, and once a minute as long as the page is seen. */
export class Refresher {
    #askedAt = 0;
    #hasNews = true;
    #stop = (): void => undefined;
    readonly #edges: RefreshEdges;

    constructor(edges: RefreshEdges) {
        this.#edges = edges;
    }

    /** Something may have changed. */
    hear(): void {
        this.#hasNews = true;
        this.later(QUIET);
    }

    /** The page is seen again. */
    see(): void {
        if (this.#hasNews || this.#edges.now() - this.#askedAt >= MINUTE) {
            this.later(QUIET);
        }
    }

    stop(): void {
        this.#stop();
    }

    private later(pause: number): void {
        this.#stop();
        this.#stop = this.#edges.after(pause, () => this.turn());
    }

    private turn(): void {
        if (this.#edges.isSeen()) {
            this.#askedAt = this.#edges.now();
            this.#hasNews = false;
            this.#edges.ask();
        }
        this.later(MINUTE);
    }
}
