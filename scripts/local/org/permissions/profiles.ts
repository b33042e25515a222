/** The profile of a user who has none in the row: opens customers, and nothing of the package. */
export const PEOPLE_PROFILE = 'Standard User';

/** The profile that the licence Salesforce Integration brings: opens nothing by itself. */
export const INTEGRATION_PROFILE = 'Minimum Access - API Only Integrations';

/** The profile for people who get everything by permission sets: opens nothing by itself. */
const MINIMUM_PROFILE = 'Minimum Access - Salesforce';

/** The profiles of the local org; a real one has more. */
export const profiles = [PEOPLE_PROFILE, INTEGRATION_PROFILE, MINIMUM_PROFILE] as const;

/** Whether the profile opens accounts, contacts, leads and cases with their standard fields. */
export function opensCustomers(profile: string): boolean {
    return profile !== INTEGRATION_PROFILE && profile !== MINIMUM_PROFILE;
}
