import moreLabel from '@salesforce/label/c.ConVox_DispositionPicker_More';
import nothingFits from '@salesforce/label/c.ConVox_DispositionPicker_Nothing_Fits';
import { fillIn } from 'c/convoxText';
import { describeOption, optionRows, searchOptions } from './optionSearch.ts';
import type { DispositionOption, OptionRow } from './optionSearch.ts';

/** A list of more is slow to draw, and nobody reads it. */
const MOST_SHOWN = 100;
const NONE: readonly DispositionOption[] = [];
const FIELD = 'slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click';

export interface PickerState {
    readonly options: readonly DispositionOption[];
    readonly value: string;
    readonly typed: string | undefined;
    readonly open: boolean;
    readonly active: number;
    readonly problem: string;
    readonly numbered: boolean;
    readonly allowOther: boolean;
}

/** What the field and its list show, decided. */
export interface PickerView {
    readonly shownText: string;
    /** The options of the open list. */
    readonly shown: readonly DispositionOption[];
    readonly rows: readonly OptionRow[];
    readonly marked: DispositionOption | undefined;
    /** Digits take the first options now. */
    readonly isNumbered: boolean;
    readonly expanded: boolean;
    readonly activeId: string | null;
    readonly invalid: boolean;
    /** What is wrong, that nothing fits, or that more does than is listed; '' when there is nothing to say. */
    readonly message: string;
    /** What is wrong interrupts; the rest is said by the region around. */
    readonly messageRole: 'alert' | undefined;
    readonly formElementClass: string;
    readonly comboboxClass: string;
}

export function viewOf(state: PickerState): PickerView {
    const { options, value, typed, open, active, problem } = state;
    const found = open ? foundIn(options, typed ?? '') : [];
    const shown = found.slice(0, MOST_SHOWN);
    const marked = shown[active];
    const expanded = shown.length > 0;
    const isNumbered = state.numbered && !typed;
    const invalid = problem !== '';
    return {
        shownText: typed ?? takenText(options, value),
        shown,
        rows: optionRows(shown, active, isNumbered),
        marked,
        isNumbered,
        expanded,
        activeId: marked ? `option-${active}` : null,
        invalid,
        message: problem || listMessage(state, found.length),
        messageRole: invalid ? 'alert' : undefined,
        formElementClass: invalid ? 'slds-form-element slds-has-error' : 'slds-form-element',
        comboboxClass: expanded ? `${FIELD} slds-is-open` : FIELD
    };
}

let last = { options: NONE, typed: '', found: NONE };

/** The page asks for each part of the view by itself: up to 2,000 options are searched once for all of them. */
function foundIn(options: readonly DispositionOption[], typed: string): readonly DispositionOption[] {
    if (last.options !== options || last.typed !== typed) {
        last = { options, typed, found: searchOptions(options, typed) };
    }
    return last.found;
}

/** What the field shows of an option that was taken. */
export function takenText(options: readonly DispositionOption[], value: string): string {
    const taken = options.find(({ code }) => code === value);
    return taken ? describeOption(taken) : value;
}

function listMessage({ open, allowOther }: PickerState, count: number): string {
    if (count === 0) {
        return open && !allowOther ? nothingFits : '';
    }
    return count > MOST_SHOWN ? fillIn(moreLabel, count - MOST_SHOWN) : '';
}
