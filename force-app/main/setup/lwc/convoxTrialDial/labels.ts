import call from '@salesforce/label/c.ConVox_TrialDial_Call';
import close from '@salesforce/label/c.ConVox_TrialDial_Close';
import help from '@salesforce/label/c.ConVox_TrialDial_Help';
import notDialable from '@salesforce/label/c.ConVox_TrialDial_Not_Dialable';
import number from '@salesforce/label/c.ConVox_TrialDial_Number';

export const labels = {
    call,
    close,
    help,
    notDialable,
    number
};
