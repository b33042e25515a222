/** The profile of a user who has none in the row: opens customers, and nothing of the package. */
export const PEOPLE_PROFILE = 'Standard User';

/** The profile that the licence Salesforce Integration brings: opens nothing by itself. */
export const INTEGRATION_PROFILE = 'Minimum Access - API Only Integrations';

/** The profiles of the local org; a real one has more. */
export const profiles = [PEOPLE_PROFILE, INTEGRATION_PROFILE] as const;
