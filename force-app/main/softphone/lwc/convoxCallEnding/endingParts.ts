/** The part of c-convox-late-part that is used here. */
interface LatePart {
    again(): void;
}

/** The part of c-convox-disposition-form that is used here. */
interface OutcomeForm {
    save(): void;
}

export function isLatePart(element: unknown): element is LatePart {
    return element instanceof HTMLElement && 'again' in element;
}

export function isOutcomeForm(element: unknown): element is OutcomeForm {
    return element instanceof HTMLElement && 'save' in element;
}
