import type { ActingUser, RecordStore } from './records.ts';

/** The org id of every local org; 15 characters and their checksum. */
export const ORGANIZATION_ID = '00D5g00000Loc4lEAA';

/** Gives the org its own row, as a Developer Edition has it: neither a sandbox nor a production org. */
export function installOrganization(store: RecordStore, admin: ActingUser): void {
    if (store.count({ object: 'Organization' }) === 0) {
        store.create('Organization', [{ Name: 'Sunrise', OrganizationType: 'Developer Edition' }], admin);
    }
}
