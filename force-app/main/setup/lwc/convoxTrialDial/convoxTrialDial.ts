import { LightningElement, wire } from 'lwc';
import userId from '@salesforce/user/Id';
import { readAgents } from 'c/convoxAgentSetup';
import { dialNumber, displayPhone } from 'c/convoxContract';
import { focusOn } from 'c/convoxCursor';
import { DIALER_QUERY, isDialer } from 'c/convoxDialing';
import { readError } from 'c/convoxErrors';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { labels } from './labels.ts';

/**
 * A call to a phone at hand, asked for as agents do, with what ConVox said to it.
 * @fires close
 */
export default class ConvoxTrialDial extends LightningElement {
    labels = labels;
    query = DIALER_QUERY;
    variables = { userId };
    answer: GraphqlResult = {};
    number = '';
    problem = '';
    hasCursor = false;

    @wire(graphql, { query: '$query', variables: '$variables' })
    takeAgent(result: GraphqlResult): void {
        this.answer = result;
    }

    override renderedCallback(): void {
        if (!this.hasCursor) {
            this.hasCursor = true;
            focusOn(this.refs, 'number');
        }
    }

    handleNumber({ detail }: CustomEvent<{ value: string }>): void {
        this.number = detail.value;
    }

    async handleCall(): Promise<void> {
        const dialer: unknown = this.refs?.dialer;
        const dial = dialNumber(this.number);
        const [agent] = readAgents(this.answer.data);
        const { errors = [] } = this.answer;
        this.problem =
            dial === undefined ? labels.notDialable : errors.length > 0 ? readError(errors).lines.join(' ') : '';
        if (dial !== undefined && agent && isDialer(dialer)) {
            await dialer.call({ dial, text: displayPhone(this.number), customer: {} }, agent);
        }
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
