import again from '@salesforce/label/c.ConVox_Setup_Again';
import copied from '@salesforce/label/c.ConVox_Setup_Copied';
import copy from '@salesforce/label/c.ConVox_Setup_Copy';
import failed from '@salesforce/label/c.ConVox_Setup_Failed';
import heading from '@salesforce/label/c.ConVox_Setup_Heading';
import mending from '@salesforce/label/c.ConVox_Setup_Mending';
import notMended from '@salesforce/label/c.ConVox_Setup_Not_Mended';
import popAddress from '@salesforce/label/c.ConVox_Setup_Pop_Address';

export const labels = {
    again,
    copied,
    copy,
    failed,
    heading,
    mending,
    notMended,
    popAddress
};
