import accessExpired from '@salesforce/label/c.ConVox_ReplyAdvice_Access_Expired';
import accessRefused from '@salesforce/label/c.ConVox_ReplyAdvice_Access_Refused';
import agentBusy from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Busy';
import agentCodeInvalid from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Code_Invalid';
import agentNotIdle from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Not_Idle';
import agentNotLoggedIn from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Not_Logged_In';
import agentOrNumberMissing from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Or_Number_Missing';
import agentUnavailable from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Unavailable';
import breakUnknown from '@salesforce/label/c.ConVox_ReplyAdvice_Break_Unknown';
import callLimitReached from '@salesforce/label/c.ConVox_ReplyAdvice_Call_Limit_Reached';
import callNotFound from '@salesforce/label/c.ConVox_ReplyAdvice_Call_Not_Found';
import dialSettingsRefused from '@salesforce/label/c.ConVox_ReplyAdvice_Dial_Settings_Refused';
import dispositionUnknown from '@salesforce/label/c.ConVox_ReplyAdvice_Disposition_Unknown';
import doNotCall from '@salesforce/label/c.ConVox_ReplyAdvice_Do_Not_Call';
import followUpFormat from '@salesforce/label/c.ConVox_ReplyAdvice_Follow_Up_Format';
import followUpIncomplete from '@salesforce/label/c.ConVox_ReplyAdvice_Follow_Up_Incomplete';
import followUpNotInFuture from '@salesforce/label/c.ConVox_ReplyAdvice_Follow_Up_Not_In_Future';
import noLineFree from '@salesforce/label/c.ConVox_ReplyAdvice_No_Line_Free';
import notEnabled from '@salesforce/label/c.ConVox_ReplyAdvice_Not_Enabled';
import nothingToClose from '@salesforce/label/c.ConVox_ReplyAdvice_Nothing_To_Close';
import numberInvalid from '@salesforce/label/c.ConVox_ReplyAdvice_Number_Invalid';
import outsideWorkingHours from '@salesforce/label/c.ConVox_ReplyAdvice_Outside_Working_Hours';
import processUnknown from '@salesforce/label/c.ConVox_ReplyAdvice_Process_Unknown';
import requestRefused from '@salesforce/label/c.ConVox_ReplyAdvice_Request_Refused';
import serverFault from '@salesforce/label/c.ConVox_ReplyAdvice_Server_Fault';
import unknownRefusal from '@salesforce/label/c.ConVox_ReplyAdvice_Unknown_Refusal';
import type { AdviceKey } from 'c/convoxContract';

/** What to do about a refusal of the ConVox server; by key, in the user's language. */
export const REFUSAL_ADVICE: Readonly<Record<Exclude<AdviceKey, 'accepted' | 'noAnswer'>, string>> = {
    accessExpired,
    accessRefused,
    agentBusy,
    agentCodeInvalid,
    agentNotIdle,
    agentNotLoggedIn,
    agentOrNumberMissing,
    agentUnavailable,
    breakUnknown,
    callLimitReached,
    callNotFound,
    dialSettingsRefused,
    dispositionUnknown,
    doNotCall,
    followUpFormat,
    followUpIncomplete,
    followUpNotInFuture,
    noLineFree,
    notEnabled,
    nothingToClose,
    numberInvalid,
    outsideWorkingHours,
    processUnknown,
    requestRefused,
    serverFault,
    unknownRefusal
};
