/** Pixels that letters of a chart's text take at most, at its 12 pixels and in any of the usual fonts. */
const WIDE = 9;
const MIDDLE = 7.8;
const SMALL = 7.2;
const NARROW = 4.5;

function letterWidth(letter: string): number {
    if (/[A-Z_%@mw…]/.test(letter)) {
        return WIDE;
    }
    if (/[ijlt.,:;'!|()\-\s]/.test(letter)) {
        return NARROW;
    }
    return /[a-z]/.test(letter) ? SMALL : MIDDLE;
}

/** Text cut to a width in pixels, with an ellipsis where something is left out. */
export function fitted(text: string, width: number): string {
    if (widthOf(text) <= width) {
        return text;
    }
    let room = width - WIDE;
    const letters = [...text];
    const kept = letters.findIndex((letter) => (room -= letterWidth(letter)) < 0);
    return `${letters.slice(0, Math.max(1, kept)).join('')}…`;
}

/** Pixels that a text takes. */
export function widthOf(text: string): number {
    return Math.ceil([...text].reduce((sum, letter) => sum + letterWidth(letter), 0));
}

/** A number on an axis, short: 1,200 is 1.2K. */
export function axisText(value: number, isPercent: boolean, language: string): string {
    return isPercent
        ? (value / 100).toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 })
        : value.toLocaleString(language, { notation: 'compact', maximumFractionDigits: 1 });
}
