import caseLinked from '@salesforce/label/c.ConVox_CallLinks_Case_Linked';
import copied from '@salesforce/label/c.ConVox_CallCard_Copied';
import copy from '@salesforce/label/c.ConVox_CallCard_Copy';
import linkCase from '@salesforce/label/c.ConVox_CallLinks_Link_Case';
import linkTo from '@salesforce/label/c.ConVox_CallCard_Link_To';
import newCase from '@salesforce/label/c.ConVox_CallCard_New_Case';
import newContact from '@salesforce/label/c.ConVox_CallCard_New_Contact';
import newLead from '@salesforce/label/c.ConVox_CallCard_New_Lead';
import newRecord from '@salesforce/label/c.ConVox_CallCard_New_Record';
import notCopied from '@salesforce/label/c.ConVox_CallCard_Not_Copied';

export const labels = {
    caseLinked,
    copied,
    copy,
    linkCase,
    linkTo,
    newCase,
    newContact,
    newLead,
    newRecord,
    notCopied
};
