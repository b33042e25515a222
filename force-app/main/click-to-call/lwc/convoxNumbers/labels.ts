import call from '@salesforce/label/c.ConVox_Dialer_Call';
import extension from '@salesforce/label/c.ConVox_ClickToCall_Extension';
import loadFailed from '@salesforce/label/c.ConVox_ClickToCall_Load_Failed';
import noNumber from '@salesforce/label/c.ConVox_ClickToCall_No_Number';
import notAgent from '@salesforce/label/c.ConVox_Dialer_Not_Agent';
import undialable from '@salesforce/label/c.ConVox_ClickToCall_Undialable';

export const labels = { call, extension, loadFailed, noNumber, notAgent, undialable };
