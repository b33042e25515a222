import byName from '@salesforce/label/c.ConVox_SetupChecks_Org_By_Name';
import change from '@salesforce/label/c.ConVox_SetupChecks_Org_Change';
import fields from '@salesforce/label/c.ConVox_SetupChecks_Org_Fields';
import principals from '@salesforce/label/c.ConVox_SetupChecks_Org_Principals';
import read from '@salesforce/label/c.ConVox_SetupChecks_Org_Read';
import system from '@salesforce/label/c.ConVox_SetupChecks_Org_System';
import tabs from '@salesforce/label/c.ConVox_SetupChecks_Org_Tabs';

export const labels = {
    byName,
    change,
    fields,
    principals,
    read,
    system,
    tabs
};
