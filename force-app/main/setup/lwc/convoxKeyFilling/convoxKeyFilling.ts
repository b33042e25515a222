import { LightningElement, api, wire } from 'lwc';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { isFlowRunner } from 'c/convoxFlowRunner';
import { textAt } from 'c/convoxPath';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { labels } from './labels.ts';
import { savePage } from './savePage.ts';
import type { Refusal } from './savePage.ts';
import { readUnkeyed, UNKEYED_QUERY } from './unkeyedQuery.ts';
import type { KeyedObject, UnkeyedRequest, UnkeyedRows } from './unkeyedQuery.ts';

/** How the filling of phone keys stands: who is not filled, who was, whom the org refused. */
export interface KeysState {
    readonly contacts: number;
    readonly leads: number;
    readonly accounts: number;
    readonly isFilling: boolean;
    readonly filled: number;
    readonly refused: readonly Refusal[];
}

/** More than these are no accident: a rule of the org has to be looked at first. */
const MOST_REFUSED = 20;

/** What a template's reference to this component can be asked for. */
export interface KeyFilling {
    fill(): void;
    look(): void;
}

/**
 * Counts the customers whose phone keys are not filled, and has them filled page by page as long as it is on the screen.
 * Every page is a transaction of its own; what is filled stays filled.
 * @fires keys with the KeysState whenever it changes
 */
export default class ConvoxKeyFilling extends LightningElement {
    labels = labels;
    request?: UnkeyedRequest;
    answer: GraphqlResult = {};
    rows: readonly UnkeyedRows[] = [];
    refused: readonly Refusal[] = [];
    filled = 0;
    isFilling = false;
    isSaving = false;
    failure?: ErrorReport;

    /** ISO instant since which every save fills the keys; '' while it is not known. */
    @api
    get since(): string {
        return this.request?.variables.since ?? '';
    }
    set since(since: string) {
        if (since !== this.since) {
            this.request = { query: UNKEYED_QUERY, variables: { since, refused: [] } };
        }
    }

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takeAnswer(result: GraphqlResult): void {
        this.answer = result;
        const { data, errors = [] } = result;
        if (errors.length > 0) {
            this.stop(errors);
        } else if (data !== undefined && data !== null) {
            this.rows = readUnkeyed(data);
            this.tell();
            this.fillPage().catch((error: unknown) => this.stop(error));
        }
    }

    override disconnectedCallback(): void {
        this.isFilling = false;
    }

    get progress(): string {
        const left = this.rows.reduce((sum, { total }) => sum + total, 0);
        return this.isFilling ? fillIn(labels.progress, this.filled, left) : '';
    }

    /** Fills all keys, those as well that were refused before. */
    @api
    fill(): void {
        this.isFilling = true;
        this.filled = 0;
        this.refused = [];
        this.failure = undefined;
        this.request = { query: UNKEYED_QUERY, variables: { since: this.since, refused: [] } };
        this.tell();
        this.look();
    }

    /** Counts again. */
    @api
    look(): void {
        this.answer.refresh?.().catch((error: unknown) => this.stop(error));
    }

    async fillPage(): Promise<void> {
        const page = this.rows.find(({ ids }) => ids.length > 0);
        if (!this.isFilling || this.isSaving) {
            return;
        }
        if (page === undefined || this.refused.length >= MOST_REFUSED) {
            this.isFilling = false;
            this.tell();
            return;
        }
        this.isSaving = true;
        const refused = await savePage(page.object, page.ids, (object, ids) => this.save(object, ids)).finally(() => {
            this.isSaving = false;
        });
        this.filled += page.ids.length - refused.length;
        if (refused.length > 0) {
            this.refused = [...this.refused, ...refused];
            const variables = { since: this.since, refused: this.refused.map(({ id }) => id) };
            this.request = { query: UNKEYED_QUERY, variables };
        } else {
            this.look();
        }
    }

    async save(object: KeyedObject, ids: readonly string[]): Promise<string> {
        const runner: unknown = this.refs?.runner;
        return isFlowRunner(runner)
            ? textAt(await runner.run('ConVox_Fill_Phone_Keys', { objectName: object, ids }), 'fault')
            : '';
    }

    stop(error: unknown): void {
        this.isFilling = false;
        this.failure = readError(error);
        this.tell();
    }

    tell(): void {
        const [contacts = 0, leads = 0, accounts = 0] = this.rows.map(({ total }) => total);
        const { isFilling, filled, refused } = this;
        const detail: KeysState = { contacts, leads, accounts, isFilling, filled, refused };
        this.dispatchEvent(new CustomEvent('keys', { detail, bubbles: true, composed: true }));
    }
}
