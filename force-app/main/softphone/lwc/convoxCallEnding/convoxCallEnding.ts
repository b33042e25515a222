import { LightningElement, api } from 'lwc';
import failedLabel from '@salesforce/label/c.ConVox_CallEnding_Failed_Notes';
import type { CommandResult } from 'c/convoxCallControl';
import { updateCall } from 'c/convoxCallSaver';
import { closeCommand, followUpFields, noteFields } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import type { CallOutcome, DisposedCall } from 'c/convoxDispositionForm';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { isSender } from './sender.ts';

/**
 * Takes the agent's disposition, keeps what was noted on the call's record and tells ConVox.
 * @fires callevent with the CallEvent that happened to the call
 * @fires remember with { closeAttempts } before ConVox is told, or { draft } while the agent writes
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

    get disposedCall(): DisposedCall | undefined {
        const { pop, callId } = this.call ?? {};
        return (
            pop && {
                callReference: pop.callReference,
                agentCode: pop.agentCode,
                convoxId: pop.convoxId,
                customerNumber: pop.callerNumber,
                process: pop.process,
                recordId: callId ?? ''
            }
        );
    }

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
        if (call?.owner.kind !== 'mine' || !isSender(runner)) {
            return;
        }
        const closeAttempts = this.attempts + 1;
        this.tell({ type: 'closing' });
        this.dispatchEvent(new CustomEvent('remember', { detail: { closeAttempts } }));
        await this.keep(noteFields(outcome));
        this.take(await runner.send(closeCommand(call, outcome, closeAttempts), call.owner.agent.route));
    }

    handleLateAnswer({ detail }: CustomEvent<CommandResult>): void {
        this.take(detail);
    }

    /** A promise to the customer counts only when ConVox took it. */
    take(result: CommandResult): void {
        this.tell({ type: 'answered', result, at: Date.now() });
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
        this.dispatchEvent(new CustomEvent('remember', { detail: { draft: detail } }));
    }

    tell(detail: CallEvent): void {
        this.dispatchEvent(new CustomEvent('callevent', { detail }));
    }
}
