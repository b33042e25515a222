import { LightningElement, api } from 'lwc';
import backLabel from '@salesforce/label/c.ConVox_CallEnding_Back';
import doubtLabel from '@salesforce/label/c.ConVox_CallEnding_Doubt';
import endLabel from '@salesforce/label/c.ConVox_CallEnding_End';
import keptLabel from '@salesforce/label/c.ConVox_CallEnding_Kept';
import { DEFAULT_TIME_ZONE } from 'c/convoxAgentSetup';
import { isCommandSender } from 'c/convoxCallControl';
import type { CommandResult } from 'c/convoxCallControl';
import { closeCommand, mayKeep, phaseOf } from 'c/convoxCallState';
import type { CallEvent, CallOutcome, CallState } from 'c/convoxCallState';
import { Speech } from 'c/convoxSpeech';

/**
 * Takes the agent's disposition and tells ConVox, or has it kept on the call without ConVox.
 * @fires callevent with the CallEvent that happened to the call
 */
export default class ConvoxCallEnding extends LightningElement {
    @api call?: CallState;
    /** Whether this is still the agent's current call. */
    @api isNewest = false;

    labels = { back: backLabel, doubt: doubtLabel, end: endLabel };
    /** What the agent pressed to send and has not confirmed. */
    asked?: CallOutcome;
    isSure = false;
    speech = new Speech(this);

    override renderedCallback(): void {
        this.speech.tell(this.keptText);
    }

    get timeZone(): string {
        return this.call?.owner.kind === 'mine' ? this.call.owner.agent.timeZone : DEFAULT_TIME_ZONE;
    }

    /** ConVox may have ended the call by itself; then there is something to decide only when something was entered. */
    get isFormShown(): boolean {
        const { call } = this;
        return (
            call !== undefined && (!call.isDisposed || call.hasWords || call.closeResult !== undefined) && !call.isKept
        );
    }

    get isResendAllowed(): boolean {
        return this.isNewest && this.call?.hasStatus === false;
    }

    get isKeepAllowed(): boolean {
        return this.call !== undefined && mayKeep(this.call, this.isNewest);
    }

    /** The disposition with which ConVox ended the call by itself; '' when it did not. */
    get endedWith(): string {
        if (!this.call || phaseOf(this.call) !== 'unsaved') {
            return '';
        }
        const { convoxDisposition: ended, lookup } = this.call;
        return lookup.dispositions.find(({ code }) => code === ended)?.label ?? ended;
    }

    get keptText(): string {
        return this.call?.isKept ? keptLabel : '';
    }

    /** A call that came while the agent was on another is ended on confirmation only, unless ConVox has reported it. */
    get mustConfirm(): boolean {
        return !!this.call?.isDoubted && !this.isSure && !this.call.hasStatus;
    }

    get isAsking(): boolean {
        return !!this.asked && this.mustConfirm;
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

    handleChoose({ detail }: CustomEvent<{ isAdding: boolean }>): void {
        this.tell({ type: 'settled', ...detail });
        this.focusOn('form');
    }

    /** What has just been asked is on the page a moment later. */
    async focusOn(name: string): Promise<void> {
        await Promise.resolve();
        const element = this.refs?.[name];
        if (element instanceof HTMLElement) {
            element.focus();
        }
    }

    /** ConVox is told at once: what was noted is saved at the same time, and holds nothing up. */
    async end(outcome: CallOutcome): Promise<void> {
        const { call } = this;
        const { runner } = this.refs ?? {};
        if (!call || !isCommandSender(runner)) {
            return;
        }
        const attempt = call.closeAttempts + 1;
        this.tell({ type: 'closing', outcome });
        const route = call.owner.kind === 'mine' ? call.owner.agent.route : 'Direct';
        this.take(await runner.send(closeCommand(call, outcome, attempt), route));
    }

    handleLateAnswer({ detail }: CustomEvent<CommandResult>): void {
        this.take(detail);
    }

    take(result: CommandResult): void {
        this.tell({ type: 'answered', result, at: Date.now() });
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
