import failedLink from '@salesforce/label/c.ConVox_Call_Failed_Link';
import failedLookUp from '@salesforce/label/c.ConVox_Call_Failed_Look_Up';
import failedSave from '@salesforce/label/c.ConVox_Call_Failed_Save';
import type { Operation } from 'c/convoxCallState';

/** What could not be done, as a sentence. */
export const FAILURES: Readonly<Record<Operation, string>> = {
    lookUp: failedLookUp,
    save: failedSave,
    link: failedLink
};
