import { LightningElement, api } from 'lwc';
import waiting from '@salesforce/label/c.ConVox_AgentControls_Waiting';
import wrapUp from '@salesforce/label/c.ConVox_AgentControls_Wrap_Up';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { CallState } from 'c/convoxCallState';
import { browserEdges } from 'c/convoxSession';
import { say } from 'c/convoxSpeech';
import { clockText, fillIn } from 'c/convoxText';

const SECOND = 1000;

/** What was last heard of an agent. */
export interface Heard {
    /** In the user's language; '' when nothing was. */
    readonly words: string;
    /** When, in milliseconds since 1970; 0 when nothing was. */
    readonly at: number;
    /** The process whose call is wrapped up. */
    readonly process: string;
    /** When ConVox ends the wrap-up by itself, in milliseconds since 1970; 0 where nobody knows. */
    readonly until: number;
}

/** What is known of the agent in ConVox: whose calls come, what was heard last and when, and how long a wrap-up lasts yet. */
export default class ConvoxAgentState extends LightningElement {
    /** Whose calls come, in ConVox's words; '' where the user is no agent. */
    @api codes = '';
    /** The shown call, which tells of itself all but its wrap-up. */
    @api call?: CallState;
    @api heard: Heard = { words: '', at: 0, process: '', until: 0 };

    timeZone = TIME_ZONE;
    /** The page shows the time that is left anew when this changes. */
    turn = 1;
    /** The end of the wrap-up that was read out. */
    said = 0;
    stop?: () => void;

    /** Read out once: nobody wants to hear somebody count. */
    override renderedCallback(): void {
        const {
            left,
            leftText,
            heard: { until }
        } = this;
        this.stop?.();
        if (left > 0) {
            this.stop = browserEdges().clock.after(SECOND, () => (this.turn += 1));
        }
        if (leftText && this.said !== until) {
            this.said = until;
            say(this, `${this.text} ${leftText}`);
        }
    }

    get left(): number {
        return this.turn && this.heard.until - Date.now();
    }

    get waitingText(): string {
        return fillIn(waiting, this.codes);
    }

    /** Of the shown call: what ended before it came is another's. */
    get leftText(): string {
        const { call, heard, left } = this;
        const isOther = call && (call.isDisposed || heard.at < call.poppedAt);
        return left > 0 && !isOther ? clockText(left + SECOND - 1) : '';
    }

    get text(): string {
        if (this.leftText) {
            return fillIn(wrapUp, this.heard.process);
        }
        return this.call ? '' : this.heard.words;
    }
}
