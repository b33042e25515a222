import actions from '@salesforce/label/c.ConVox_CallCard_Actions';
import again from '@salesforce/label/c.ConVox_CallCard_Look_Again';
import another from '@salesforce/label/c.ConVox_CallCard_Choose_Another';
import copied from '@salesforce/label/c.ConVox_CallCard_Copied';
import copy from '@salesforce/label/c.ConVox_CallCard_Copy';
import did from '@salesforce/label/c.ConVox_CallCard_DID';
import facts from '@salesforce/label/c.ConVox_CallCard_Facts';
import followUp from '@salesforce/label/c.ConVox_CallCard_Follow_Up_Due';
import linkTo from '@salesforce/label/c.ConVox_CallCard_Link_To';
import newCase from '@salesforce/label/c.ConVox_CallCard_New_Case';
import newContact from '@salesforce/label/c.ConVox_CallCard_New_Contact';
import newLead from '@salesforce/label/c.ConVox_CallCard_New_Lead';
import newRecord from '@salesforce/label/c.ConVox_CallCard_New_Record';
import notCopied from '@salesforce/label/c.ConVox_CallCard_Not_Copied';
import open from '@salesforce/label/c.ConVox_CallCard_Open';
import process from '@salesforce/label/c.ConVox_CallCard_Process';
import recentCalls from '@salesforce/label/c.ConVox_CallCard_Recent_Calls';
import type from '@salesforce/label/c.ConVox_CallCard_Type';
import unanswered from '@salesforce/label/c.ConVox_CallCard_Unanswered';
import unknown from '@salesforce/label/c.ConVox_CallCard_Unknown';
import withheldHelp from '@salesforce/label/c.ConVox_CallCard_Withheld_Help';

export const labels = {
    actions,
    again,
    another,
    copied,
    copy,
    did,
    facts,
    followUp,
    linkTo,
    newCase,
    newContact,
    newLead,
    newRecord,
    notCopied,
    open,
    process,
    recentCalls,
    type,
    unanswered,
    unknown,
    withheldHelp
};
