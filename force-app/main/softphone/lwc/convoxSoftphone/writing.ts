/** Who enters nothing for so long may be called away, in milliseconds. */
export const WRITING_LASTS = 5000;

/**
 * Whether an entry is writing: whatever is typed into a field, or chosen in a list. A tick is none, nor is what Space and Enter
 * do to a page or its buttons: they enter nothing. Of components of others Lightning Web Security shows neither
 * the field nor its kind, but how it was entered.
 */
export function isWriting(entry: Event): boolean {
    return entry instanceof InputEvent || entry.composedPath()[0] instanceof HTMLSelectElement;
}
