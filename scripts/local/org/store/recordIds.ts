const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The instance part that every id of this org has between its prefix and its number. */
const INSTANCE = '5g0000';

/** 18-character record id: key prefix, instance, base-62 number, checksum of the upper-case letters. */
export function makeRecordId(keyPrefix: string, number: number): string {
    let digits = '';
    for (let rest = number; rest > 0; rest = Math.floor(rest / ALPHABET.length)) {
        digits = ALPHABET.charAt(rest % ALPHABET.length) + digits;
    }
    const short = keyPrefix + INSTANCE + digits.padStart(6, '0');
    return short + checksum(short);
}

/** The 18-character form of an id of 15 or 18 characters; undefined when the text is not an id. */
export function toLongId(text: string): string | undefined {
    if (!/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(text)) {
        return undefined;
    }
    const short = text.slice(0, 15);
    const long = short + checksum(short);
    return text.length === 15 || text === long ? long : undefined;
}

/** One letter per five characters; its bits say which of them are upper case. */
function checksum(short: string): string {
    return [0, 5, 10]
        .map((start) => {
            const bits = [...short.slice(start, start + 5)].reduce(
                (sum, character, index) => sum + (character >= 'A' && character <= 'Z' ? 1 << index : 0),
                0
            );
            return CHECKSUM.charAt(bits);
        })
        .join('');
}
