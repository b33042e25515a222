/** A name that no other tab and no other pop has. `crypto.randomUUID` exists on https pages only. */
export function newId(): string {
    return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('-');
}
