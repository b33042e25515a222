import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';

export interface FloorLinkText {
    readonly key: string;
    readonly text: string;
    readonly url: string;
    readonly page: PageReference;
}

interface LinkView extends FloorLinkText {
    /** The template keeps no space between its parts. */
    readonly before: string;
    readonly after: string;
}

/**
 * A sentence about records that the floor does not show, with the way to them.
 * @fires open with the PageReference of a record
 */
export default class ConvoxFloorLinks extends LightningElement {
    @api text = '';
    @api links: readonly FloorLinkText[] = [];
    /** Whether there are more than have a link. */
    @api hasMore = false;

    get views(): LinkView[] {
        const last = this.links.length - 1;
        const end = this.hasMore ? ', …)' : ')';
        return this.links.map((link, place) => ({
            ...link,
            before: place === 0 ? ' (' : ' ',
            after: place < last ? ',' : end
        }));
    }

    handleOpen(event: Event): void {
        // The address is for those who open it in a tab of their own.
        event.preventDefault();
        const key = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.key : undefined;
        const detail = this.links.find((link) => link.key === key)?.page;
        this.dispatchEvent(new CustomEvent('open', { detail }));
    }
}
