import { api, LightningElement } from 'lwc';

/** A window over the page; sends `close` when the user closes it. */
export default class Dialog extends LightningElement {
    @api label = '';
    /** The content has a heading of its own. */
    @api withoutHeading = false;

    get hasHeading(): boolean {
        return !this.withoutHeading;
    }

    get contentClass(): string {
        return this.hasHeading ? 'slds-modal__content slds-p-around_medium' : 'slds-modal__content';
    }

    override connectedCallback(): void {
        this.addEventListener('keydown', this.#keydown);
    }

    override renderedCallback(): void {
        const section = this.template?.querySelector('section');
        if (section && !section.contains(document.activeElement)) {
            section.focus();
        }
    }

    #keydown = (event: Event): void => {
        if (event instanceof KeyboardEvent && event.key === 'Escape') {
            event.stopPropagation();
            this.close();
        }
    };

    close(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
