import anyway from '@salesforce/label/c.ConVox_Dialer_Anyway';
import doNotCall from '@salesforce/label/c.ConVox_Dialer_Do_Not_Call';
import leave from '@salesforce/label/c.ConVox_Dialer_Leave';
import question from '@salesforce/label/c.ConVox_Dialer_Question';
import refusedBefore from '@salesforce/label/c.ConVox_Dialer_Refused_Before';

export const labels = { anyway, doNotCall, leave, question, refusedBefore };
