import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { queryRows } from './rows.ts';

const organizationRow = z.object({
    Name: z.string(),
    OrganizationType: z.string(),
    IsSandbox: z.boolean(),
    TrialExpirationDate: z.string().nullish()
});

export interface Organization {
    readonly name: string;
    /** Edition, such as `Enterprise Edition`. */
    readonly edition: string;
    /** Neither a sandbox or scratch org, nor a Developer Edition, nor a trial. */
    readonly isProduction: boolean;
}

/** The org itself. @throws Error of the API, for example when the user may not read it */
export async function readOrganization(connection: Connection): Promise<Organization> {
    const [row] = await queryRows(
        connection,
        'SELECT Name, OrganizationType, IsSandbox, TrialExpirationDate FROM Organization',
        organizationRow
    );
    if (!row) {
        throw new Error('The org does not say what it is: SELECT Name FROM Organization has no row');
    }
    const { Name: name, OrganizationType: edition, IsSandbox, TrialExpirationDate: trialEnds } = row;
    const isTrial = trialEnds !== null && trialEnds !== undefined;
    return { name, edition, isProduction: !IsSandbox && !isTrial && edition !== 'Developer Edition' };
}
