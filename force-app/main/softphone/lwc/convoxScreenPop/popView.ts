import failed from '@salesforce/label/c.ConVox_ScreenPop_Failed';
import noAgent from '@salesforce/label/c.ConVox_ScreenPop_No_Agent';
import nobody from '@salesforce/label/c.ConVox_ScreenPop_Nobody';
import opened from '@salesforce/label/c.ConVox_ScreenPop_Opened';
import openedHere from '@salesforce/label/c.ConVox_ScreenPop_Opened_Here';
import otherAgent from '@salesforce/label/c.ConVox_ScreenPop_Other_Agent';
import taking from '@salesforce/label/c.ConVox_ScreenPop_Taking';
import type { HandOver } from 'c/convoxSession';
import { fillIn } from 'c/convoxText';

/** What the pop's page says and does at a stage of the hand-over. */
export interface PopView {
    readonly text: string;
    readonly isProblem: boolean;
    /** No softphone answered, so this page becomes one. */
    readonly isSoftphone: boolean;
    /** The call is shown elsewhere and this page has no further use. */
    readonly isSpent: boolean;
}

const TAKING: PopView = { text: taking, isProblem: false, isSoftphone: false, isSpent: false };

function problem(text: string): PopView {
    return { ...TAKING, text, isProblem: true };
}

function outcomeView(handOver: Extract<HandOver, { stage: 'done' }>, agentCode: string): PopView {
    switch (handOver.outcome) {
        case 'opened':
            return { ...TAKING, text: handOver.here ? openedHere : opened, isSpent: true };
        case 'otherAgent':
            return problem(fillIn(otherAgent, agentCode, handOver.agentCode));
        case 'noAgent':
            return problem(fillIn(noAgent, agentCode));
        case 'failed':
        default:
            return problem(failed);
    }
}

/** @param agentCode whose call it is, as the URL says */
export function viewOf(handOver: HandOver, agentCode: string): PopView {
    switch (handOver.stage) {
        case 'done':
            return outcomeView(handOver, agentCode);
        case 'nobody':
            return { ...TAKING, text: nobody, isSoftphone: true };
        case 'waiting':
        case 'taking':
        default:
            return TAKING;
    }
}
