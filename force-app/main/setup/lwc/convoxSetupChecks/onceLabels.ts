import claim from '@salesforce/label/c.ConVox_SetupChecks_Once_Claim';
import mend from '@salesforce/label/c.ConVox_SetupChecks_Once_Mend';
import off from '@salesforce/label/c.ConVox_SetupChecks_Once_Off';

export const labels = { claim, mend, off };
