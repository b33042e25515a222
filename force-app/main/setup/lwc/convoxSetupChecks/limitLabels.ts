import allowanceClaim from '@salesforce/label/c.ConVox_SetupChecks_Allowance_Claim';
import allowanceMend from '@salesforce/label/c.ConVox_SetupChecks_Allowance_Mend';
import goCompany from '@salesforce/label/c.ConVox_SetupChecks_Go_Company';
import goPermissionSets from '@salesforce/label/c.ConVox_SetupChecks_Go_Permission_Sets';
import goStorage from '@salesforce/label/c.ConVox_SetupChecks_Go_Storage';
import limitsHeading from '@salesforce/label/c.ConVox_SetupChecks_Limits_Heading';
import managersClaim from '@salesforce/label/c.ConVox_SetupChecks_Managers_Claim';
import managersMend from '@salesforce/label/c.ConVox_SetupChecks_Managers_Mend';
import nothingYet from '@salesforce/label/c.ConVox_SetupChecks_Nothing_Yet';
import reconciledClaim from '@salesforce/label/c.ConVox_SetupChecks_Reconciled_Claim';
import reconciledMend from '@salesforce/label/c.ConVox_SetupChecks_Reconciled_Mend';
import reportsHeading from '@salesforce/label/c.ConVox_SetupChecks_Reports_Heading';
import requests from '@salesforce/label/c.ConVox_SetupChecks_Requests';
import storage from '@salesforce/label/c.ConVox_SetupChecks_Storage';

export const labels = {
    allowanceClaim,
    allowanceMend,
    goCompany,
    goPermissionSets,
    goStorage,
    limitsHeading,
    managersClaim,
    managersMend,
    nothingYet,
    reconciledClaim,
    reconciledMend,
    reportsHeading,
    requests,
    storage
};
