import again from '@salesforce/label/c.ConVox_Setup_Again';
import failed from '@salesforce/label/c.ConVox_Setup_Failed';
import heading from '@salesforce/label/c.ConVox_Setup_Heading';
import mending from '@salesforce/label/c.ConVox_Setup_Mending';
import notMended from '@salesforce/label/c.ConVox_Setup_Not_Mended';

export const labels = {
    again,
    failed,
    heading,
    mending,
    notMended
};
