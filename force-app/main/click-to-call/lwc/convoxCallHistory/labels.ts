import empty from '@salesforce/label/c.ConVox_CallHistory_Empty';
import linkFailed from '@salesforce/label/c.ConVox_CallHistory_Link_Failed';
import loadFailed from '@salesforce/label/c.ConVox_CallHistory_Load_Failed';
import more from '@salesforce/label/c.ConVox_CallHistory_More';
import title from '@salesforce/label/c.ConVox_CallHistory_Title';

export const labels = { empty, linkFailed, loadFailed, more, title };
