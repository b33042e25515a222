const prime = 0x0000000001000000000000000000013bn;
const offsetBasis = 0x6c62272e07bb014262b821756295c58dn;

/**
 * FNV-1a, 128 bits, over the text's UTF-8 bytes: 32 lower-case hexadecimal digits. Not a secret and not a proof, only a
 * name that comes out the same for the same call; synchronous, which the browser's own digests are not.
 */
export function fnv1a128(text: string): string {
    let hash = offsetBasis;
    for (const byte of utf8(text)) {
        hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * prime);
    }
    return hash.toString(16).padStart(32, '0');
}

/**
 * The reference of a call that ConVox pushed without one. The same call pushed again has the same reference, and the
 * prefix shows where it comes from.
 * @param parts ConvoxID, number, date, hour, minute, agent
 */
export function hashedReference(parts: readonly string[]): string {
    return `hash-${fnv1a128(parts.map((part) => part.toLowerCase()).join('\u001f'))}`;
}

function utf8(text: string): number[] {
    return [...text].flatMap((character) => {
        const code = character.codePointAt(0) ?? 0;
        if (code < 0x80) {
            return [code];
        }
        const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
        if (code < 0x800) {
            return [0xc0 | (code >> 6), tail(0)];
        }
        return code < 0x10000
            ? [0xe0 | (code >> 12), tail(6), tail(0)]
            : [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
    });
}
