import { LightningElement, wire } from 'lwc';
import userId from '@salesforce/user/Id';
import { OPEN_CALLS_QUERY, openCallsVariables, Question, readOpenCalls } from 'c/convoxCallerQuery';
import { browserEdges } from 'c/convoxSession';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';

/**
 * Asks once for the agent's calls that are still open, begun in this browser or at another computer, and again until
 * there is an answer. Shows nothing.
 * @fires found with OpenCall[], newest first
 */
export default class ConvoxOpenCalls extends LightningElement {
    query = OPEN_CALLS_QUERY;
    startedAt = browserEdges().clock.now();
    round = 0;
    /** Later answers tell of calls that this page has left since. */
    isAnswered = false;
    question = new Question({
        after: browserEdges().clock.after,
        ask: (round) => {
            this.round = round;
        },
        slow: () => undefined,
        failed: () => undefined
    });
    retry = (): void => this.question.retry();

    get variables(): Record<string, string | number> {
        return openCallsVariables(userId, this.startedAt, this.round);
    }

    @wire(graphql, { query: '$query', variables: '$variables' })
    takeAnswer({ data, errors }: GraphqlResult): void {
        if (data && !this.isAnswered) {
            this.isAnswered = true;
            this.question.answered();
            this.dispatchEvent(new CustomEvent('found', { detail: readOpenCalls(data) }));
        } else if (errors) {
            this.question.refused(errors);
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
}
