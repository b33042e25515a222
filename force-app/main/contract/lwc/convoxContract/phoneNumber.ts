/**
 * The only file of the repository that takes a phone number apart. The flows that fill the phone-key fields repeat the
 * same steps as formulas; `__tests__/data/phoneNumbers.ts` states the rule and holds both to one table.
 */

/** Scripts whose digits are read: Devanagari, Arabic-Indic, Urdu and Persian, full-width. */
export const digitScripts = ['०१२३४५६७८९', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '０１２３４５６７８９'] as const;

/** What ends a number: an extension or a second number follows. */
export const numberEnds = ['ext', ';', ',', '/', '#', '@'] as const;

/** Spaces, invisible marks and punctuation that people put into numbers. */
export const ignoredMarks: ReadonlySet<string> = new Set([
    ...' \t\u00a0\u2007\u2009\u202f\u3000',
    ...'\u200b\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2068\u2069\ufeff',
    ...'+-()._*:\'"[]=',
    ...'\u2010\u2011\u2012\u2013\u2014\u2212＋－'
]);

const mostCharacters = 255;
const keyDigits = 10;
const fewestDigits = 7;

interface ReadNumber {
    readonly digits: string;
    readonly international: boolean;
}

/**
 * The matching key: last ten digits, '' when the text holds no number that could identify anybody
 * (fewer than seven digits, only zeros, or characters that belong to no number).
 */
export function phoneKey(text: string): string {
    const { digits } = readNumber(text);
    const key = digits.slice(-keyDigits);
    return digits.length < fewestDigits || /^0*$/.test(key) ? '' : key;
}

/** What stands before the key as it was written, such as `+91` or `0`; '' for none and for what has no key. */
export function phonePrefix(text: string): string {
    const { digits, international } = readNumber(text);
    const before = digits.slice(0, -keyDigits);
    return before === '' || phoneKey(text) === '' ? '' : `${international ? '+' : ''}${before}`;
}

/**
 * The ten digits that ConVox dials, undefined when the text is not surely an Indian number with its area code.
 * Never guesses: a wrong guess rings a stranger.
 */
export function dialNumber(text: string): string | undefined {
    const { digits, international } = readNumber(text);
    const national = international ? /^(?:00)?910?([1-9]\d{9})$/ : /^(?:0|91|091|0091)?([1-9]\d{9})$/;
    return national.exec(digits)?.[1];
}

/** How an agent sees a number: mobiles in two groups of five, other numbers as digits, words as they came. */
export function displayPhone(text: string): string {
    const dial = dialNumber(text);
    if (dial !== undefined) {
        return /^[6-9]/.test(dial) ? `${dial.slice(0, 5)} ${dial.slice(5)}` : dial;
    }
    const { digits, international } = readNumber(text);
    return phoneKey(text) === '' ? text.trim().slice(0, mostCharacters) : `${international ? '+' : ''}${digits}`;
}

function readNumber(text: string): ReadNumber {
    // Most numbers are nothing but digits, and a gateway reads thousands a second.
    if (/^[0-9]*$/.test(text)) {
        return { digits: text.slice(0, mostCharacters), international: false };
    }
    const folded = foldDigits(text.slice(0, mostCharacters).toLowerCase());
    const ended = numberEnds.reduce((rest, end) => rest.replaceAll(end, 'x'), folded).split('x', 1)[0] ?? '';
    const digits = [...ended].filter((character) => !isIgnored(character)).join('');
    return /^\d*$/.test(digits)
        ? { digits, international: /^[^\d+＋]*[+＋]/.test(ended) }
        : { digits: '', international: false };
}

function foldDigits(text: string): string {
    return [...text]
        .map((character) => {
            const value = digitScripts.map((script) => script.indexOf(character)).find((index) => index >= 0);
            return value === undefined ? character : String(value);
        })
        .join('');
}

function isIgnored(character: string): boolean {
    return (character >= 'a' && character <= 'z') || ignoredMarks.has(character);
}
