import { z } from 'zod';
import { queryRows, rowsIfThere } from '../org/rows.ts';
import type { Check, CheckContext, Finding } from './check.ts';
import { no, open, yes } from './check.ts';

/** Share of an allowance that should be left. */
const ENOUGH = 0.2;

const limits = z.record(z.string(), z.object({ Max: z.number(), Remaining: z.number() }));

async function allowance({ connection }: CheckContext, name: string, unit: string, advice: string): Promise<Finding> {
    const all = limits.safeParse(await connection.limits());
    const limit = all.success ? all.data[name] : undefined;
    if (!limit) {
        return open(`the org does not report ${name}`, 'Setup, Company Information shows it.');
    }
    const evidence = `${limit.Remaining.toLocaleString('en-IN')} of ${limit.Max.toLocaleString('en-IN')} ${unit} are left`;
    return limit.Remaining >= limit.Max * ENOUGH ? yes(evidence) : no(evidence, advice);
}

const licenceRow = z.object({ TotalLicenses: z.number(), UsedLicenses: z.number() });

/** Whether the org has room for more calls. */
export const allowanceChecks: readonly Check[] = [
    {
        id: 'api-allowance',
        about: 'health',
        question: 'Is enough left of the day’s API requests?',
        run: (context) =>
            allowance(
                context,
                'DailyApiRequests',
                'requests of 24 hours',
                'Find out who uses them (Setup, API Usage), or buy more.'
            )
    },
    {
        id: 'storage',
        about: 'health',
        question: 'Is enough data storage left?',
        run: (context) =>
            allowance(
                context,
                'DataStorageMB',
                'MB of data storage',
                'Delete or archive old calls: docs/limits-and-sizing.md.'
            )
    },
    {
        id: 'integration-licence',
        about: 'health',
        question: 'Has the org a Salesforce Integration licence for the gateway’s user?',
        run: async ({ connection }) => {
            const [licence] = await rowsIfThere(
                queryRows(
                    connection,
                    "SELECT TotalLicenses, UsedLicenses FROM UserLicense WHERE Name = 'Salesforce Integration'",
                    licenceRow
                )
            );
            return licence === undefined
                ? open(
                      'the org does not report such licences',
                      'Any user with the permission API Enabled and ConVox Gateway will do.'
                  )
                : yes(`${licence.UsedLicenses} of ${licence.TotalLicenses} are in use`);
        }
    }
];
