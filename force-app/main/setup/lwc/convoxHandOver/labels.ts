import copied from '@salesforce/label/c.ConVox_HandOver_Copied';
import copy from '@salesforce/label/c.ConVox_HandOver_Copy';
import popAddress from '@salesforce/label/c.ConVox_HandOver_Pop_Address';

export const labels = {
    copied,
    copy,
    popAddress
};
