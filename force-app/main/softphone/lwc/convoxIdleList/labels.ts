import all from '@salesforce/label/c.ConVox_IdleList_All';
import call from '@salesforce/label/c.ConVox_Dialer_Call';
import link from '@salesforce/label/c.ConVox_IdleList_Link';
import openCall from '@salesforce/label/c.ConVox_IdleList_Open_Call';
import openFollowUp from '@salesforce/label/c.ConVox_IdleList_Open_Follow_Up';

export const labels = { all, call, link, openCall, openFollowUp };
