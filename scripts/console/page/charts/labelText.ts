/** Pixels that a letter of a chart's text takes on average, at its 12 pixels. */
export const LETTER_WIDTH = 6.5;

/** Text cut to a width in pixels, with an ellipsis where something is left out. */
export function fitted(text: string, width: number): string {
    const letters = Math.max(1, Math.floor(width / LETTER_WIDTH));
    return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;
}

/** Pixels that a text takes. */
export function widthOf(text: string): number {
    return Math.ceil(text.length * LETTER_WIDTH);
}

/** A number on an axis, short: 1,200 is 1.2K. */
export function axisText(value: number, isPercent: boolean, language: string): string {
    return isPercent
        ? (value / 100).toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 })
        : value.toLocaleString(language, { notation: 'compact', maximumFractionDigits: 1 });
}
