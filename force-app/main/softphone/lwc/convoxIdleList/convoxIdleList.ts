import { LightningElement, api } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { fillIn } from 'c/convoxText';
import type { IdleLine } from './idleLine.ts';
import { labels } from './labels.ts';
import { lineView } from './lineView.ts';
import type { LineView } from './lineView.ts';

export type { IdleLine } from './idleLine.ts';

const MOST_LINES = 10;

/**
 * Calls, or promises of calls, under a heading.
 * @fires call, open, record, link with the IdleLine whose button was pressed
 * @fires all when the agent wants those that are not shown
 */
export default class ConvoxIdleList extends LightningElement {
    timeZone = TIME_ZONE;
    @api heading = '';
    @api emptyText = '';
    @api lines: readonly IdleLine[] = [];
    /** How many there are; the list may show fewer. */
    @api total = 0;
    @api canCall = false;
    /** Too soon for the next call. */
    @api isResting = false;

    get headingText(): string {
        return this.total > 0 ? `${this.heading} (${this.total})` : this.heading;
    }

    get isEmpty(): boolean {
        return this.lines.length === 0;
    }

    get views(): LineView[] {
        return this.lines.slice(0, MOST_LINES).map((line) => lineView(line, this.canCall));
    }

    get allText(): string {
        return this.total > this.views.length ? fillIn(labels.all, this.total) : '';
    }

    handleAction(event: Event): void {
        const { id, action = '' } = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset : {};
        const detail = this.lines.find((line) => line.id === id);
        // The address is for those who open it in a tab of their own; here the console opens the page.
        event.preventDefault();
        this.dispatchEvent(new CustomEvent(action, { detail }));
    }

    handleAll(): void {
        this.dispatchEvent(new CustomEvent('all'));
    }
}
