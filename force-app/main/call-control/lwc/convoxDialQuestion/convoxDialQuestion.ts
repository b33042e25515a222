import { LightningElement, api, wire } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { wait } from 'c/convoxCallControl';
import { dialDoubts, WireReader } from 'c/convoxDialing';
import type { DialDoubts, DialTarget, WireRequest } from 'c/convoxDialing';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { labels } from './labels.ts';

/**
 * Asks the agent before a call that something speaks against.
 * @fires anyway when the call shall be made, leave when not
 */
export default class ConvoxDialQuestion extends LightningElement {
    labels = labels;
    timeZone = TIME_ZONE;
    text = '';
    doubts?: DialDoubts;
    isNew = false;
    request?: WireRequest;
    reader = new WireReader((request) => {
        this.request = request;
    }, wait);

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takeRows(result: GraphqlResult): void {
        this.reader.take(result);
    }

    @api
    async hasDoubts(target: DialTarget): Promise<boolean> {
        this.doubts = undefined;
        this.doubts = await dialDoubts(target, this.reader);
        const name = this.doubts?.name;
        this.text = fillIn(labels.question, name ? `${name} (${target.text})` : target.text);
        this.isNew = this.doubts !== undefined;
        return this.isNew;
    }

    /** The cursor goes where it calls nobody. */
    override renderedCallback(): void {
        const leave: unknown = this.refs?.leave;
        if (this.isNew && leave instanceof HTMLElement) {
            this.isNew = false;
            leave.focus();
        }
    }

    handleAnyway(): void {
        this.doubts = undefined;
        this.dispatchEvent(new CustomEvent('anyway'));
    }

    handleLeave(): void {
        this.doubts = undefined;
        this.dispatchEvent(new CustomEvent('leave'));
    }
}
