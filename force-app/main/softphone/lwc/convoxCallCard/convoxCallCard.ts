import { LightningElement, api } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { recordOf } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import { isOutbound, numberText, reasonText, titleText } from 'c/convoxCallWords';
import { labels } from './labels.ts';

const EXPLANATIONS = {
    lookingUp: '',
    several: '',
    unanswered: labels.unanswered,
    unknown: labels.unknown,
    withheld: labels.withheldHelp
} as const;

/**
 * Who is calling and what can be done about it; below it, and beside its buttons, what is slotted in.
 * @fires open when the record shall open
 * @fires chooseanother when another record with the number shall be chosen
 * @fires lookagain when the caller shall be looked up once more
 */
export default class ConvoxCallCard extends LightningElement {
    @api call?: CallState;

    labels = labels;
    timeZone = TIME_ZONE;

    get isKnown(): boolean {
        return this.call?.caller.kind === 'known';
    }

    get canOpen(): boolean {
        return !!this.call && recordOf(this.call) !== undefined;
    }

    get number(): string {
        return this.call ? numberText(this.call) : '';
    }

    get heading(): string {
        return this.call ? titleText(this.call) : '';
    }

    /** What the customer's record says, to stand before the number. */
    get detail(): string {
        const caller = this.call?.caller;
        return caller?.kind === 'known' && caller.match.customer.detail ? `${caller.match.customer.detail} · ` : '';
    }

    /** Why this record, or what it means that there is none. */
    get explanation(): string {
        const caller = this.call?.caller;
        if (caller?.kind === 'known') {
            return reasonText(caller.match.reason);
        }
        return caller ? EXPLANATIONS[caller.kind] : '';
    }

    get isOutbound(): boolean {
        return !!this.call && isOutbound(this.call);
    }

    get canChoose(): boolean {
        return this.isKnown && (this.call?.matches.length ?? 0) > 1;
    }

    get canLookAgain(): boolean {
        return this.call?.caller.kind === 'unknown';
    }

    /** Nobody knows when a call ended that was disposed before this page was loaded. */
    get isTimed(): boolean {
        return !this.call?.isDisposed || this.call.endedAt !== undefined;
    }

    /** Each of these buttons is called like its event. */
    handleAction(event: Event): void {
        if (event.currentTarget instanceof HTMLElement) {
            this.dispatchEvent(new CustomEvent(event.currentTarget.dataset.id ?? ''));
        }
    }
}
