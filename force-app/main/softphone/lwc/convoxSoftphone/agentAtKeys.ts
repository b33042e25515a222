import { browserEdges } from 'c/convoxSession';
import type { Undo } from 'c/convoxSession';
import { isWriting, WRITING_LASTS } from './writing.ts';

/** Free in browsers and in the console, and no letter, so that it means nothing in a field. */
const SHORTCUT = 'F8';

/** Keys that write; an input method tells only that it is at work. */
const WRITES = /^(.|Backspace|Delete|Enter|Process)$/u;

/** Who stops for so long sees what changes, in milliseconds. */
const PAUSE = 1500;

interface AgentActs {
    /** The shortcut was pressed. */
    readonly turn: () => void;
    /** The agent wrote in the phone and stopped. */
    readonly pause: () => void;
    /** What comes of a press in the phone is on the page. */
    readonly press: () => void;
}

/** What the agent does with keyboard and mouse, wherever on the page: no component is told otherwise. */
export class AgentAtKeys {
    /** Something outside the phone was entered, which may not be saved yet. */
    hasEntered = false;
    #wroteElsewhereAt = 0;
    readonly #isInside: () => boolean;
    readonly #does: AgentActs;
    #stopPause?: Undo | undefined;
    #changedAt = 0;

    /** @param isInside whether the cursor is in the phone */
    constructor(isInside: () => boolean, does: AgentActs) {
        this.#isInside = isInside;
        this.#does = does;
    }

    /** Whether the agent is writing in a field outside the phone. */
    get isWritingElsewhere(): boolean {
        return Date.now() - this.#wroteElsewhereAt < WRITING_LASTS;
    }

    /** Whether the agent is writing in the phone. */
    get isWritingHere(): boolean {
        return this.#stopPause !== undefined;
    }

    /** The agent turned to something else than writing. */
    rest(): void {
        this.#stopPause?.();
        this.#stopPause = undefined;
    }

    /** Another call is shown: the second press of a double click was meant for what was there before. */
    change(): void {
        this.#changedAt = Date.now();
    }

    listen(): void {
        for (const [name, hear] of this.#hears) {
            window.addEventListener(name, hear, true);
        }
    }

    stop(): void {
        this.rest();
        for (const [name, hear] of this.#hears) {
            window.removeEventListener(name, hear, true);
        }
    }

    readonly #press = (event: Event): void => {
        if (!(event instanceof KeyboardEvent)) {
            return;
        }
        const { key, ctrlKey, altKey, metaKey } = event;
        if (key === SHORTCUT) {
            event.preventDefault();
            this.#does.turn();
        } else if (this.#isInside() && WRITES.test(key) && !(ctrlKey || altKey || metaKey)) {
            this.write();
        }
    };

    private write(): void {
        this.rest();
        this.#stopPause = browserEdges().clock.after(PAUSE, () => {
            this.rest();
            this.#does.pause();
        });
    }

    /** A press that was meant for what was there before does nothing, nor does it take the cursor along. */
    readonly #click = (event: Event): void => {
        if (event instanceof MouseEvent && event.detail > 1 && Date.now() - this.#changedAt < PAUSE) {
            event.stopImmediatePropagation();
            event.preventDefault();
        } else if (event.type === 'click' && this.#isInside()) {
            browserEdges().clock.after(0, this.#does.press);
        }
    };

    readonly #enter = (entry: Event): void => {
        if (!this.#isInside()) {
            this.hasEntered = true;
            this.#wroteElsewhereAt = isWriting(entry) ? Date.now() : this.#wroteElsewhereAt;
        }
    };

    readonly #leaveField = (): void => {
        this.#wroteElsewhereAt = 0;
    };

    readonly #hears: readonly [string, (event: Event) => void][] = [
        ['keydown', this.#press],
        ['input', this.#enter],
        ['change', this.#enter],
        ['mousedown', this.#click],
        ['click', this.#click],
        ['focusout', this.#leaveField]
    ];
}
