import { api, LightningElement } from 'lwc';

/** A window over the page; sends `close` when the user closes it. */
export default class Dialog extends LightningElement {
    @api label = '';

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
