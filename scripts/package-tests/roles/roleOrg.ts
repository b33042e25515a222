import { orgRightsOf } from '../../local/metadata/packageParts.ts';
import type { Org, OrgOptions } from '../../local/org/org.ts';
import type { FieldValues } from '../../local/org/records.ts';
import { AGENT_ASHA, AGENT_RAVI } from '../../sample/org/callers.ts';
import { seedOrg } from '../../sample/org/seedOrg.ts';
import type { RestClient } from '../../local/org/testing/testOrg.ts';
import { createTestOrg, restClient } from '../../local/org/testing/testOrg.ts';

/** Users of an org by what they are; asha and ravi are agents, guest has nothing of the package. */
export const people = ['asha', 'ravi', 'manager', 'supervisor', 'administrator', 'gateway', 'guest'] as const;
export type Person = (typeof people)[number];

const newcomers: readonly (readonly [Person, string | undefined])[] = [
    ['manager', 'ConVox_Managers'],
    ['supervisor', 'ConVox_Supervisors'],
    ['administrator', 'ConVox_Administrators'],
    ['guest', undefined]
];
const seeded: Readonly<Partial<Record<Person, string>>> = {
    asha: 'asha.verma',
    ravi: 'ravi.kumar',
    gateway: 'integration'
};

export interface RoleOrg {
    readonly org: Org;
    /** REST requests as this user. */
    readonly as: (person: Person) => RestClient;
    readonly idOfUser: (person: Person) => string;
    /** Writes a row past all permissions, as an integration of another maker might. */
    readonly plant: (object: string, values: FieldValues) => string;
    /** The rows that the tests are about. Both calls are from the same contact, whom the administrator looks after. */
    readonly rows: {
        readonly contact: string;
        readonly ashasCall: string;
        readonly ravisCall: string;
        readonly ashasCommand: string;
        readonly ravisCommand: string;
        readonly ravisFollowUp: string;
        readonly ravisOpening: string;
        readonly disposition: string;
    };
}

/** The sample org with people in every role, and a call, a command and a promise of each agent. */
export async function openRoleOrg(options: Partial<OrgOptions> = {}): Promise<RoleOrg> {
    const org = await createTestOrg(options);
    seedOrg(org);
    const system = { ...org.users.admin, systemContext: true };

    function plant(object: string, values: FieldValues): string {
        const [result] = org.store.create(object, [values], system);
        if (!result?.success) {
            throw new Error(`${object} ${JSON.stringify(values)} was refused: ${JSON.stringify(result)}`);
        }
        return result.id;
    }

    function idWhere(object: string, field: string, value: string): string {
        const [found] = org.store.find({ object, where: { field, operator: 'eq', value } });
        return String(found?.['Id']);
    }

    for (const [name, group] of newcomers) {
        const username = `${name}@sunrise.example`;
        const AssigneeId = plant('User', {
            Username: username,
            LastName: name,
            Alias: name.slice(0, 8),
            Email: username
        });
        if (group !== undefined) {
            const PermissionSetGroupId = idWhere('PermissionSetGroup', 'DeveloperName', group);
            plant('PermissionSetAssignment', { AssigneeId, PermissionSetGroupId });
            orgRightsOf(group).forEach((set) =>
                plant('PermissionSetAssignment', {
                    AssigneeId,
                    PermissionSetId: idWhere('PermissionSet', 'Name', set)
                })
            );
        }
    }

    const usernameOf = (person: Person): string => seeded[person] ?? person;
    const idOfUser = (person: Person): string => org.users.find(usernameOf(person))?.id ?? '';
    const contact = idWhere('Contact', 'ConVox_Mobile_Key__c', '9876543201');
    // Whoever looks after a customer reads the calls; this one is neither agent's.
    org.store.update('Contact', [{ id: contact, values: { OwnerId: idOfUser('administrator') } }], system);
    const call = (reference: string, agent: string): string =>
        plant('ConVox_Call__c', {
            Call_Reference__c: reference,
            Customer_Number__c: '9876543201',
            Agent_Code__c: agent,
            Contact__c: contact,
            Notes__c: `Noted by ${agent}`
        });
    const ashasCall = call('REF-ASHA', AGENT_ASHA);
    const ravisCall = call('REF-RAVI', AGENT_RAVI);
    const command = (key: string, owner: Person): string =>
        plant('ConVox_Command__c', {
            Key__c: key,
            Type__c: 'Dial',
            Status__c: 'Created',
            OwnerId: idOfUser(owner),
            Agent_Code__c: owner === 'asha' ? AGENT_ASHA : AGENT_RAVI,
            Phone_Number__c: '9876543201',
            Ref_No__c: key.replace('-', '_'),
            // Asha's command is about Ravi's call: a row in sight that points out of sight.
            Call__c: ravisCall
        });
    return {
        org,
        plant,
        idOfUser,
        as: (person) => restClient(org, usernameOf(person)),
        rows: {
            contact,
            ashasCall,
            ravisCall,
            ashasCommand: command('KEY-ASHA', 'asha'),
            ravisCommand: command('KEY-RAVI', 'ravi'),
            ravisFollowUp: plant('ConVox_Follow_Up__c', {
                OwnerId: idOfUser('ravi'),
                Due_At__c: '2026-03-02T10:00:00.000Z',
                Contact__c: contact
            }),
            ravisOpening: plant('ConVox_Recording_Opening__c', { OwnerId: idOfUser('ravi'), Call__c: ravisCall }),
            disposition: idWhere('ConVox_Disposition__c', 'Code__c', 'RESOLVED')
        }
    };
}
