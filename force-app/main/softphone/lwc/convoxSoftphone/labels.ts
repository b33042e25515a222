import elsewhere from '@salesforce/label/c.ConVox_Softphone_Elsewhere';
import extrasFailed from '@salesforce/label/c.ConVox_Softphone_Extras_Failed';
import panel from '@salesforce/label/c.ConVox_Softphone_Panel';
import ready from '@salesforce/label/c.ConVox_Softphone_Ready';
import utility from '@salesforce/label/c.ConVox_Softphone_Utility';

export const labels = { elsewhere, extrasFailed, panel, ready, utility };
