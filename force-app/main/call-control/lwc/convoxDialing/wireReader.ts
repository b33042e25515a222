import type { GraphqlDocument, GraphqlResult } from 'lightning/graphql';
import type { Wait } from 'c/convoxCallControl';

/** Milliseconds for an answer; without one whoever asked goes on. */
const PATIENCE = 3000;

/** What a component's graphql wire asks for. */
export interface WireRequest {
    readonly query: GraphqlDocument;
    readonly variables: Readonly<Record<string, string>>;
}

/** Asks through the graphql wire of the component that holds it: only a component can have a wire. */
export class WireReader {
    #answer: GraphqlResult = {};
    #asked: WireRequest | undefined;
    #arrived = (): void => undefined;
    readonly #ask: (request: WireRequest) => void;
    readonly #wait: Wait;

    /** @param ask has the component's wire ask */
    constructor(ask: (request: WireRequest) => void, wait: Wait) {
        this.#ask = ask;
        this.#wait = wait;
    }

    /** Takes what the wire delivers. */
    take(result: GraphqlResult): void {
        if (result.data !== undefined || result.errors !== undefined) {
            this.#answer = result;
            this.#arrived();
        }
    }

    /** The answer as it is now: the same request again goes past the cache. Undefined without an answer. Never rejects. */
    async read(request: WireRequest): Promise<unknown> {
        if (request === this.#asked && this.#answer.refresh) {
            await this.#answer.refresh().catch(() => undefined);
        } else {
            const arrival = new Promise<void>((resolve) => {
                this.#arrived = resolve;
            });
            this.#answer = {};
            this.#asked = request;
            this.#ask(request);
            await Promise.race([arrival, this.#wait(PATIENCE)]);
        }
        return this.#answer.data;
    }
}
