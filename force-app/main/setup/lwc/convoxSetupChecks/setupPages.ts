/** Pages of Setup, which nobody else can do the work of. */
export const NAMED_CREDENTIALS = '/lightning/setup/NamedCredential/home';
export const PERMISSION_SETS = '/lightning/setup/PermSets/home';
export const FLOWS = '/lightning/setup/Flows/home';
export const COMPANY_INFORMATION = '/lightning/setup/CompanyProfileInfo/home';
export const STORAGE = '/lightning/setup/CompanyResourceDisk/home';
export const SHARING = '/lightning/setup/SecuritySharing/home';

/** The list view of commands that need somebody to look at them. */
export const COMMANDS = '/lightning/o/ConVox_Command__c/list?filterName=Refused_or_Unknown';
