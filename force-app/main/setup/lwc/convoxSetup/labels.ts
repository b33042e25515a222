import again from '@salesforce/label/c.ConVox_Setup_Again';
import failed from '@salesforce/label/c.ConVox_Setup_Failed';
import heading from '@salesforce/label/c.ConVox_Setup_Heading';
import stopped from '@salesforce/label/c.ConVox_Setup_Stopped';

export const labels = {
    again,
    failed,
    heading,
    stopped
};
