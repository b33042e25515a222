import calling from '@salesforce/label/c.ConVox_Dialer_Calling';
import cooling from '@salesforce/label/c.ConVox_Dialer_Cooling';
import doNotCall from '@salesforce/label/c.ConVox_Dialer_Do_Not_Call';
import loadFailed from '@salesforce/label/c.ConVox_ClickToCall_Load_Failed';
import noNumber from '@salesforce/label/c.ConVox_ClickToCall_No_Number';
import nobodyCalled from '@salesforce/label/c.ConVox_CallNow_Nobody_Called';
import notAgent from '@salesforce/label/c.ConVox_Dialer_Not_Agent';
import pressAgain from '@salesforce/label/c.ConVox_CallNow_Press_Again';
import refusedBefore from '@salesforce/label/c.ConVox_Dialer_Refused_Before';
import undialable from '@salesforce/label/c.ConVox_ClickToCall_Undialable';

export const labels = {
    calling,
    cooling,
    doNotCall,
    loadFailed,
    noNumber,
    nobodyCalled,
    notAgent,
    pressAgain,
    refusedBefore,
    undialable
};
