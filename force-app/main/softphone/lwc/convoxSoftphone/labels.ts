import copied from '@salesforce/label/c.ConVox_Softphone_Copied';
import elsewhere from '@salesforce/label/c.ConVox_Softphone_Elsewhere';
import notCopied from '@salesforce/label/c.ConVox_Softphone_Not_Copied';
import panel from '@salesforce/label/c.ConVox_Softphone_Panel';
import ready from '@salesforce/label/c.ConVox_Softphone_Ready';
import utility from '@salesforce/label/c.ConVox_Softphone_Utility';

export const labels = { copied, elsewhere, notCopied, panel, ready, utility };
