import accepted from '@salesforce/label/c.ConVox_ReplyAdvice_Accepted_Dial';
import agentBusy from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Busy';
import agentNotIdle from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Not_Idle';
import agentOrNumberMissing from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Or_Number_Missing';
import agentUnavailable from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Unavailable';
import callLimitReached from '@salesforce/label/c.ConVox_ReplyAdvice_Call_Limit_Reached';
import dialSettingsRefused from '@salesforce/label/c.ConVox_ReplyAdvice_Dial_Settings_Refused';
import doNotCall from '@salesforce/label/c.ConVox_ReplyAdvice_Do_Not_Call';
import noAnswer from '@salesforce/label/c.ConVox_ReplyAdvice_Unknown_Dial';
import noLineFree from '@salesforce/label/c.ConVox_ReplyAdvice_No_Line_Free';
import outsideWorkingHours from '@salesforce/label/c.ConVox_ReplyAdvice_Outside_Working_Hours';
import type { Advice } from 'c/convoxReplyAdvice';

/** What to do about the answer to a dial, beside what ConVox may say of every command. The phone of a call has no use for it. */
export const dialAdvice: Advice = {
    accepted,
    agentBusy,
    agentNotIdle,
    agentOrNumberMissing,
    agentUnavailable,
    callLimitReached,
    dialSettingsRefused,
    doNotCall,
    noAnswer,
    noLineFree,
    outsideWorkingHours
};
