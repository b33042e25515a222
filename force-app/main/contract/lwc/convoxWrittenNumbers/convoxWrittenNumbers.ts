import { dialNumber, displayPhone, meaningOf, phoneKey } from 'c/convoxContract';

/** A number of a text that may hold several. */
export interface WrittenNumber {
    /** The number as people read it, without its extension. */
    readonly text: string;
    /** Ten digits for ConVox; '' when it cannot dial this number. */
    readonly dial: string;
    /** '' for none. */
    readonly extension: string;
}

/** A number behind another one has its area code: fewer digits may be a room, or the end of a series. */
const FEWEST_DIGITS = 10;

/** More than any field of a record has. */
const MOST_CHARACTERS = 255;

const EXTENSION = /^[\s,;)-]*(?:ext(?:e?n|ension)?|x|#|int(?:ercom)?)[\s.:#-]*(\d{1,6})(?!\d)/i;

/** The numbers of a text in their order, the first one by the rule of `phoneKey`; what holds none at all is one as it came. */
export function writtenNumbers(text: string): WrittenNumber[] {
    const keys = new Set<string>();
    const numbers: WrittenNumber[] = [];
    let rest = text.slice(0, MOST_CHARACTERS);
    for (let key = phoneKey(rest); key !== ''; key = phoneKey(rest)) {
        const behind = rest.slice(endOf(key, rest));
        const [written = '', extension = ''] = EXTENSION.exec(behind) ?? [];
        if (!keys.has(key) && (numbers.length === 0 || key.length >= FEWEST_DIGITS)) {
            keys.add(key);
            numbers.push({ text: displayPhone(rest), dial: dialNumber(rest) ?? '', extension });
        }
        rest = behind.slice(written.length);
    }
    return numbers.length > 0 ? numbers : [{ text: displayPhone(text), dial: '', extension: '' }];
}

/** Where the digits of the key end in the text; its end when they do not stand there as such. */
function endOf(key: string, text: string): number {
    const digits = Array.from(text, (_unit, place) => ({ place, meaning: meaningOf(text.charAt(place)) })).filter(
        ({ meaning }) => /\d/.test(meaning)
    );
    const wanted = key.replace('+', '');
    const begin = digits
        .map(({ meaning }) => meaning)
        .join('')
        .indexOf(wanted);
    const last = begin < 0 ? undefined : digits[begin + wanted.length - 1];
    return last === undefined ? text.length : last.place + 1;
}
