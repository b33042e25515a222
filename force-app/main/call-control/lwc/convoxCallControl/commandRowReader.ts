import type { GraphqlDocument, GraphqlResult } from 'lightning/graphql';
import { rowsOf, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { COMMAND_QUERY } from './commandQuery.ts';
import type { Wait } from './patience.ts';

/** Milliseconds for the first answer about a row; later ones are asked for by `refresh`. */
const FIRST_READ_PATIENCE = 3000;

/** What a component's graphql wire asks for. */
export interface RowRequest {
    readonly query: GraphqlDocument;
    readonly variables: { readonly key: string };
}

/**
 * Reads rows of ConVox_Command__c through the graphql wire of the component that holds it: only a component can have
 * a wire.
 */
export class CommandRowReader {
    #answered: GraphqlResult | undefined;
    #key: string | undefined;
    #arrived = (): void => undefined;
    readonly #ask: (request: RowRequest) => void;
    readonly #wait: Wait;

    /** @param ask has the component's wire ask for a row */
    constructor(ask: (request: RowRequest) => void, wait: Wait) {
        this.#ask = ask;
        this.#wait = wait;
    }

    /** Takes what the wire delivers. */
    take(result: GraphqlResult): void {
        this.#answered = result;
        if (result.data !== undefined || result.errors !== undefined) {
            this.#arrived();
        }
    }

    /** The row as it is now, past the cache; undefined when it cannot be read. Never rejects. */
    async read(key: string): Promise<GraphqlRow | undefined> {
        if (this.#key === key) {
            await this.#answered?.refresh?.().catch(() => undefined);
        } else {
            const arrival = new Promise<void>((resolve) => {
                this.#arrived = resolve;
            });
            this.#key = key;
            this.#ask({ query: COMMAND_QUERY, variables: { key } });
            await Promise.race([arrival, this.#wait(FIRST_READ_PATIENCE)]);
        }
        const row = rowsOf(this.#answered?.data, 'ConVox_Command__c')[0];
        // The wire may still hold the row of the command before.
        return textOf(row, 'Key__c') === key ? row : undefined;
    }
}
