import { LightningElement, api, wire } from 'lwc';
import outside from '@salesforce/label/c.ConVox_CallingHours_Outside';
import unknown from '@salesforce/label/c.ConVox_CallingHours_Unknown';
import { textAt } from 'c/convoxPath';
import { Speech } from 'c/convoxSpeech';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlDocument, GraphqlResult } from 'lightning/graphql';
import { hoursIn, isWithin } from './hours.ts';
import type { CallingHours } from './hours.ts';
import { HOURS_QUERY } from './hoursQuery.ts';

/** Warns of a promise outside the hours in which customers of the process are called. The agent decides: nothing is held up. */
export default class ConvoxCallingHours extends LightningElement {
    /** The key of the call's process. */
    @api process = '';
    /** What was entered for the call; its time is on the clock of the ConVox server, as the hours are. */
    @api draft: unknown;

    answer: GraphqlResult = {};
    speech = new Speech(this);
    seen = '';

    @wire(graphql, { query: '$query', variables: '$variables' })
    takeAnswer(answer: GraphqlResult): void {
        this.answer = answer;
    }

    override renderedCallback(): void {
        this.speech.tell(this.warning);
        if (this.warning !== this.seen) {
            this.seen = this.warning;
            this.refs?.warning?.scrollIntoView?.({ block: 'nearest' });
        }
    }

    /** A call without a process has no hours. */
    get query(): GraphqlDocument | undefined {
        return this.process ? HOURS_QUERY : undefined;
    }

    get variables(): { readonly process: string } {
        return { process: this.process };
    }

    get hours(): CallingHours | undefined {
        return this.answer.data ? hoursIn(this.answer.data) : undefined;
    }

    get warning(): string {
        const { hours } = this;
        if (this.answer.errors?.length) {
            return unknown;
        }
        return hours && !isWithin(hours, textAt(this.draft, 'time')) ? fillIn(outside, hours.from, hours.to) : '';
    }
}
