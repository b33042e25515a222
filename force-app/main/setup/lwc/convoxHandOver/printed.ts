/**
 * Prints a text alone. A page has no way to print one part of itself: what stands around a component is not its own to hide. So the
 * text is put into a frame without an address, which is of this page and printed by itself.
 * @param place an empty element that the component may fill
 */
export function printText(place: Element, title: string, text: string): void {
    const frame = document.createElement('iframe');
    frame.title = title;
    place.replaceChildren(frame);
    const page = frame.contentDocument;
    if (page === null) {
        return;
    }
    const heading = page.createElement('h1');
    heading.textContent = title;
    const lines = page.createElement('pre');
    lines.textContent = text;
    lines.style.whiteSpace = 'pre-wrap';
    lines.style.overflowWrap = 'anywhere';
    page.title = title;
    page.body.replaceChildren(heading, lines);
    frame.contentWindow?.print();
}
