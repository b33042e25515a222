import calling from '@salesforce/label/c.ConVox_IdlePanel_Calling';
import due from '@salesforce/label/c.ConVox_IdlePanel_Due';
import failed from '@salesforce/label/c.ConVox_IdlePanel_Failed';
import followUps from '@salesforce/label/c.ConVox_IdlePanel_Follow_Ups';
import lastCalls from '@salesforce/label/c.ConVox_IdlePanel_Last_Calls';
import loading from '@salesforce/label/c.ConVox_IdlePanel_Loading';
import missedCalls from '@salesforce/label/c.ConVox_IdlePanel_Missed_Calls';
import noFollowUps from '@salesforce/label/c.ConVox_IdlePanel_No_Follow_Ups';
import noLastCalls from '@salesforce/label/c.ConVox_IdlePanel_No_Last_Calls';
import noMissedCalls from '@salesforce/label/c.ConVox_IdlePanel_No_Missed_Calls';
import notAgent from '@salesforce/label/c.ConVox_Dialer_Not_Agent';
import panel from '@salesforce/label/c.ConVox_IdlePanel_Panel';

export const labels = {
    calling,
    due,
    failed,
    followUps,
    lastCalls,
    loading,
    missedCalls,
    noFollowUps,
    noLastCalls,
    noMissedCalls,
    notAgent,
    panel
};
