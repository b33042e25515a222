import accepted from '@salesforce/label/c.ConVox_ReplyAdvice_Accepted_Close';
import accessExpired from '@salesforce/label/c.ConVox_ReplyAdvice_Access_Expired';
import accessRefused from '@salesforce/label/c.ConVox_ReplyAdvice_Access_Refused';
import agentCodeInvalid from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Code_Invalid';
import agentNotLoggedIn from '@salesforce/label/c.ConVox_ReplyAdvice_Agent_Not_Logged_In';
import breakUnknown from '@salesforce/label/c.ConVox_ReplyAdvice_Break_Unknown';
import callNotFound from '@salesforce/label/c.ConVox_ReplyAdvice_Call_Not_Found';
import dispositionUnknown from '@salesforce/label/c.ConVox_ReplyAdvice_Disposition_Unknown';
import followUpFormat from '@salesforce/label/c.ConVox_ReplyAdvice_Follow_Up_Format';
import followUpIncomplete from '@salesforce/label/c.ConVox_ReplyAdvice_Follow_Up_Incomplete';
import followUpNotInFuture from '@salesforce/label/c.ConVox_ReplyAdvice_Follow_Up_Not_In_Future';
import notEnabled from '@salesforce/label/c.ConVox_ReplyAdvice_Not_Enabled';
import noAnswer from '@salesforce/label/c.ConVox_ReplyAdvice_Unknown_Close';
import nothingToClose from '@salesforce/label/c.ConVox_ReplyAdvice_Nothing_To_Close';
import numberInvalid from '@salesforce/label/c.ConVox_ReplyAdvice_Number_Invalid';
import processUnknown from '@salesforce/label/c.ConVox_ReplyAdvice_Process_Unknown';
import requestRefused from '@salesforce/label/c.ConVox_ReplyAdvice_Request_Refused';
import serverFault from '@salesforce/label/c.ConVox_ReplyAdvice_Server_Fault';
import unknownRefusal from '@salesforce/label/c.ConVox_ReplyAdvice_Unknown_Refusal';
import type { AdviceKey } from 'c/convoxContract';

/** What to do about an answer, in the user's language. */
export type Advice = Readonly<Partial<Record<AdviceKey, string>>>;

/** About the end of a call, and what ConVox may say of every command. About a dial: c/convoxDialAdvice. */
export const CLOSE_ADVICE: Advice = {
    accepted,
    accessExpired,
    accessRefused,
    agentCodeInvalid,
    agentNotLoggedIn,
    breakUnknown,
    callNotFound,
    dispositionUnknown,
    followUpFormat,
    followUpIncomplete,
    followUpNotInFuture,
    notEnabled,
    noAnswer,
    nothingToClose,
    numberInvalid,
    processUnknown,
    requestRefused,
    serverFault,
    unknownRefusal
};
