import { LightningElement, api } from 'lwc';
import required from '@salesforce/label/c.ConVox_DispositionPicker_Required';
import { Speech } from 'c/convoxSpeech';
import { exactOption, optionOfDigit, stepTo } from './optionSearch.ts';
import type { DispositionOption } from './optionSearch.ts';
import { takenText, viewOf } from './pickerView.ts';
import type { PickerView } from './pickerView.ts';

const STEPS: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * A field that finds a disposition by parts of its code or name. Enter or Tab takes the marked option, a digit one of the
 * first.
 * @fires pick with { code, name }, for whoever says it, when another option was taken or the field was emptied
 */
export default class ConvoxDispositionPicker extends LightningElement {
    @api label = '';
    @api options: readonly DispositionOption[] = [];
    /** Code of the option taken; '' for none. */
    @api value = '';
    /** What is wrong with the choice, in words; '' when nothing is. */
    @api problem = '';
    @api placeholder = '';
    @api required = false;
    /** While nothing is typed, the digits 1 to 9 take the first options, also in place of one that was taken. */
    @api numbered = false;
    /** Takes codes that are not among the options. */
    @api allowOther = false;

    labels = { required };
    /** What the agent is typing; undefined outside an edit, when the field shows the option taken. */
    typed: string | undefined;
    open = false;
    active = -1;
    speech = new Speech(this);

    @api
    focus(): void {
        this.input?.focus();
    }

    get input(): HTMLInputElement | undefined {
        const input = this.refs?.input;
        return input instanceof HTMLInputElement ? input : undefined;
    }

    get view(): PickerView {
        return viewOf(this);
    }

    override renderedCallback(): void {
        this.speech.tell(this.problem ? '' : this.view.message);
        this.template?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
    }

    handleInput(): void {
        this.typed = this.input?.value ?? '';
        this.open = true;
        this.active = this.typed.trim() === '' || this.view.shown.length === 0 ? -1 : 0;
    }

    handleFocus(): void {
        this.input?.select();
    }

    handleClick(): void {
        this.open = true;
    }

    handleBlur(): void {
        this.settle(this.typed === undefined ? undefined : exactOption(this.options, this.typed));
    }

    /** A press on an option would blur the field before its click arrives. */
    keepFocus(event: MouseEvent): void {
        event.preventDefault();
    }

    handleOptionClick(event: MouseEvent): void {
        const code = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.code : undefined;
        this.settle(this.options.find((option) => option.code === code));
    }

    handleKeyDown(event: KeyboardEvent): void {
        const step = STEPS[event.key];
        const { isNumbered, marked } = this.view;
        const favourite = isNumbered && optionOfDigit(this.options, event);
        if (favourite) {
            event.preventDefault();
            this.settle(favourite);
        } else if (step !== undefined) {
            event.preventDefault();
            this.open = true;
            this.active = stepTo(this.active, step, this.view.shown.length);
        } else if (event.key === 'Enter' || event.key === 'Tab') {
            this.settle(marked ?? exactOption(this.options, this.typed ?? ''));
        } else if (event.key === 'Escape' && this.open) {
            // The panel around the field closes on Escape too; the first one belongs to the open list.
            event.stopPropagation();
            this.close();
        }
    }

    /** Ends the edit: with the option found, else with what was typed where that is allowed, else with none: not what was there before. */
    settle(option: DispositionOption | undefined): void {
        const typed = this.typed?.trim();
        const code = option?.code ?? (this.allowOther ? typed : typed && '');
        this.close();
        if (code !== undefined && code !== this.value) {
            this.dispatchEvent(new CustomEvent('pick', { detail: { code, name: takenText(this.options, code) } }));
        }
    }

    close(): void {
        this.typed = undefined;
        this.open = false;
        this.active = -1;
    }
}
