import { LightningElement, api } from 'lwc';
import failedLabel from '@salesforce/label/c.ConVox_CallEnding_Failed_Notes';
import { isCommandSender } from 'c/convoxCallControl';
import type { CommandResult } from 'c/convoxCallControl';
import { updateCall } from 'c/convoxCallSaver';
import { closeCommand, followUpFields, noteFields } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import type { CallOutcome } from 'c/convoxDispositionForm';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';

/**
 * Takes the agent's disposition, keeps what was noted on the call's record and tells ConVox.
 * @fires callevent with the CallEvent that happened to the call
 * @fires remember with { closeAttempts, isUncertain } before ConVox is told, { isUncertain } once it answered, or { draft }
 *     while the agent writes
 */
export default class ConvoxCallEnding extends LightningElement {
    @api call?: CallState;
    /** How often the end of this call was sent before. */
    @api attempts = 0;
    @api draft: unknown;
    /** Whether this is still the agent's current call. */
    @api isNewest = false;

    labels = { failed: failedLabel };
    outcome?: CallOutcome;
    /** Why the agent's notes could not be saved. */
    report?: ErrorReport;

    get timeZone(): string {
        return this.call?.owner.kind === 'mine' ? this.call.owner.agent.timeZone : '';
    }

    /** ConVox may have ended the call by itself; then there is nothing to decide. */
    get isFormShown(): boolean {
        return this.call !== undefined && (!this.call.isDisposed || this.call.closeResult !== undefined);
    }

    get isResendAllowed(): boolean {
        return this.isNewest && this.call?.hasStatus === false;
    }

    handleSubmit({ detail }: CustomEvent<CallOutcome>): void {
        this.outcome = detail;
        this.end(detail);
    }

    /** The notes go first, so that nothing can lose them; ConVox is told even when they cannot be saved. */
    async end(outcome: CallOutcome): Promise<void> {
        const { call } = this;
        const { runner } = this.refs ?? {};
        if (call?.owner.kind !== 'mine' || !isCommandSender(runner)) {
            return;
        }
        const closeAttempts = this.attempts + 1;
        this.tell({ type: 'closing' });
        this.remember({ closeAttempts, isUncertain: true });
        await this.keep(noteFields(outcome));
        this.take(await runner.send(closeCommand(call, outcome, closeAttempts), call.owner.agent.route));
    }

    handleLateAnswer({ detail }: CustomEvent<CommandResult>): void {
        this.take(detail);
    }

    /** A promise to the customer counts only when ConVox took it. */
    take(result: CommandResult): void {
        this.tell({ type: 'answered', result, at: Date.now() });
        this.remember({ isUncertain: result.state === 'unknown' });
        if (result.state === 'accepted' && this.call && this.outcome) {
            this.keep(followUpFields(this.call, this.outcome));
        }
    }

    async keep(fields: Record<string, string>): Promise<void> {
        try {
            await updateCall(this.call?.callId ?? '', fields);
            this.report = undefined;
        } catch (error) {
            this.report = readError(error);
        }
    }

    handleRetry(): void {
        const { call, outcome } = this;
        if (call && outcome) {
            this.keep({ ...noteFields(outcome), ...(call.isDisposed ? followUpFields(call, outcome) : {}) });
        }
    }

    handleDraft({ detail }: CustomEvent<unknown>): void {
        this.remember({ draft: detail });
    }

    remember(detail: object): void {
        this.dispatchEvent(new CustomEvent('remember', { detail }));
    }

    tell(detail: CallEvent): void {
        this.dispatchEvent(new CustomEvent('callevent', { detail }));
    }
}
