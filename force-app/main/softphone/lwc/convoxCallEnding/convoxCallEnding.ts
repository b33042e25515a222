import { LightningElement, api } from 'lwc';
import back from '@salesforce/label/c.ConVox_CallEnding_Back';
import doubt from '@salesforce/label/c.ConVox_CallEnding_Doubt';
import end from '@salesforce/label/c.ConVox_CallEnding_End';
import missing from '@salesforce/label/c.ConVox_CallEnding_Missing';
import type { CommandResult } from 'c/convoxCommand';
import { closeCommand } from 'c/convoxCallState';
import type { CallEvent, CallOutcome, CallState } from 'c/convoxCallState';
import { focusOn } from 'c/convoxCursor';
import type { PartLoader } from 'c/convoxLatePart';
import { Speech } from 'c/convoxSpeech';
import { isOutcomeForm } from './endingParts.ts';
import { viewOf } from './endingView.ts';
import type { EndingView } from './endingView.ts';
import { EndOnItsWay } from './endOnItsWay.ts';

/**
 * Takes the agent's disposition and tells ConVox, or has it kept on the call without ConVox.
 * @fires callevent with the CallEvent that happened to the call
 */
export default class ConvoxCallEnding extends LightningElement {
    @api call?: CallState;
    /** Whether this is still the agent's current call. */
    @api isNewest = false;

    labels = { back, doubt, end, missing };
    /** What the agent pressed to send and has not confirmed. */
    asked?: CallOutcome;
    isSure = false;
    speech = new Speech(this);
    sender: unknown;
    loadSender: PartLoader = () => import('c/convoxCommandSender');
    onItsWay = new EndOnItsWay({ parts: () => this.refs, take: (result) => this.take(result) });

    override renderedCallback(): void {
        this.speech.tell(this.view?.keptText || this.waitText);
        this.onItsWay.follow();
    }

    get view(): EndingView | undefined {
        return this.call && viewOf(this.call, this.isNewest);
    }

    /** What sends the end of a call says so itself. */
    get waitText(): string {
        return this.sender ? '' : (this.view?.busyText ?? '');
    }

    /** A call that came while the agent was on another is ended on confirmation only, unless ConVox has reported it. */
    get mustConfirm(): boolean {
        return !!this.call?.isDoubted && !this.isSure && !this.call.hasStatus;
    }

    get isAsking(): boolean {
        return !!this.asked && this.mustConfirm;
    }

    handleSender({ detail }: CustomEvent<unknown>): void {
        this.sender = detail;
    }

    handleMissing(): void {
        this.onItsWay.giveUp();
    }

    handleSubmit({ detail }: CustomEvent<CallOutcome>): void {
        if (this.mustConfirm) {
            this.asked = detail;
            // Not the other button: a key that is held down must confirm nothing.
            this.focusOn('back');
        } else {
            this.end(detail);
        }
    }

    /** What is sent again is what the form holds now. */
    handleResend(): void {
        const { form } = this.refs ?? {};
        if (isOutcomeForm(form)) {
            form.save();
        }
    }

    handleConfirm(): void {
        const { asked } = this;
        this.handleBack();
        if (asked) {
            this.isSure = true;
            this.end(asked);
        }
    }

    handleBack(): void {
        this.asked = undefined;
        this.focusOn('form');
    }

    /** What has just been asked is on the page a moment later. */
    async focusOn(name: string): Promise<void> {
        await Promise.resolve();
        focusOn(this.refs, name);
    }

    /** ConVox is told at once: what was noted is saved at the same time, and holds nothing up. */
    end(outcome: CallOutcome): void {
        const { call } = this;
        if (call) {
            const attempt = call.closeAttempts + 1;
            this.tell({ type: 'closing', outcome });
            const route = call.owner.kind === 'mine' ? call.owner.agent.route : 'Direct';
            this.onItsWay.press(closeCommand(call, outcome, attempt), route);
        }
    }

    handleLateAnswer({ detail }: CustomEvent<CommandResult>): void {
        this.take(detail);
    }

    /** An accepted end closes the form, and whoever stood in it goes to the answer. */
    take(result: CommandResult): void {
        const isInside = this.template?.activeElement;
        this.tell({ type: 'answered', result, at: Date.now() });
        if (isInside && result.state === 'accepted') {
            this.focusOn('sender');
        }
    }

    handleKeep({ detail }: CustomEvent<CallOutcome>): void {
        this.tell({ type: 'keeping', outcome: detail, at: Date.now() });
    }

    handleDraft({ detail }: CustomEvent<unknown>): void {
        this.asked = undefined;
        this.tell({ type: 'drafted', draft: detail, at: Date.now() });
    }

    tell(detail: CallEvent): void {
        this.dispatchEvent(new CustomEvent('callevent', { detail }));
    }
}
