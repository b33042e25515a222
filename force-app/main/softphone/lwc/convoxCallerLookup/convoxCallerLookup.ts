import { LightningElement, api, wire } from 'lwc';
import {
    CALLER_QUERY,
    callerVariables,
    countCustomers,
    Question,
    readCustomers,
    readLookup,
    UNFILLED_CALLER_QUERY,
    unfilledCallerVariables
} from 'c/convoxCallerQuery';
import type { CallerLookup } from 'c/convoxCallerQuery';
import { phoneKey } from 'c/convoxContract';
import type { ScreenPop } from 'c/convoxContract';
import { browserEdges } from 'c/convoxSession';
import { graphql } from 'lightning/graphql';
import type { GraphqlDocument, GraphqlResult } from 'lightning/graphql';

/**
 * Asks Salesforce about a call, in one request; a second, slow one follows only while the org's phone keys are not
 * filled and nobody was found. What fails or hangs is asked again by itself. Shows nothing.
 * @fires found with a CallerLookup
 * @fires slow when the answer takes long
 * @fires failed with the errors, which c/convoxErrors reads
 */
export default class ConvoxCallerLookup extends LightningElement {
    /** The call to ask about; without one the question is for the agent's open calls alone. */
    @api pop?: ScreenPop;
    @api userId = '';

    lookup?: CallerLookup;
    isSlow = false;
    answer?: GraphqlResult;
    slowAnswer?: GraphqlResult;
    round = 0;
    question = new Question({
        after: browserEdges().clock.after,
        ask: (round) => this.ask(round),
        slow: () => this.dispatchEvent(new CustomEvent('slow')),
        failed: (detail) => this.dispatchEvent(new CustomEvent('failed', { detail }))
    });
    retry = (): void => this.question.retry();

    get variables(): Record<string, string | number> {
        return callerVariables(this.pop, this.userId, this.round);
    }

    get slowQuery(): GraphqlDocument | undefined {
        return this.isSlow ? UNFILLED_CALLER_QUERY : undefined;
    }

    get slowVariables(): Record<string, string> | undefined {
        return this.isSlow && this.pop ? unfilledCallerVariables(this.pop.callerNumber) : undefined;
    }

    @wire(graphql, { query: CALLER_QUERY, variables: '$variables' })
    takeAnswer(result: GraphqlResult): void {
        this.answer = result;
        if (result.errors && result.errors.length > 0) {
            this.question.refused(result.errors);
        } else if (result.data) {
            this.lookup = readLookup(result.data, this.pop?.callReference);
            this.isSlow = this.mustSearchSlowly(this.lookup);
            if (!this.isSlow) {
                this.tellFound(this.lookup);
            }
        }
    }

    /** The slow search only adds to what is known: without it the call goes on. */
    @wire(graphql, { query: '$slowQuery', variables: '$slowVariables' })
    takeSlowAnswer(result: GraphqlResult): void {
        this.slowAnswer = result;
        if (this.lookup && (result.data || result.errors)) {
            this.lookup = {
                ...this.lookup,
                customers: readCustomers(result.data),
                customerCount: countCustomers(result.data)
            };
            this.tellFound(this.lookup);
            if (result.errors && result.errors.length > 0) {
                this.question.refused(result.errors);
            }
        }
    }

    override connectedCallback(): void {
        this.question.start();
        window.addEventListener('online', this.retry);
    }

    override disconnectedCallback(): void {
        this.question.stop();
        window.removeEventListener('online', this.retry);
    }

    mustSearchSlowly({ customers, agents }: CallerLookup): boolean {
        const areKeysMissing = agents.some(({ arePhoneKeysFilled }) => !arePhoneKeysFilled);
        return areKeysMissing && customers.length === 0 && phoneKey(this.pop?.callerNumber ?? '') !== '';
    }

    /** Asks once more, past every cache. Resolves to what is known then; `found` or `failed` is fired as well. */
    @api
    async refresh(): Promise<CallerLookup | undefined> {
        await this.question.again();
        return this.lookup;
    }

    /** An answer can be refreshed; a question that failed or hangs has to be another one. */
    async ask(round: number): Promise<void> {
        const { refresh } = this.answer?.data ? this.answer : {};
        if (!refresh) {
            this.round = round;
            return;
        }
        try {
            await refresh();
            await this.slowAnswer?.refresh?.();
            this.question.answered();
        } catch (error) {
            this.question.refused(error);
        }
    }

    tellFound(detail: CallerLookup): void {
        this.question.answered();
        this.dispatchEvent(new CustomEvent<CallerLookup>('found', { detail }));
    }
}
