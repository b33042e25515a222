import type { CallState } from 'c/convoxCallState';
import type { After } from 'c/convoxErrors';
import type { GraphqlResult } from 'lightning/graphql';

/** Milliseconds before it asks: a call that is on its way comes first. */
const QUIET = 1000;

/** Milliseconds until the first look for what a command, a dial or a call has changed: mostly it is known within a second. */
const FIRST_PAUSE = 600;
/** Looks for it, each after twice the pause. */
const LOOKS = 4;

/** Milliseconds between looks while nothing is known to change: a customer who hangs up begins a wrap-up of a minute or less. */
const PAUSE_DURING_A_CALL = 10_000;
const PAUSE = 60_000;

export interface DeskWatchEdges {
    readonly after: After;
    /** The shown call. */
    readonly call: () => CallState | undefined;
    readonly ask: () => void;
}

/** When to ask for the desk, and when to look at it again. */
export class DeskWatch {
    #stop = (): void => undefined;
    #refresh: GraphqlResult['refresh'];
    /** Something changed before the desk was asked for. */
    #hasChanged = false;
    readonly #edges: DeskWatchEdges;

    constructor(edges: DeskWatchEdges) {
        this.#edges = edges;
    }

    /** Who is calling is asked first, and by itself. */
    start(): void {
        this.later(QUIET, () => {
            if (this.#edges.call()?.caller.kind === 'lookingUp') {
                this.start();
            } else {
                this.#edges.ask();
                this.look(this.#hasChanged ? 0 : LOOKS);
            }
        });
    }

    /**
     * Takes how the answer is asked for once more.
     * @param isNews something is known that was not: at first everything is
     */
    take(refresh: GraphqlResult['refresh'], isNews: boolean): void {
        if (isNews && this.#refresh) {
            this.look(LOOKS);
        }
        this.#refresh = refresh ?? this.#refresh;
    }

    /** Something has changed, which the gateway tells Salesforce a moment later. */
    lookAgain(): void {
        this.#hasChanged = true;
        if (this.#refresh) {
            this.look(0);
        }
    }

    stop(): void {
        this.#stop();
    }

    /** With growing pauses, and then now and then while somebody sees the page. */
    private look(step: number): void {
        const isAwaited = step < LOOKS;
        const rest = this.#edges.call() ? PAUSE_DURING_A_CALL : PAUSE;
        this.later(isAwaited ? FIRST_PAUSE * 2 ** step : rest, () => {
            if (isAwaited || document.visibilityState === 'visible') {
                this.#refresh?.().catch(() => undefined);
            }
            this.look(step + 1);
        });
    }

    private later(pause: number, then: () => void): void {
        this.#stop();
        this.#stop = this.#edges.after(pause, then);
    }
}
