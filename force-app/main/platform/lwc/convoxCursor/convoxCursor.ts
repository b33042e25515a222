/** A component's elements by their `lwc:ref`. */
export type Elements = Readonly<Record<string, Element>> | undefined;

/** Puts the cursor on the element of that name; where it is not shown the cursor stays. */
export function focusOn(elements: Elements, name: string): void {
    const element = elements?.[name];
    if (element instanceof HTMLElement) {
        element.focus();
    }
}
