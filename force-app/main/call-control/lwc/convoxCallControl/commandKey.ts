const REFERENCE_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const REFERENCE_LENGTH = 16;

/**
 * The unique key of a Close row. The same press, repeated by a double click or a second tab, has the same key and is
 * refused by the database; only a new attempt of the agent makes a new one.
 */
export function closeKey(callReference: string, attempt: number): string {
    return `${callReference}:close:${attempt}`;
}

/** The unique key of a Dial row: the reference number exists for one press only. */
export function dialKey(referenceNumber: string): string {
    return `dial:${referenceNumber}`;
}

/**
 * A reference number ConVox accepts (6 to 20 letters, digits or underscores), fresh for every press of a Call button.
 * @param random fills the array with random bytes; the browser's generator unless a test injects its own
 */
export function newReferenceNumber(
    random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes)
): string {
    const bytes = random(new Uint8Array(REFERENCE_LENGTH));
    return `SF_${Array.from(bytes, (byte) => REFERENCE_ALPHABET[byte % REFERENCE_ALPHABET.length]).join('')}`;
}
