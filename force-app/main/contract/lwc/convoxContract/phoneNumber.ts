/**
 * The only file of the repository that takes a phone number apart; convoxWrittenNumbers finds further ones behind it. The
 * flows that fill the phone-key fields repeat the same steps as formulas; `docs/phone-numbers.md` states the rule and one
 * corpus of spellings holds both to each other.
 */

/** The zero of every script whose digits are read: India's scripts, Arabic, Urdu and Persian, full-width. */
const digitZeros = ['٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '０'] as const;

/** What stands within a number: blanks, dashes, invisible characters, bullets. */
const withinNumbers = /[\t\p{Zs}\p{Pd}\p{Cf}\p{DI}_[\u00b7\u2022\u2027\u2212\u2219\u22c5\u30fb\uff65]/u;

const signs: Readonly<Record<string, string>> = {
    ...{ '＋': '+', '（': '(', '\\': '/', '／': '/', '<': 'n' },
    ...{ ')': 'd', '.': 'd', ']': 'd', '）': 'd', '．': 'd' }
};

/** `1.` or `2)` before a number: one digit and a blank, or what surely begins a number behind up to two digits. */
const listMark = /^[^+\d]*\d(?:d+ |\d?d+ *(?=\+)|(?:\dd+ |d+) *(?=[6-9]\d{4}[ d]*\d{5}\D))/;

const mostCharacters = 255;

/**
 * Complete numbers and their keys, the first that fits counts. A number is complete where its digits end or a blank
 * stands, so that whatever follows never joins it. The first four are countries whose numbers have one length.
 */
const completeNumbers: readonly RegExp[] = [
    /^(?<key>\+65( *\d){8})[ x]/,
    /^(?<key>\+(([17] *\d|27|3[134]|41|61|94) *\d|852|96[58]|97[34])( *\d){8})[ x]/,
    /^(?<key>\+((44|92) *\d *\d|966 *\d|971 *5)( *\d){8})[ x]/,
    /^(?<key>\+(880 *\d|977 *9)( *\d){9})[ x]/,
    /^(?<key>\+(?!9 *1)[2-9]( *\d){8,13}) +\dx$/,
    /^(?<key>\+(?!9 *1)[2-9]( *\d){6,14})x$/,
    /^(0 *)?(91 *)?(?<key>1 *8 *[06] *0( *\d){7})[ x]/,
    /^(?<key>[2-5]\d\d( *\d){4,5}) +\d{1,2}[ x]/,
    /^(0 *)?(?<key>[1-9]( *\d){9})[ x]/,
    /^(0 *)?91 *(?<key>[1-9]( *\d){9})[ x]/,
    /^011 *91 *(?<key>[6-9]( *\d){9})x$/,
    /^(?=( *\d){11})(?<key>[2-5]\d\d( *\d){4,5}) /,
    /^(?!0 *0)(?<key>( *\d){7,10})x$/
];

/**
 * The matching key, '' when the text holds no number that could identify anybody. India's numbers: the ten digits
 * (1800 and 1860 with eleven: all eleven), a number without its area code as it is. Numbers that are written with
 * another country's code: `+` and all digits. The first number counts when there are several.
 */
export function phoneKey(text: string): string {
    const number = withCountryCode(firstNumber(text));
    for (const form of completeNumbers) {
        const { key } = form.exec(number)?.groups ?? {};
        if (key !== undefined) {
            return key.replaceAll(' ', '');
        }
    }
    return '';
}

/** What stands before an Indian number as it was written, such as `+91` or `0`; '' for none and for other numbers. */
export function phonePrefix(text: string): string {
    const digits = firstNumber(text).replace(/[ x]/g, '');
    const key = phoneKey(text);
    return key === '' ? '' : digits.slice(0, Math.max(digits.indexOf(key), 0));
}

/** Whether digits stand beside the number that counts, such as an extension or a second number. */
export function hasOtherDigits(text: string): boolean {
    const key = phoneKey(text);
    const all = meanings(withoutExponent(text)).replace(/[^0-9]/g, '');
    return key !== '' && all.length > `${phonePrefix(text)}${key}`.replaceAll('+', '').length;
}

/**
 * The ten digits that ConVox dials, undefined when the text is not surely an Indian number with its area code.
 * Never guesses: a wrong guess rings a stranger.
 */
export function dialNumber(text: string): string | undefined {
    const key = phoneKey(text);
    return /^[1-9]\d{9}$/.test(key) ? key : undefined;
}

/**
 * How an agent sees a number: mobiles in two groups of five, numbers of the cities whose codes have two digits in their groups,
 * other numbers as digits, words as they came.
 */
export function displayPhone(text: string): string {
    const key = phoneKey(text);
    const [, ...groups] = /^([6-9]\d{4})(\d{5})$/.exec(key) ?? /^(11|20|22|33|4[04])(\d{4})(\d{4})$/.exec(key) ?? [];
    return groups.join(' ') || key || text.trim().slice(0, mostCharacters);
}

/** Whether a caller's number was withheld: nothing, words alone, `-1`, or nothing but zeros. Short numbers are numbers. */
export function isWithheld(text: string): boolean {
    const digits = beforeAddress(meanings(text)).replace(/[^1-9]/g, '');
    return digits === '' || text.trim() === '-1';
}

/**
 * What a UTF-16 unit means in a phone number: a digit, + ( / or @ as such, n for the end of a name, d for what stands
 * within a number or behind the mark of a list, a blank for what only stands within one, x for the end of one.
 */
export function meaningOf(unit: string): string {
    if (/[0-9+(/@]/.test(unit)) {
        return unit;
    }
    const zero = digitZeros.find((each) => unit >= each && unit.charCodeAt(0) < each.charCodeAt(0) + 10);
    if (zero !== undefined) {
        return String(unit.charCodeAt(0) - zero.charCodeAt(0));
    }
    return signs[unit] ?? (withinNumbers.test(unit) ? ' ' : 'x');
}

function meanings(text: string): string {
    return text.slice(0, mostCharacters).replace(/[^0-9]/g, meaningOf);
}

/** Without the name before `<number>`, the mark of a list and what an address has behind its @. */
function beforeAddress(text: string): string {
    const number = /n[^@0-9]*\d/.test(text) ? text.slice(text.indexOf('n') + 1) : text;
    const unmarked = `${number.replaceAll('n', 'x')}x`.replace(listMark, '').replaceAll('d', ' ');
    return unmarked.split('@', 1)[0] ?? '';
}

/**
 * The digits of a number as spreadsheets and Java write large ones, 9.87654321E9; no number when more than a last zero is left
 * out, as it may have been rounded. Other texts as they are.
 */
function withoutExponent(text: string): string {
    const [, mantissa = '', exponent] = /^(\d(?:\.\d*)?)e([+-]?\d\d?)$/i.exec(text) ?? [];
    const digits = `${mantissa.replace('.', '')}0`;
    const last = Number(exponent);
    return (mantissa && (last > 5 && last < digits.length ? digits.slice(0, last + 1) : 'x')) || text;
}

/** The first stretch of digits that can be a number: digits and blanks, + in front, x behind. */
function firstNumber(written: string): string {
    const text = withoutExponent(written);
    // Most numbers are nothing but digits, and a gateway reads thousands a second.
    if (/^\d{0,15}$/.test(text)) {
        return `${text}x`;
    }
    // Up to two short numbers may stand before it, such as those of a house and a flat.
    const rest = `${beforeAddress(meanings(text)).replaceAll('(0 ', ' ')}x`.replace(
        /^([^+\d]*\d([^x/\d]*\d){0,5}[^x/\d]*(?=x)){0,2}/,
        ''
    );
    const [, plus = '', digits = ''] = /^\D*?(\+[ (]*)?(\d.*)$/.exec(rest) ?? [];
    const opened = /^(\d *){7,}\(/.test(digits) ? digits.replaceAll('(', 'x') : digits;
    const number = (opened.split(/[x/]/, 1)[0] ?? '').replace(/[+(]/g, ' ').trim();
    return `${plus !== '' && !number.startsWith('0') ? '+' : ''}${number}x`;
}

/** Without +91; with + where another country's code is written as 00, or stands in one run with more digits than ours. */
function withCountryCode(number: string): string {
    let coded = number;
    if (number.startsWith('00')) {
        coded = `+${number.slice(2).trim()}`;
    } else if (
        /^(?!18[06]0\d{7}[ x])[1-9]\d{10,14}[ x]/.test(number) ||
        /^1 +[2-9]( *\d){2} *[2-9]( *\d){6}[ x]/.test(number)
    ) {
        coded = `+${number}`;
    }
    return coded.startsWith('+91') ? coded.slice(3).trim() : coded;
}
