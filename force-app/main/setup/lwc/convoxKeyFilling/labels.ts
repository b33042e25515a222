import failed from '@salesforce/label/c.ConVox_KeyFilling_Failed';
import progress from '@salesforce/label/c.ConVox_KeyFilling_Progress';

export const labels = {
    failed,
    progress
};
