/**
 * Has words read out by the live region around the element: several regions on one page talk over each other.
 * @returns whether there is one
 */
export function say(element: Pick<EventTarget, 'dispatchEvent'>, words: string): boolean {
    const event = new CustomEvent('say', { bubbles: true, composed: true, cancelable: true, detail: words });
    return !element.dispatchEvent(event);
}

/** Says what a component shows when it changes, once. */
export class Speech {
    #said = '';
    readonly #element: Pick<EventTarget, 'dispatchEvent'>;

    constructor(element: Pick<EventTarget, 'dispatchEvent'>) {
        this.#element = element;
    }

    /** Words that went away have nothing to say, and are said again when they come back. */
    tell(words: string): void {
        if (words !== this.#said) {
            this.#said = words;
            if (words) {
                say(this.#element, words);
            }
        }
    }
}
