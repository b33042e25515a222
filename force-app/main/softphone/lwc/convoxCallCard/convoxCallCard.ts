import { LightningElement, api } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { FollowUpDue, PastCall } from 'c/convoxCallerQuery';
import { recordOf } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import { numberText, reasonText, titleText } from 'c/convoxCallWords';
import { displayPhone } from 'c/convoxContract';
import { copyText } from './copyText.ts';
import { labels } from './labels.ts';

/** Records that can be made for a caller. */
export type NewRecord = 'Contact' | 'Lead' | 'Case';

const EXPLANATIONS = {
    lookingUp: '',
    several: '',
    unanswered: labels.unanswered,
    unknown: labels.unknown,
    withheld: labels.withheldHelp
} as const;

interface Detail {
    readonly key: string;
    readonly label: string;
    readonly value: string;
}

/**
 * Who is calling and what can be done about it; below it what is slotted in, and folded what else is known.
 * @fires open when the record shall open
 * @fires create with { object } when a new record shall be made for the caller
 * @fires chooseanother when another record with the number shall be chosen
 * @fires linkto when a record shall be found to link the call to
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

    get canChoose(): boolean {
        return this.isKnown && (this.call?.matches.length ?? 0) > 1;
    }

    get canLookAgain(): boolean {
        return this.call?.caller.kind === 'unknown';
    }

    get details(): Detail[] {
        const { did = '', process = '', typeOfCall = '' } = this.call?.pop ?? {};
        return [
            { key: 'type', label: labels.type, value: typeOfCall },
            { key: 'process', label: labels.process, value: process },
            { key: 'did', label: labels.did, value: displayPhone(did) }
        ].filter(({ value }) => value !== '');
    }

    get recentCalls(): (PastCall & { summary: string })[] {
        return (this.call?.lookup.recentCalls ?? []).map((past) => ({
            ...past,
            summary: [past.direction, past.disposition || past.status].filter(Boolean).join(' · ')
        }));
    }

    get hasRecentCalls(): boolean {
        return this.recentCalls.length > 0;
    }

    get hasFacts(): boolean {
        return this.details.length > 0 || this.hasRecentCalls;
    }

    get followUps(): readonly FollowUpDue[] {
        return this.call?.lookup.followUps ?? [];
    }

    get poppedAt(): number {
        return this.call?.poppedAt ?? 0;
    }

    /** Nobody knows when a call ended that was disposed before this page was loaded. */
    get isTimed(): boolean {
        return !this.call?.isDisposed || this.call.endedAt !== undefined;
    }

    get endedAt(): number | undefined {
        return this.call?.endedAt;
    }

    async handleCopy(): Promise<void> {
        this.dispatchEvent(await copyText(this.number));
    }

    /** Each of these buttons is called like its event. */
    handleAction(event: Event): void {
        if (event.currentTarget instanceof HTMLElement) {
            this.dispatchEvent(new CustomEvent(event.currentTarget.dataset.id ?? ''));
        }
    }

    /** Where none is to be made, one is to be found. */
    handleCreate({ detail }: CustomEvent<{ value: NewRecord | '' }>): void {
        this.dispatchEvent(
            detail.value ? new CustomEvent('create', { detail: { object: detail.value } }) : new CustomEvent('linkto')
        );
    }
}
