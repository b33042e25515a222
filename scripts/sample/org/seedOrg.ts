import type { FieldValues } from '../../local/org/records.ts';
import type { Org } from '../../local/org/org.ts';
import { server, users } from './configuration.ts';
import { insertProcesses } from './insertProcesses.ts';
import { insertRows } from './insertRows.ts';
import { seedUsers } from './seedUsers.ts';
import { accounts, contacts, leads } from './customers.ts';

/**
 * Fills a new org with its users, the ConVox configuration and sample customers, through the same saves as any client,
 * so that flows fill the phone keys.
 * @throws when the org refuses a row, naming the object and what is wrong
 */
export function seedOrg(org: Pick<Org, 'store' | 'users'>): void {
    const { store } = org;
    const insert = (object: string, rows: readonly FieldValues[]): string[] => insertRows(org, object, rows);

    function seedConfiguration(userIds: ReadonlyMap<string, string>): void {
        const [serverId = ''] = insert('ConVox_Server__c', [server]);
        insert(
            'ConVox_Agent__c',
            users.flatMap((user): FieldValues[] =>
                user.agentCode === undefined
                    ? []
                    : [
                          {
                              Name: `${user.FirstName} ${user.LastName}`,
                              Agent_Code__c: user.agentCode,
                              User__c: userIds.get(user.Alias) ?? null,
                              Server__c: serverId
                          }
                      ]
            )
        );
        insertProcesses(org, serverId);
    }

    function seedCustomers(owners: readonly string[]): void {
        const ownerOf = (index: number): string | null => owners[index % owners.length] ?? null;
        const accountIds = insert(
            'Account',
            accounts.map((account, index) => ({ ...account, OwnerId: ownerOf(index) }))
        );
        const accountId = (name: string | undefined): string | null =>
            accountIds[accounts.findIndex((account) => account.Name === name)] ?? null;
        insert(
            'Contact',
            contacts.map(({ account, ...contact }, index) => ({
                ...contact,
                AccountId: accountId(account),
                OwnerId: ownerOf(index)
            }))
        );
        insert(
            'Lead',
            leads.map((lead, index) => ({ ...lead, OwnerId: ownerOf(index) }))
        );
    }

    store.transaction(() => {
        const userIds = seedUsers(org, users);
        seedConfiguration(userIds);
        seedCustomers([...users.flatMap((user) => (user.agentCode ? [userIds.get(user.Alias) ?? ''] : []))]);
    });
}
