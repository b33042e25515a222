import { LightningElement, api } from 'lwc';
import resend from '@salesforce/label/c.ConVox_CommandOutcome_Resend';
import type { CommandResult, CommandState } from 'c/convoxCommand';
import { focusOn } from 'c/convoxCursor';
import { wordsOf } from 'c/convoxReplyAdvice';
import type { Advice, ResultWords } from 'c/convoxReplyAdvice';
import { say, Speech } from 'c/convoxSpeech';

interface Icon {
    readonly name: string;
    readonly variant: string;
}

const ICONS: Readonly<Record<CommandState, Icon>> = {
    sending: { name: 'utility:clock', variant: '' },
    accepted: { name: 'utility:success', variant: 'success' },
    refused: { name: 'utility:error', variant: 'error' },
    unknown: { name: 'utility:warning', variant: 'warning' }
};

/**
 * Announces and shows how a command ended. Where no live region is around it is one itself. Keep it in the page from the
 * start: a live region that comes together with its text is not read out.
 * @fires resend when the agent wants an unanswered command sent once more
 */
export default class ConvoxCommandOutcome extends LightningElement {
    @api result?: CommandResult;
    /** Shown instead of the result while a command is on its way; '' otherwise. */
    @api busyText = '';
    /** Whether a command without an answer may be sent once more. */
    @api canResend = false;

    /** Advice on what ConVox says of this kind of command only. */
    @api advice?: Advice;

    labels = { resend };
    scrolledTo: CommandResult | undefined;
    /** Of the element that shows the outcome: a live region of its own. */
    regionRole: 'status' | undefined;
    speech = new Speech(this);

    /** Puts the cursor on the answer, for those whose field went away with it. */
    @api
    focus(): void {
        focusOn(this.refs, 'region');
    }

    override connectedCallback(): void {
        this.regionRole = say(this, '') ? undefined : 'status';
    }

    get words(): ResultWords | undefined {
        return this.result && wordsOf(this.result, this.advice);
    }

    get icon(): Icon {
        return ICONS[this.result?.state ?? 'sending'];
    }

    get resendShown(): boolean {
        return this.canResend && this.result?.state === 'unknown';
    }

    get spoken(): string {
        const { words } = this;
        return (
            this.busyText ||
            (words ? [words.title, words.reason, words.advice, ...words.said] : []).filter(Boolean).join(' ')
        );
    }

    /** In a small panel the answer would come below its edge. */
    override renderedCallback(): void {
        this.speech.tell(this.spoken);
        if (this.result !== undefined && this.result !== this.scrolledTo && this.busyText === '') {
            this.refs?.region?.scrollIntoView?.({ block: 'nearest' });
            this.scrolledTo = this.result;
        }
    }

    handleResend(): void {
        this.dispatchEvent(new CustomEvent('resend'));
    }
}
