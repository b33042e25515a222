import failed from '@salesforce/label/c.ConVox_ListSender_View_Failed';
import firstMembers from '@salesforce/label/c.ConVox_ListSender_First_Members';
import members from '@salesforce/label/c.ConVox_ListSender_View_Members';
import object from '@salesforce/label/c.ConVox_ListSender_Object';
import reading from '@salesforce/label/c.ConVox_ListSender_Reading';
import view from '@salesforce/label/c.ConVox_ListSender_View';

export const labels = { failed, firstMembers, members, object, reading, view };
