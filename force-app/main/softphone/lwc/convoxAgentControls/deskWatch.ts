import type { After } from 'c/convoxErrors';
import type { GraphqlResult } from 'lightning/graphql';

/** Milliseconds before it asks: a call that is on its way comes first. */
export const QUIET = 1000;

/** Milliseconds until what a command has changed is known in Salesforce. */
export const NEWS = 4000;

export interface DeskWatchEdges {
    readonly after: After;
    /** Who is calling is being asked. */
    readonly isLookingUp: () => boolean;
    readonly ask: () => void;
}

/** When to ask for the desk, and when to look at it again. */
export class DeskWatch {
    #stop = (): void => undefined;
    #refresh: GraphqlResult['refresh'];
    readonly #edges: DeskWatchEdges;

    constructor(edges: DeskWatchEdges) {
        this.#edges = edges;
    }

    /** Who is calling is asked first, and by itself. */
    start(): void {
        this.later(QUIET, () => {
            if (this.#edges.isLookingUp()) {
                this.start();
            } else {
                this.#edges.ask();
            }
        });
    }

    /** Takes how the answer is asked for once more. */
    take(refresh: GraphqlResult['refresh']): void {
        this.#refresh = refresh ?? this.#refresh;
    }

    /** The gateway tells Salesforce a moment after ConVox has taken something. */
    lookAgain(): void {
        if (this.#refresh) {
            this.later(NEWS, () => {
                this.#refresh?.().catch(() => undefined);
            });
        }
    }

    stop(): void {
        this.#stop();
    }

    private later(pause: number, then: () => void): void {
        this.#stop();
        this.#stop = this.#edges.after(pause, then);
    }
}
