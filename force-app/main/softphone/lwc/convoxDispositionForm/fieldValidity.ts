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
export function showMessage(field: unknown, message: string): void {
    if (isMessageField(field)) {
        field.setCustomValidity(message);
        field.reportValidity();
    }
}
