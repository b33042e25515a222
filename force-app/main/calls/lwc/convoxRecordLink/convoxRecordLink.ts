import { LightningElement } from 'lwc';
import find from '@salesforce/label/c.ConVox_RecordLink_Find';
import kind from '@salesforce/label/c.ConVox_RecordLink_Kind';
import type { LinkObject } from 'c/convoxCallRecord';
import { LINK_TARGETS } from './linkTargets.ts';
import type { LinkTarget } from './linkTargets.ts';

/** A record that a call is to be linked to. */
export interface LinkedRecord {
    readonly object: LinkObject;
    readonly id: string;
}

/**
 * Finds the contact, lead, account or case that a call shall be linked to.
 * @fires link with a LinkedRecord
 */
export default class ConvoxRecordLink extends LightningElement {
    labels = { find, kind };
    targets = LINK_TARGETS;
    object: LinkObject = 'Contact';
    isShown = false;

    /** The agent asked for it: the cursor goes there. */
    override renderedCallback(): void {
        const { kinds } = this.refs ?? {};
        if (!this.isShown && kinds instanceof HTMLElement) {
            this.isShown = true;
            kinds.focus();
        }
    }

    /** A list of one: another kind is another picker, that keeps nothing of the last one. */
    get shownTargets(): LinkTarget[] {
        return this.targets.filter(({ value }) => value === this.object);
    }

    handleKind({ detail }: CustomEvent<{ value: LinkObject }>): void {
        this.object = detail.value;
    }

    handlePick({ detail }: CustomEvent<{ recordId: string | null }>): void {
        if (detail.recordId) {
            const record: LinkedRecord = { object: this.object, id: detail.recordId };
            this.dispatchEvent(new CustomEvent('link', { detail: record }));
        }
    }
}
