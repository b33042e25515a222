import type { Elements } from 'c/convoxCursor';
import { firstProblem } from './formProblems.ts';
import type { FormProblems } from './formProblems.ts';

/** The part of `lightning-input` that shows a message below the field. */
interface MessageField {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
    focus(): void;
}

function isMessageField(element: unknown): element is MessageField {
    return element instanceof HTMLElement && 'setCustomValidity' in element;
}

/** Shows the message below the field, or takes the last one away when it is empty. */
function showMessage(field: unknown, message: string): void {
    if (isMessageField(field)) {
        field.setCustomValidity(message);
        field.reportValidity();
    }
}

/** Scrolls no further than needed, so that the element is seen whole. */
export function bringUp(element: unknown): void {
    if (element instanceof HTMLElement) {
        element.scrollIntoView?.({ block: 'nearest' });
    }
}

/** As `bringUp`, above the bar, whose texts need more lines in one language than in another. */
export function bringAbove(bar: Element | undefined, element: unknown): void {
    if (bar instanceof HTMLElement) {
        bar.parentElement?.style.setProperty('--bar-height', `${bar.offsetHeight}px`);
    }
    bringUp(element);
}

/** Shows the problems below their fields, which grow by them. */
export async function showProblems(refs: Elements, problems: FormProblems): Promise<void> {
    showMessage(refs?.date, problems.date);
    showMessage(refs?.time, problems.time);
    await Promise.resolve();
    bringUp(refs?.[firstProblem(problems) ?? '']);
}

/** In a small panel the fields that have just appeared would come under its edge. */
export function bringIntoView(appears: boolean, appeared: boolean, fields: Element | undefined): boolean {
    if (appears && !appeared) {
        bringUp(fields);
    }
    return appears;
}

/** What the element says of itself that hears the event. */
export function dataOf({ currentTarget }: Event): DOMStringMap {
    return currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
}

export function isSaveKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
    return key === 'Enter' && (ctrlKey || metaKey);
}

/** Tells those around a form how to put the cursor into it, and how to bring the field that has it back into sight. */
export function offer(
    form: Pick<HTMLElement, 'dispatchEvent' | 'focus'>,
    reference: string | undefined,
    bringUpAgain: () => void
): void {
    const detail = { reference, focus: () => form.focus(), bringUp: bringUpAgain };
    form.dispatchEvent(new CustomEvent('form', { bubbles: true, composed: true, detail }));
}
