import calling from '@salesforce/label/c.ConVox_Dialer_Calling';
import cooling from '@salesforce/label/c.ConVox_Dialer_Cooling';
import loadFailed from '@salesforce/label/c.ConVox_ClickToCall_Load_Failed';
import noNumber from '@salesforce/label/c.ConVox_ClickToCall_No_Number';
import nobodyCalled from '@salesforce/label/c.ConVox_CallNow_Nobody_Called';
import notAgent from '@salesforce/label/c.ConVox_Dialer_Not_Agent';
import undialable from '@salesforce/label/c.ConVox_ClickToCall_Undialable';

export const labels = { calling, cooling, loadFailed, noNumber, nobodyCalled, notAgent, undialable };
