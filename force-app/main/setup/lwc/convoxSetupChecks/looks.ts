import no from '@salesforce/label/c.ConVox_SetupChecks_No';
import open from '@salesforce/label/c.ConVox_SetupChecks_Open';
import yes from '@salesforce/label/c.ConVox_SetupChecks_Yes';

/** How an answer looks, and its word for who does not see that. */
export const LOOKS = {
    yes: { icon: 'utility:success', variant: 'success', word: yes },
    no: { icon: 'utility:error', variant: 'error', word: no },
    open: { icon: 'utility:clock', variant: '', word: open }
};
