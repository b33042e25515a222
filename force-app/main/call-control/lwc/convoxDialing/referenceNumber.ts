const REFERENCE_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const REFERENCE_LENGTH = 16;

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
