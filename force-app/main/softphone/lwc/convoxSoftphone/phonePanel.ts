import { callOf, NO_CALLS } from 'c/convoxCallState';
import type { CallList } from 'c/convoxCallState';
import { titleText } from 'c/convoxCallWords';
import { browserEdges } from 'c/convoxSession';
import { SpentTab } from './spentTab.ts';
import { hideUtility, labelUtility, showUtility } from './utility.ts';

/** Free in browsers and in the console, and no letter, so that it means nothing in a field. */
const SHORTCUT = 'F8';

/** How to put the cursor into a call's form. */
export interface FormOffer {
    /** ConVox's reference of the call. */
    readonly reference: string;
    readonly focus: () => void;
}

/**
 * Where the cursor is, and the way to the phone. Hears every key of the page: no component is told otherwise
 * whether somebody is writing in another one's field.
 */
export class PhonePanel {
    utilityId?: string | null;
    readonly tab: SpentTab;
    /** Whether the agent is writing in a field outside the phone. */
    isWriting = false;
    /** What puts the cursor into a call's form, by the call's reference. */
    readonly #forms = new Map<string, () => void>();
    readonly #isInside: () => boolean;
    #list: CallList = NO_CALLS;
    #due = '';

    /** @param isInside whether the cursor is in the phone */
    constructor(isInside: () => boolean) {
        this.#isInside = isInside;
        this.tab = new SpentTab(isInside);
    }

    listen(): void {
        this.tab.listen();
        window.addEventListener('keydown', this.#press, true);
        window.addEventListener('focusout', this.#leaveField, true);
    }

    stop(): void {
        this.tab.stop();
        window.removeEventListener('keydown', this.#press, true);
        window.removeEventListener('focusout', this.#leaveField, true);
    }

    show(): void {
        showUtility(this.utilityId);
    }

    /** Comes with the first call, goes with the last one, and says on the bar whose call is shown. */
    follow(list: CallList): void {
        const before = this.#list.current;
        this.#list = list;
        if (list.current && !before) {
            this.show();
        } else if (before && !list.current) {
            this.leave();
        }
        const shown = callOf(list, list.current);
        labelUtility(this.utilityId, shown && titleText(shown), this.#due);
    }

    /** What waits for the agent, in words for the time between calls; '' when nothing does. */
    sayDue(due: string): void {
        this.#due = due;
        labelUtility(this.utilityId, undefined, due);
    }

    /** A call's form is there: the cursor goes into that of a call that has just come, unless the agent is writing elsewhere. */
    takeForm({ reference, focus }: FormOffer): void {
        const isNew = !this.#forms.has(reference) && callOf(this.#list, reference)?.isRestored === false;
        this.#forms.set(reference, focus);
        if (isNew && reference === this.#list.current && !this.isWriting) {
            // The form is on the page, its fields are so in a moment.
            Promise.resolve().then(focus);
        }
    }

    /** To the phone from anywhere on the page; from the phone, closes it. */
    async turn(): Promise<void> {
        if (this.#isInside()) {
            this.leave();
        } else {
            await showUtility(this.utilityId, true);
            browserEdges().clock.after(0, () => this.#forms.get(this.#list.current)?.());
        }
    }

    private leave(): void {
        hideUtility(this.utilityId);
    }

    readonly #press = (event: KeyboardEvent): void => {
        const { key, ctrlKey, altKey, metaKey } = event;
        if (key === SHORTCUT) {
            event.preventDefault();
            this.turn();
        } else if (key.length === 1 && !(ctrlKey || altKey || metaKey || this.#isInside())) {
            this.isWriting = true;
        }
    };

    readonly #leaveField = (): void => {
        this.isWriting = false;
    };
}
