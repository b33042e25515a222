import { isPopPage } from 'c/convoxSession';

/** What tells of an entry that may not be saved yet, by keyboard or by mouse. */
const ENTRIES = ['input', 'change'];

/** A tab that ConVox opened for a call, once another one has its calls: left open, they would be a hundred by the evening. */
export class SpentTab {
    #isUsed = false;
    readonly #isInside: () => boolean;

    /** @param isInside whether the cursor is in the phone, whose entries are kept with the call */
    constructor(isInside: () => boolean) {
        this.#isInside = isInside;
    }

    listen(): void {
        ENTRIES.forEach((type) => window.addEventListener(type, this.#notice, true));
    }

    stop(): void {
        ENTRIES.forEach((type) => window.removeEventListener(type, this.#notice, true));
    }

    /**
     * Closes it, unless the agent entered something outside the phone. A browser closes only tabs that a script opened.
     * @param isWaiting an answer comes to this tab
     */
    close(isWaiting: boolean): void {
        if (isPopPage(performance) && !this.#isUsed && !isWaiting) {
            window.close();
        }
    }

    readonly #notice = (): void => {
        this.#isUsed ||= !this.#isInside();
    };
}
