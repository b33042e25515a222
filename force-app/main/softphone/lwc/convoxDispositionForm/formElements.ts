import type { FormProblems } from './formProblems.ts';

/** The form's elements by their `lwc:ref`. */
type Elements = Readonly<Record<string, Element>> | undefined;

/** The part of `lightning-input` that shows a message below the field. */
interface MessageField {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
    focus(): void;
}

function isMessageField(element: unknown): element is MessageField {
    return (
        typeof element === 'object' && element !== null && 'setCustomValidity' in element && 'reportValidity' in element
    );
}

/** Shows the message below the field, or takes the last one away when it is empty. */
function showMessage(field: unknown, message: string): void {
    if (isMessageField(field)) {
        field.setCustomValidity(message);
        field.reportValidity();
    }
}

/** Shows the problems below their fields. */
export function showProblems(refs: Elements, { date, time }: FormProblems): void {
    showMessage(refs?.date, date);
    showMessage(refs?.time, time);
}

/** Puts the cursor on the element of that name. */
export function focusOn(refs: Elements, name: string): void {
    const element = refs?.[name];
    if (element instanceof HTMLElement) {
        element.focus();
    }
}

/** In a small panel what has just appeared would come below its edge. Returns whether the element is there. */
export function bringIntoView(element: Element | undefined, wasThere: boolean): boolean {
    if (element && !wasThere) {
        element.scrollIntoView?.({ block: 'nearest' });
    }
    return element !== undefined;
}
