/** One way to write a number. number: E.164. key: its matching key, known from the plan that the number was drawn from. */
export interface PhoneSpelling {
    readonly number: string;
    readonly text: string;
    readonly key: string;
}

type Random = (below: number) => number;

/** Country code and pattern of a national number: # any digit, other signs as they are. No zero before it. */
type Plan = readonly [code: string, patterns: readonly string[]];

const india = {
    mobile: ['9#########', '8#########', '7#########', '6#########'],
    // Area codes of two, three and four digits; subscribers' numbers begin with 2 to 6.
    fixed: ['11 4#######', '22 2#######', '40 6#######', '44 2#######', '484 2######', '172 5######', '4962 2#####']
};
const tollFree = ['1800 ### ####', '1860 ### ####'];

const abroad: readonly Plan[] = [
    ['1', ['2025550###', '415555####', '6475550###']],
    ['44', ['7400######', '2079460###']],
    ['971', ['50#######', '4#######']],
    ['966', ['5########']],
    ['65', ['9#######', '6#######']],
    ['60', ['12#######', '1112######']],
    ['61', ['4########', '2########']],
    ['64', ['21#######']],
    ['49', ['151########', '30######']],
    ['33', ['6########']],
    ['39', ['312#######', '06########']],
    ['31', ['6########']],
    ['974', ['3#######']],
    ['968', ['9#######']],
    ['965', ['5#######']],
    ['973', ['3#######']],
    ['94', ['71#######']],
    ['977', ['984#######']],
    ['880', ['1812######']],
    ['92', ['301#######']],
    ['66', ['81#######']]
];

const zeros = ['0', '०', '٠', '۰', '০', '௦', '０'];
const within = [' ', '-', '.', '\u00a0', '\u2009', '\u2011', '\u2013', '\u00b7', ' - ', '\u202f'];
const marks: readonly (readonly [string, string])[] = [
    ['', ''],
    ['\u202d', '\u202c'],
    ['\u2067', '\u2069'],
    ['\u200e', ''],
    ['\ufeff', '\u200b'],
    ['\u061c', '\u180e']
];
const around: readonly (readonly [string, string])[] = [
    ['', ''],
    ['', ''],
    [' ', ' '],
    ['Mob: ', ''],
    ['Tel/Fax: ', ''],
    ['मो. ', ''],
    ['Mob# ', ''],
    ['<', '>'],
    ['"R 2" <', '>'],
    ['R <sip:', '@10.0.0.1>'],
    ['tel:', ''],
    ['1. ', ''],
    ['2) ', ''],
    ['Mob (3) ', ''],
    ['#4: ', ''],
    ['', ' (home)'],
    ['', ' (R 2)'],
    ['', ' ext 104'],
    ['', ' x12'],
    ['', ';ext=7'],
    ['', ' / 98'],
    ['', ', 22'],
    ['', '\n22'],
    ['', ' or 2']
];
/** What may follow a complete number: of India, and of countries whose numbers have one length. */
const behindComplete = ['', '', '.0', ' 2', '*101', ' - 2nd no', ' & 98', ' 22', ' 1234'];
const ofOneLength = /^\+(?:1|65|9715|966|61|33|31|974|968|965|973|94|9779|880|92|44)/;

/** mulberry32: the same numbers for the same seed everywhere. */
function randomFrom(seed: number): Random {
    let state = seed;
    return (below) => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
    };
}

function oneOf<Item>(items: readonly Item[], random: Random, otherwise: Item): Item {
    return items[random(items.length)] ?? otherwise;
}

/** Digits in groups as people form them: the last one is never a single digit. */
function grouped(digits: string, random: Random): string {
    const separator = oneOf(within, random, ' ');
    const sizes = digits.length === 10 ? [[5], [3, 3], [4, 3], [2, 4], [3], []] : [[3], [4], [5], []];
    let rest = digits;
    const groups: string[] = [];
    for (const size of oneOf(sizes, random, [])) {
        groups.push(rest.slice(0, size));
        rest = rest.slice(size);
    }
    return [...groups, rest].join(separator);
}

function dressed(text: string, random: Random): string {
    const [before, behind] = oneOf(around, random, ['', '']);
    const [opening, closing] = oneOf(marks, random, ['', '']);
    const zero = oneOf(random(4) === 0 ? zeros : ['0'], random, '0').charCodeAt(0);
    const digits = text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
    return `${before}${opening}${digits}${closing}${behind}`;
}

function drawn(pattern: string, random: Random): string {
    return pattern.replaceAll(' ', '').replaceAll('#', () => String(random(10)));
}

function* ours(random: Random, patterns: readonly string[], prefixes: readonly string[]): Generator<PhoneSpelling> {
    const key = drawn(oneOf(patterns, random, ''), random);
    for (const prefix of prefixes) {
        const text = `${prefix}${grouped(key, random)}${oneOf(behindComplete, random, '')}`;
        yield { number: `+91${key}`, text: dressed(text, random), key };
    }
}

function* theirs(random: Random, [code, patterns]: Plan): Generator<PhoneSpelling> {
    const national = drawn(oneOf(patterns, random, ''), random);
    const key = `+${code}${national}`;
    const isLonger = key.length > 11;
    for (const text of [
        key,
        `+${code} ${grouped(national, random)}`,
        `+${code}-${national}`,
        `(+${code}) ${national}`,
        `+${code} (0)${national}`,
        `00${code}${national}`,
        `00 ${code} ${grouped(national, random)}`,
        ...(ofOneLength.test(key) ? [`+${code} ${grouped(national, random)}${oneOf(behindComplete, random, '')}`] : []),
        ...(isLonger && !key.startsWith('+91') ? [`${code}${national}`] : [])
    ]) {
        yield { number: key, text: dressed(text, random), key };
    }
}

/** More than five thousand ways to write numbers of India's number plan and of twenty countries, all of 40 signs at most. */
export function phoneSpellings(seed: number): PhoneSpelling[] {
    const random = randomFrom(seed);
    const found: PhoneSpelling[] = [];
    const prefixes = ['', '0', '+91', '+91 ', '+91-', '(+91) ', '+91 (0) ', '0091', '0091 ', '91', '91 ', '091'];
    for (let round = 0; round < 125; round += 1) {
        found.push(...ours(random, round % 3 === 0 ? india.fixed : india.mobile, prefixes));
        found.push(...ours(random, tollFree, ['', '0', '+91 ', '91 ']));
        found.push(...(round % 5 === 0 ? abroad : []).flatMap((plan) => [...theirs(random, plan)]));
    }
    return found.filter(({ text }) => text.length <= 40);
}
