export interface DispositionOption {
    readonly code: string;
    readonly label: string;
}

/** An option as a row of the open list. */
export interface OptionRow extends DispositionOption {
    readonly id: string;
    readonly marked: boolean;
    readonly className: string;
}

const ROW = 'slds-media slds-media_small slds-listbox__option slds-listbox__option_plain';

/** How well an option fits, best first. */
const FITS: readonly ((option: DispositionOption, typed: string) => boolean)[] = [
    ({ code }, typed) => code.toLowerCase() === typed,
    ({ code }, typed) => code.toLowerCase().startsWith(typed),
    ({ label }, typed) => label.toLowerCase().startsWith(typed),
    ({ label }, typed) =>
        label
            .toLowerCase()
            .split(/[\s/,-]+/)
            .some((word) => word.startsWith(typed)),
    ({ code, label }, typed) => `${code} ${label}`.toLowerCase().includes(typed)
];

/** The options that fit what was typed, the likeliest first; all of them, in their own order, when nothing was typed. */
export function searchOptions(options: readonly DispositionOption[], text: string): DispositionOption[] {
    const typed = text.trim().toLowerCase();
    if (typed === '') {
        return [...options];
    }
    return options
        .map((option) => ({ option, rank: FITS.findIndex((fits) => fits(option, typed)) }))
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

export function optionRows(options: readonly DispositionOption[], active: number): OptionRow[] {
    return options.map((option, index) => {
        const marked = index === active;
        return { ...option, id: `option-${index}`, marked, className: marked ? `${ROW} slds-has-focus` : ROW };
    });
}
