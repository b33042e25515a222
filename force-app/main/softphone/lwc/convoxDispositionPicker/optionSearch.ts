export interface DispositionOption {
    readonly code: string;
    readonly label: string;
}

/** An option as a row of the open list. */
export interface OptionRow extends DispositionOption {
    readonly id: string;
    readonly marked: boolean;
    /** The key from 1 to 9 that takes it while nothing is typed; '' when there is none. */
    readonly digit: string;
    readonly className: string;
}

const ROW = 'slds-media slds-media_small slds-listbox__option slds-listbox__option_plain';

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}]+/u);

/** How well an option fits, best first. */
const FITS: readonly ((code: string, label: string, typed: string) => boolean)[] = [
    (code, _label, typed) => code === typed,
    (code, _label, typed) => code.startsWith(typed),
    (_code, label, typed) => label.startsWith(typed),
    (code, label, typed) =>
        wordsOf(typed).every((part) => wordsOf(`${label} ${code}`).some((word) => word.startsWith(part))),
    (code, label, typed) => typed.split(/\s+/).every((part) => `${code} ${label}`.includes(part))
];

/**
 * The options that fit what was typed, the likeliest first; all of them, in their own order, when nothing was typed.
 * Several words may stand anywhere in code and name.
 */
export function searchOptions(options: readonly DispositionOption[], text: string): DispositionOption[] {
    const typed = text.trim().toLowerCase();
    if (typed === '') {
        return [...options];
    }
    return options
        .map((option) => {
            const [code, label] = [option.code.toLowerCase(), option.label.toLowerCase()];
            return { option, rank: FITS.findIndex((fits) => fits(code, label, typed)) };
        })
        .filter(({ rank }) => rank >= 0)
        .sort((one, other) => one.rank - other.rank)
        .map(({ option }) => option);
}

/** The one option that was typed out in full: its code, its name, or both as `describeOption` shows them. */
export function exactOption(options: readonly DispositionOption[], text: string): DispositionOption | undefined {
    const typed = text.trim().toLowerCase();
    return options.find((option) =>
        [option.code, option.label, describeOption(option)].some((name) => name.toLowerCase() === typed)
    );
}

/** An option as one line, `Sale made (SALE)`. */
export function describeOption({ code, label }: DispositionOption): string {
    return label === '' || label === code ? code : `${label} (${code})`;
}

/** The row that an arrow key leads to, going round at both ends; -1 when there is none. */
export function stepTo(active: number, step: 1 | -1, count: number): number {
    if (count === 0) {
        return -1;
    }
    return active < 0 ? (step === 1 ? 0 : count - 1) : (active + step + count) % count;
}

/** @param isNumbered the first options have a digit each */
export function optionRows(options: readonly DispositionOption[], active: number, isNumbered: boolean): OptionRow[] {
    return options.map((option, index) => {
        const marked = index === active;
        const digit = isNumbered && index < 9 ? String(index + 1) : '';
        return { ...option, id: `option-${index}`, marked, digit, className: marked ? `${ROW} slds-has-focus` : ROW };
    });
}

const DEVANAGARI_ZERO = 0x966;

/** The option whose digit was pressed; undefined for any other key. */
export function optionOfDigit(
    options: readonly DispositionOption[],
    { key, ctrlKey, altKey, metaKey }: KeyboardEvent
): DispositionOption | undefined {
    // No other key comes to a number from 1 to 9.
    const digit = Number(key) || key.charCodeAt(0) - DEVANAGARI_ZERO;
    return ctrlKey || altKey || metaKey ? undefined : options.slice(0, 9)[digit - 1];
}
