import { LightningElement, api, wire } from 'lwc';
import {
    CALLER_QUERY,
    callerVariables,
    countCustomers,
    readCustomers,
    readLookup,
    UNFILLED_CALLER_QUERY,
    unfilledCallerVariables
} from 'c/convoxCallerQuery';
import type { CallerLookup } from 'c/convoxCallerQuery';
import { phoneKey } from 'c/convoxContract';
import type { ScreenPop } from 'c/convoxContract';
import { graphql } from 'lightning/graphql';
import type { GraphqlDocument, GraphqlError, GraphqlResult } from 'lightning/graphql';

/**
 * Asks Salesforce about a call, in one request; a second, slow one follows only while the org's phone keys are not
 * filled and nobody was found. Shows nothing.
 * @fires found with a CallerLookup
 * @fires failed with the errors, which c/convoxErrors reads
 */
export default class ConvoxCallerLookup extends LightningElement {
    @api pop?: ScreenPop;
    @api userId = '';

    lookup?: CallerLookup;
    isSlow = false;
    answer?: GraphqlResult;
    slowAnswer?: GraphqlResult;

    get query(): GraphqlDocument | undefined {
        return this.pop ? CALLER_QUERY : undefined;
    }

    get variables(): Record<string, string> | undefined {
        return this.pop && callerVariables(this.pop, this.userId);
    }

    get slowQuery(): GraphqlDocument | undefined {
        return this.isSlow ? UNFILLED_CALLER_QUERY : undefined;
    }

    get slowVariables(): Record<string, string> | undefined {
        return this.isSlow && this.pop ? unfilledCallerVariables(this.pop.callerNumber) : undefined;
    }

    @wire(graphql, { query: '$query', variables: '$variables' })
    takeAnswer(result: GraphqlResult): void {
        this.answer = result;
        if (result.data) {
            const lookup = readLookup(result.data);
            this.lookup = lookup;
            this.isSlow = this.mustSearchSlowly(lookup);
            if (!this.isSlow) {
                this.tellFound(lookup);
            }
        }
        this.tellFailed(result.errors);
    }

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
            this.tellFailed(result.errors);
        }
    }

    mustSearchSlowly({ customers, agents }: CallerLookup): boolean {
        const areKeysMissing = agents.some(({ arePhoneKeysFilled }) => !arePhoneKeysFilled);
        return areKeysMissing && customers.length === 0 && phoneKey(this.pop?.callerNumber ?? '') !== '';
    }

    /** Asks once more, past every cache. Resolves to what is known then; `found` or `failed` is fired as well. */
    @api
    async refresh(): Promise<CallerLookup | undefined> {
        try {
            await this.answer?.refresh?.();
            await this.slowAnswer?.refresh?.();
        } catch (error) {
            this.dispatchEvent(new CustomEvent('failed', { detail: error }));
        }
        return this.lookup;
    }

    tellFound(detail: CallerLookup): void {
        this.dispatchEvent(new CustomEvent<CallerLookup>('found', { detail }));
    }

    tellFailed(errors: readonly GraphqlError[] | undefined): void {
        if (errors && errors.length > 0) {
            this.dispatchEvent(new CustomEvent('failed', { detail: errors }));
        }
    }
}
