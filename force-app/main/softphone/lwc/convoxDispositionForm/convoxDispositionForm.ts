import { LightningElement, api } from 'lwc';
import type { CallOutcome } from 'c/convoxCallState';
import type { CommandResult } from 'c/convoxCommand';
import type { ScreenPop } from 'c/convoxContract';
import { focusOn } from 'c/convoxCursor';
import { usedCodes } from 'c/convoxSession';
import { say, Speech } from 'c/convoxSpeech';
import type { Disposition } from './dispositionChoices.ts';
import { isPickKey, nextPick, pickText } from './followUpPicks.ts';
import type { FollowUpPick } from './followUpPicks.ts';
import { bringAbove, bringIntoView, bringUp, dataOf, isSaveKey, offer, showProblems } from './formElements.ts';
import { NO_PROBLEMS, firstProblem, problemsFor } from './formProblems.ts';
import type { FormProblems } from './formProblems.ts';
import { outcomeOf, proposedPick, valuesOfDraft, withDisposition, withInput, withPick } from './formValues.ts';
import type { FormValues, InputDetail } from './formValues.ts';
import { viewOf } from './formView.ts';
import type { FormAction, FormView } from './formView.ts';
import { labels } from './labels.ts';

/**
 * How the call ended, in the agent's words. Checks what ConVox would refuse and hands the outcome on; Ctrl+Enter saves, F9 goes
 * through the times that are promised often.
 * @fires submit with a CallOutcome
 * @fires keep with a CallOutcome, when it is to be kept on the call and ConVox is not told
 * @fires draft with FormValues at every change, to be given back as `draft` after a reload
 * @fires form, that passes every shadow, with a FormOffer when it is there
 */
export default class ConvoxDispositionForm extends LightningElement {
    /** The call that is being disposed. */
    @api call?: ScreenPop;
    /** The dispositions of the call's process, all levels. */
    @api dispositions: readonly Disposition[] = [];
    /** IANA name of the zone the ConVox server keeps its clock in. */
    @api timeZone = 'Asia/Kolkata';
    /** While a command is on its way nothing can be submitted. */
    @api busy = false;
    /** How the last submit ended. An accepted one closes the form. */
    @api result?: CommandResult;
    /** What Salesforce answered about the call; undefined while it did not, and the dispositions are not known. */
    @api answer: unknown;
    /** Whether the agent may keep what was entered on the call and leave ConVox as it is. */
    @api keepAllowed = false;
    /** The disposition with which ConVox ended the call by itself; '' when it did not. */
    @api endedWith = '';

    labels = labels;
    values: FormValues = valuesOfDraft(undefined);
    problems: FormProblems = NO_PROBLEMS;
    followUpSeen = false;
    speech = new Speech(this);
    used: readonly string[] = [];
    handlePick = (event: CustomEvent<{ code: string; name: string }>): void =>
        this.change(withDisposition(this.values, Number(dataOf(event).level), event.detail.code), event.detail.name);
    handleInput = (event: CustomEvent<InputDetail>): void =>
        this.change(withInput(this.values, dataOf(event).id, event.detail));
    handlePromise = (event: Event): void =>
        this.promise(this.view.picks.find(({ label }) => label === dataOf(event).label));
    handleSend = (event: Event): void => this.hand(dataOf(event).id === 'keep' ? 'keep' : 'submit');
    /** Of a promise is said what is wrong as soon as it is entered. */
    handleEntered = (): unknown => this.check('keep');
    handleFocus = ({ target }: FocusEvent): void => bringAbove(this.refs?.bar, target);

    /** What was entered for this call, here or elsewhere. */
    @api
    get draft(): unknown {
        return this.values;
    }
    set draft(draft: unknown) {
        this.values = valuesOfDraft(draft);
    }

    override connectedCallback(): void {
        this.used = usedCodes(this.call?.process ?? '');
        offer(this, this.call?.callReference, () => bringUp(this.template?.activeElement));
    }

    override renderedCallback(): void {
        this.speech.tell(this.view.endedText);
        this.followUpSeen = bringIntoView(this.view.followUpWanted, this.followUpSeen, this.refs?.followUp);
    }

    get view(): FormView {
        return viewOf(this);
    }

    /** Puts the cursor where the end of a call begins: into the disposition. */
    @api
    focus(): void {
        focusOn(this.refs, 'disposition');
    }

    handleKeyDown(event: KeyboardEvent): void {
        const { shortcut } = this.view;
        if (isPickKey(event)) {
            event.preventDefault();
            this.promise(nextPick(this.values, this.view.picks));
        } else if (isSaveKey(event) && shortcut) {
            event.preventDefault();
            this.hand(shortcut);
        }
    }

    promise(pick: FollowUpPick | undefined): void {
        this.change(withPick(this.values, pick), pick && pickText(pick));
    }

    /** `done` is what a screen reader says of it. */
    change(values: FormValues, done = ''): void {
        this.values = values;
        this.tell(NO_PROBLEMS);
        const { followUpWanted, picks } = this.view;
        const soon = followUpWanted ? proposedPick(values, picks) : undefined;
        this.values = soon ? { ...values, date: soon.date, time: soon.time } : values;
        say(this, soon ? `${done} ${pickText(soon)}` : done);
        this.dispatchEvent(new CustomEvent('draft', { detail: this.values }));
    }

    /** Hands the outcome on as the button does, also where there is none. */
    @api
    save(): void {
        this.hand('submit');
    }

    /** Hands the outcome on, unless ConVox would refuse it. */
    hand(eventName: FormAction): void {
        if (this.busy || !this.call) {
            return;
        }
        const detail = this.check(eventName);
        const wrong = firstProblem(this.problems);
        if (wrong === undefined) {
            this.dispatchEvent(new CustomEvent(eventName, { detail }));
        } else {
            focusOn(this.refs, wrong);
        }
    }

    check(action: FormAction): CallOutcome {
        const outcome = outcomeOf(this.values, this.view.followUpWanted);
        this.tell(problemsFor(action, this.call, outcome, { now: new Date(), timeZone: this.timeZone }));
        return outcome;
    }

    tell(problems: FormProblems): void {
        this.problems = problems;
        showProblems(this.refs, problems);
    }
}
