import calling from '@salesforce/label/c.ConVox_Dialer_Calling';
import cooling from '@salesforce/label/c.ConVox_Dialer_Cooling';

export const labels = { calling, cooling };
