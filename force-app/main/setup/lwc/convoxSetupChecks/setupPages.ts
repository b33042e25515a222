/** Pages of Setup, which nobody else can do the work of. */
export const NAMED_CREDENTIALS = '/lightning/setup/NamedCredential/home';
export const PERMISSION_SETS = '/lightning/setup/PermSets/home';
export const FLOWS = '/lightning/setup/Flows/home';
export const COMPANY_INFORMATION = '/lightning/setup/CompanyProfileInfo/home';
export const STORAGE = '/lightning/setup/CompanyResourceDisk/home';
export const SHARING = '/lightning/setup/SecuritySharing/home';
