import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { AGENT_ASHA } from '../../sample/org/callers.ts';
import { processes, server } from '../../sample/org/configuration.ts';
import { accounts, contacts, leads } from '../../sample/org/customers.ts';
import { AdminError } from '../cli/command.ts';
import type { Config } from '../configure/configSchema.ts';
import { configSchema } from '../configure/configSchema.ts';

/** The sample set-up of the local org, with one user as agent and administrator. */
export function sampleConfig(username: string): Config {
    return configSchema.parse({
        servers: [{ name: server.Name, default: server.Is_Default__c }],
        processes: processes.map(
            ({
                Name,
                Process_Code__c: code,
                Wrap_Up_Seconds__c: wrapUpSeconds,
                Answer_Target_Seconds__c: answerTargetSeconds,
                dispositions
            }) => ({
                code,
                name: Name,
                wrapUpSeconds,
                answerTargetSeconds,
                server: server.Name,
                dispositions: dispositions.map((disposition) => ({
                    code: disposition.Code__c,
                    name: disposition.Name,
                    needsFollowUp: disposition.Needs_Follow_Up__c ?? false,
                    countsAs: disposition.Counts_As__c
                }))
            })
        ),
        agents: [{ code: AGENT_ASHA, user: username }],
        permissions: { ConVox_Administrators: [username], ConVox_Agents: [username] }
    });
}

type Fields = Readonly<Record<string, string | undefined>>;

const saved = z.array(z.object({ id: z.string().optional(), success: z.boolean() }));

/** The sample customers of the local org. Returns how many rows were created. */
export async function createSampleCustomers(connection: Connection): Promise<number> {
    const create = async (object: string, rows: readonly Fields[]): Promise<string[]> => {
        const results = saved.parse(await connection.sobject(object).create(rows.map((row) => ({ ...row }))));
        if (results.some(({ success }) => !success)) {
            throw new AdminError(`The org refused sample rows of ${object}: ${JSON.stringify(results)}`);
        }
        return results.map(({ id }) => id ?? '');
    };
    const accountIds = await create(
        'Account',
        accounts.map((account) => ({ ...account }))
    );
    const idOf = new Map(accounts.map(({ Name }, index) => [Name, accountIds[index]]));
    const contactIds = await create(
        'Contact',
        contacts.map(({ account, ...contact }) => ({
            ...contact,
            ...(account === undefined ? {} : { AccountId: idOf.get(account) })
        }))
    );
    const leadIds = await create(
        'Lead',
        leads.map((lead) => ({ ...lead }))
    );
    return accountIds.length + contactIds.length + leadIds.length;
}
