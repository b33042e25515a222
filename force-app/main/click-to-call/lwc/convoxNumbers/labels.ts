import call from '@salesforce/label/c.ConVox_ClickToCall_Call';
import calling from '@salesforce/label/c.ConVox_ClickToCall_Calling';
import cooling from '@salesforce/label/c.ConVox_ClickToCall_Cooling';
import loadFailed from '@salesforce/label/c.ConVox_ClickToCall_Load_Failed';
import noNumber from '@salesforce/label/c.ConVox_ClickToCall_No_Number';
import notAgent from '@salesforce/label/c.ConVox_ClickToCall_Not_Agent';
import undialable from '@salesforce/label/c.ConVox_ClickToCall_Undialable';

export const labels = { call, calling, cooling, loadFailed, noNumber, notAgent, undialable };
