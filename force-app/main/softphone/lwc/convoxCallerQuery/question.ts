import { mayPass, NoAnswerInTime, pauseAfterFailures, readError, REQUEST_LIMIT } from 'c/convoxErrors';
import type { After } from 'c/convoxErrors';

/** Milliseconds after which the agent goes on without an answer that may still come. */
export const PATIENCE = 3000;

export interface QuestionEdges {
    after: After;
    /** Asks once more; `round` counts up. The first time, round 0, is asked by whoever starts the question. */
    ask(round: number): void;
    /** The answer takes long. */
    slow(): void;
    failed(error: unknown): void;
}

/** A question to Salesforce with a limit for its answer, that is asked again by itself until it is answered. */
export class Question {
    #round = 0;
    #failures = 0;
    #stops: (() => void)[] = [];
    #waiting: (() => void)[] = [];
    readonly #edges: QuestionEdges;

    constructor(edges: QuestionEdges) {
        this.#edges = edges;
    }

    /** The question was asked. */
    start(): void {
        this.stop();
        const { after, slow } = this.#edges;
        this.#stops = [after(PATIENCE, slow), after(REQUEST_LIMIT, () => this.refused(new NoAnswerInTime()))];
    }

    /** Asks once more now; resolves when there is an answer or none to be had. */
    again(): Promise<void> {
        const end = new Promise<void>((resolve) => {
            this.#waiting.push(resolve);
        });
        this.next();
        return end;
    }

    /** Asks at once what failed, for when there is reason to hope. */
    retry(): void {
        if (this.#failures > 0) {
            this.next();
        }
    }

    answered(): void {
        this.#failures = 0;
        this.end();
    }

    refused(error: unknown): void {
        this.#failures += 1;
        this.end();
        if (mayPass(readError(error))) {
            this.#stops = [this.#edges.after(pauseAfterFailures(this.#failures), () => this.next())];
        }
        this.#edges.failed(error);
    }

    /** Nobody wants to know any more. */
    stop(): void {
        this.#stops.forEach((stop) => stop());
        this.#stops = [];
    }

    private next(): void {
        this.#round += 1;
        this.start();
        this.#edges.ask(this.#round);
    }

    private end(): void {
        this.stop();
        this.#waiting.forEach((resolve) => resolve());
        this.#waiting = [];
    }
}
