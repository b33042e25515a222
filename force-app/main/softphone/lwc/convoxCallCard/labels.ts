import actions from '@salesforce/label/c.ConVox_CallCard_Actions';
import again from '@salesforce/label/c.ConVox_CallCard_Look_Again';
import another from '@salesforce/label/c.ConVox_CallCard_Choose_Another';
import followUp from '@salesforce/label/c.ConVox_CallCard_Follow_Up_Due';
import open from '@salesforce/label/c.ConVox_CallCard_Open';
import outbound from '@salesforce/label/c.ConVox_CallCard_Outbound';
import unanswered from '@salesforce/label/c.ConVox_CallCard_Unanswered';
import unknown from '@salesforce/label/c.ConVox_CallCard_Unknown';
import withheldHelp from '@salesforce/label/c.ConVox_CallCard_Withheld_Help';

export const labels = {
    actions,
    again,
    another,
    followUp,
    open,
    outbound,
    unanswered,
    unknown,
    withheldHelp
};
