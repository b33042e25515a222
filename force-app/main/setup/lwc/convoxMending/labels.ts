import giving from '@salesforce/label/c.ConVox_Mending_Giving';
import mending from '@salesforce/label/c.ConVox_Mending_Mending';
import notMended from '@salesforce/label/c.ConVox_Mending_Not_Mended';

export const labels = {
    giving,
    mending,
    notMended
};
