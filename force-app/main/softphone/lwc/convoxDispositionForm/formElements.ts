import type { FormProblems } from './formProblems.ts';
import type { FormAction } from './formView.ts';

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

/** Scrolls no further than needed, so that the element is seen whole. */
export function bringUp(element: unknown): void {
    if (element instanceof HTMLElement) {
        element.scrollIntoView?.({ block: 'nearest' });
    }
}

/** In a small panel the fields that have just appeared would come under its edge. */
export function bringIntoView(appears: boolean, appeared: boolean, fields: Element | undefined): boolean {
    if (appears && !appeared) {
        bringUp(fields);
    }
    return appears;
}

/** What a press wants: to send once more, or what its button is for. */
export function actionOf({ type, currentTarget }: Event): FormAction {
    if (type === 'resend') {
        return 'resend';
    }
    return currentTarget instanceof HTMLElement && currentTarget.dataset.id === 'keep' ? 'keep' : 'submit';
}
