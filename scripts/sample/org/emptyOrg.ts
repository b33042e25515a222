import type { Org } from '../../local/org/org.ts';
import { users } from './configuration.ts';

/** Parents last. */
const CONFIGURATION = ['ConVox_Agent__c', 'ConVox_Disposition__c', 'ConVox_Process__c', 'ConVox_Server__c'];

/**
 * Takes away what an administrator sets up, as after the installation of the package: no server, process, disposition or
 * agent, and agents without rights. People and customers stay.
 */
export function emptyOrg({ store, users: orgUsers }: Pick<Org, 'store' | 'users'>): void {
    const remove = (object: string, field?: string, values: readonly string[] = []): void => {
        const rows = store.find({
            object,
            ...(field !== undefined && { where: { field, operator: 'in', value: values } as const })
        });
        store.delete(
            object,
            rows.map(({ Id }) => String(Id)),
            orgUsers.admin
        );
    };
    for (const object of CONFIGURATION) {
        remove(object);
    }
    const agents = users.flatMap(({ agentCode, Username }) =>
        agentCode === undefined ? [] : (orgUsers.find(Username)?.id ?? [])
    );
    remove('PermissionSetAssignment', 'AssigneeId', agents);
}
