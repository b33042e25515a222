/** A text as it may stand between the tags of an XML document. */
export function xmlText(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
