import elsewhere from '@salesforce/label/c.ConVox_Softphone_Elsewhere';
import panel from '@salesforce/label/c.ConVox_Softphone_Panel';
import ready from '@salesforce/label/c.ConVox_Softphone_Ready';
import utility from '@salesforce/label/c.ConVox_Softphone_Utility';

export const labels = { elsewhere, panel, ready, utility };
