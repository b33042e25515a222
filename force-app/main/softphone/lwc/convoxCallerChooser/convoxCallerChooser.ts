import { LightningElement, api } from 'lwc';
import accountLabel from '@salesforce/label/c.ConVox_RecordLink_Account';
import contactLabel from '@salesforce/label/c.ConVox_RecordLink_Contact';
import headingLabel from '@salesforce/label/c.ConVox_CallerChooser_Heading';
import lastLabel from '@salesforce/label/c.ConVox_CallerChooser_Last_Time';
import leadLabel from '@salesforce/label/c.ConVox_RecordLink_Lead';
import moreLabel from '@salesforce/label/c.ConVox_CallerChooser_More';
import takeLabel from '@salesforce/label/c.ConVox_CallerChooser_Take';
import { reasonText } from 'c/convoxCallWords';
import type { Match } from 'c/convoxCallState';
import { fillIn } from 'c/convoxText';

const OBJECT_LABELS: Readonly<Record<Match['customer']['object'], string>> = {
    Contact: contactLabel,
    Lead: leadLabel,
    Account: accountLabel,
    // The name of any other says what it is.
    Record: ''
};

interface Choice {
    readonly id: string;
    readonly descriptionId: string;
    readonly name: string;
    readonly description: string;
    readonly isMarked: boolean;
}

/**
 * Lets the agent choose among records that share the caller's number. The first is marked, so that Enter is enough;
 * arrows move the mark. Fires `choose` with { customerId }.
 */
export default class ConvoxCallerChooser extends LightningElement {
    /** Best first. */
    @api matches: readonly Match[] = [];

    /** How many records have the number, also those that are not among the matches. */
    @api count = 0;

    labels = { take: takeLabel };
    markedId = '';

    get heading(): string {
        return fillIn(headingLabel, Math.max(this.count, this.matches.length));
    }

    /** That the list is not complete; '' when it is. */
    get more(): string {
        return this.count > this.matches.length ? fillIn(moreLabel, this.matches.length) : '';
    }

    get choices(): Choice[] {
        const marked = this.markedId || this.matches[0]?.customer.id;
        return this.matches.map(({ customer, reason, isLastChoice }) => ({
            id: customer.id,
            descriptionId: `why-${customer.id}`,
            name: customer.name,
            description: [
                OBJECT_LABELS[customer.object],
                customer.detail,
                reasonText(reason),
                isLastChoice ? lastLabel : ''
            ]
                .filter(Boolean)
                .join(' · '),
            isMarked: customer.id === marked
        }));
    }

    /** Puts the cursor on the marked record. */
    @api
    focus(): void {
        this.template?.querySelector<HTMLInputElement>('input:checked')?.focus();
    }

    handleMark(event: Event): void {
        if (event.target instanceof HTMLInputElement) {
            this.markedId = event.target.value;
        }
    }

    /** A press like any other: whoever looks after the cursor hears of it. */
    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Enter') {
            event.preventDefault();
            if (this.refs?.take instanceof HTMLElement) {
                this.refs.take.click();
            }
        }
    }

    handleTake(): void {
        const customerId = this.choices.find(({ isMarked }) => isMarked)?.id;
        this.dispatchEvent(new CustomEvent('choose', { detail: { customerId } }));
    }
}
