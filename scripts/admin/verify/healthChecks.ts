import { z } from 'zod';
import { isKeyEntered, readNamedCredential } from '../configure/credential.ts';
import { keyedObjects } from '../backfillPhoneKeys/keyFields.ts';
import { queryCount, queryRows, soqlText } from '../org/rows.ts';
import type { Check, CheckContext, Finding } from './check.ts';
import { allThere, no, open, yes } from './check.ts';

const DEPLOY = 'npm run org -- deploy --target-org <alias>';
const CONFIGURE = 'npm run org -- configure <file.yaml> --target-org <alias>';
const PACKAGED_URL = 'https://convox.example.com';
const REACH_MILLISECONDS = 5000;
/** Share of an allowance that should be left. */
const ENOUGH = 0.2;

const described = z.object({ fields: z.array(z.object({ name: z.string() })) });
const tooling = z.object({ records: z.array(z.object({ DeveloperName: z.string() })) });

async function deployedNames({ connection }: CheckContext, soql: string): Promise<Set<string>> {
    const { records } = tooling.parse(await connection.tooling.query(soql, { autoFetch: true, maxFetch: 10_000 }));
    return new Set(records.map(({ DeveloperName }) => DeveloperName));
}

async function missingFields({ connection, facts }: CheckContext): Promise<string[]> {
    const missing = await Promise.all(
        [...facts.fields].map(async ([object, fields]) => {
            try {
                const has = new Set(described.parse(await connection.describe(object)).fields.map(({ name }) => name));
                return fields.filter((field) => !has.has(field)).map((field) => `${object}.${field}`);
            } catch {
                return [object];
            }
        })
    );
    return missing.flat();
}

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

const serverRow = z.object({ Name: z.string(), Is_Default__c: z.boolean(), Phone_Keys_Filled__c: z.boolean() });
const agentRow = z.object({
    Agent_Code__c: z.string(),
    User__r: z.object({ IsActive: z.boolean() }).nullable()
});

/** Whether this installation is complete and well. */
export const healthChecks: readonly Check[] = [
    {
        id: 'fields',
        about: 'health',
        question: 'Is every object and field of the package there?',
        run: async (context) => {
            const total = [...context.facts.fields.values()].flat().length;
            return allThere(
                'fields',
                await missingFields(context),
                total,
                `Deploy the package, and sign in as a user who may see its fields: ${DEPLOY}`
            );
        }
    },
    {
        id: 'flows',
        about: 'health',
        question: 'Is every flow of the package active?',
        run: async (context) => {
            const { activeFlows } = context.facts;
            const active = await deployedNames(
                context,
                "SELECT DeveloperName FROM FlowDefinition WHERE ActiveVersionId != null AND DeveloperName LIKE 'ConVox%'"
            );
            const missing = activeFlows.filter((name) => !active.has(name));
            return allThere(
                'active flows',
                missing,
                activeFlows.length,
                'Activate them in Setup, Flows, or deploy the package again.'
            );
        }
    },
    {
        id: 'components',
        about: 'health',
        question: 'Is every Lightning component of the package there?',
        run: async (context) => {
            const { components } = context.facts;
            const there = await deployedNames(
                context,
                "SELECT DeveloperName FROM LightningComponentBundle WHERE DeveloperName LIKE 'convox%'"
            );
            return allThere(
                'components',
                components.filter((name) => !there.has(name)),
                components.length,
                DEPLOY
            );
        }
    },
    {
        id: 'credential-url',
        about: 'health',
        question: 'Does the Named Credential have the address of the gateway?',
        run: async ({ connection }) => {
            const credential = await readNamedCredential(connection);
            if (!credential) {
                return no('there is no named credential ConVox', DEPLOY);
            }
            return credential.calloutUrl === PACKAGED_URL
                ? no(`it has the packaged address ${PACKAGED_URL}`, CONFIGURE)
                : yes(credential.calloutUrl);
        }
    },
    {
        id: 'credential-key',
        about: 'health',
        question: 'Has the gateway’s key been entered at the principal?',
        run: async ({ connection }) =>
            (await isKeyEntered(connection))
                ? yes('the principal Server of the External Credential ConVox is configured')
                : no(
                      'the principal Server has no parameters',
                      `Set the variable of credential.keyFrom and run ${CONFIGURE}`
                  )
    },
    {
        id: 'gateway',
        about: 'health',
        question: 'Does the gateway answer at that address?',
        run: async ({ connection, fetch: send }) => {
            const url = (await readNamedCredential(connection))?.calloutUrl;
            if (url === undefined || url === PACKAGED_URL) {
                return open('there is no address to ask', CONFIGURE);
            }
            const advice =
                'Asked from this machine. See that the gateway runs, and that its name and certificate are public.';
            try {
                const { status } = await send(`${url}/health`, { signal: AbortSignal.timeout(REACH_MILLISECONDS) });
                return status === 200 ? yes(`GET ${url}/health: 200`) : no(`GET ${url}/health: ${status}`, advice);
            } catch {
                return no(`GET ${url}/health: no answer`, advice);
            }
        }
    },
    {
        id: 'permissions',
        about: 'health',
        question: 'Are the package’s permission sets assigned?',
        run: async ({ connection, facts }) => {
            const assigned = await queryRows(
                connection,
                `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${facts.permissionSets.map(soqlText).join(', ')}) AND Assignee.IsActive = true`,
                z.object({ PermissionSet: z.object({ Name: z.string() }) })
            );
            const counts = facts.permissionSets.map(
                (name) => [name, assigned.filter(({ PermissionSet }) => PermissionSet.Name === name).length] as const
            );
            const evidence = counts.map(([name, count]) => `${name}: ${count}`).join(', ');
            const lacking = counts.filter(([name, count]) => count === 0 && /_(Agent|Gateway)$/.test(name));
            return lacking.length === 0
                ? yes(evidence)
                : no(evidence, `Assign ${lacking.map(([name]) => name).join(' and ')}: ${CONFIGURE}`);
        }
    },
    {
        id: 'setup-rows',
        about: 'health',
        question: 'Is there one default server, and an active user behind every agent?',
        run: async ({ connection }) => {
            const servers = await queryRows(
                connection,
                'SELECT Name, Is_Default__c, Phone_Keys_Filled__c FROM ConVox_Server__c',
                serverRow
            );
            const agents = await queryRows(
                connection,
                'SELECT Agent_Code__c, User__r.IsActive FROM ConVox_Agent__c WHERE Is_Active__c = true',
                agentRow
            );
            const defaults = servers.filter((server) => server.Is_Default__c).length;
            const lost = agents
                .filter(({ User__r }) => User__r?.IsActive !== true)
                .map(({ Agent_Code__c }) => Agent_Code__c);
            const evidence = `${defaults} default of ${servers.length} servers, ${agents.length} active agents${lost.length === 0 ? '' : `, without an active user: ${lost.join(', ')}`}`;
            return defaults === 1 && agents.length > 0 && lost.length === 0 ? yes(evidence) : no(evidence, CONFIGURE);
        }
    },
    {
        id: 'phone-keys',
        about: 'health',
        question: 'Do existing customers have their phone keys, as the servers say?',
        run: async ({ connection }) => {
            const counts = await Promise.all(
                keyedObjects.map(async ({ object, keys, only }) => {
                    const lacks = keys.map(({ number, key }) => `(${number} != null AND ${key} = null)`).join(' OR ');
                    const soql = `SELECT COUNT() FROM ${object} WHERE (${lacks})${only === undefined ? '' : ` AND ${only}`}`;
                    return { object, count: await queryCount(connection, soql) };
                })
            );
            const servers = await queryRows(
                connection,
                'SELECT Name, Is_Default__c, Phone_Keys_Filled__c FROM ConVox_Server__c',
                serverRow
            );
            const isFilled = servers.every((server) => server.Phone_Keys_Filled__c);
            const lacking = counts.reduce((sum, { count }) => sum + count, 0);
            const evidence = `rows with a number and no key: ${counts.map(({ object, count }) => `${object} ${count}`).join(', ')}; servers marked as ${isFilled ? '' : 'not '}filled`;
            // A number that identifies nobody has no key, so that a few such rows always remain.
            return isFilled && lacking === 0
                ? yes(evidence)
                : open(
                      evidence,
                      'npm run org -- backfill-phone-keys --dry-run --target-org <alias> tells which of them need keys.'
                  );
        }
    },
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
    }
];
