import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
    AGENT_ASHA,
    KNOWN_CALLER_NUMBER,
    LEAD_NUMBER,
    SHARED_NUMBER,
    UNKNOWN_NUMBER
} from '../../sample/org/callers.ts';
import { seedOrg } from '../../sample/org/seedOrg.ts';
import { deskPackage, fieldFiles, metadataFolder, validationRuleFile } from '../metadata/testing/metadataFolder.ts';
import type { Condition } from './records.ts';
import { at, createTestOrg, idIn, restClient } from './testing/testOrg.ts';

test('the seed has callers for every way of matching, with keys filled by the package’s flows', async () => {
    const org = await createTestOrg();
    seedOrg(org);
    const owners = (object: string, number: string): number => {
        const keys = ['ConVox_Phone_Key__c', ...(object === 'Account' ? [] : ['ConVox_Mobile_Key__c'])];
        const any = keys.map((field): Condition => ({ field, operator: 'eq', value: number }));
        return org.store.count({ object, where: { any } });
    };
    const matches = (number: string): number[] =>
        ['Contact', 'Lead', 'Account'].map((object) => owners(object, number));

    expect(matches(KNOWN_CALLER_NUMBER)).toEqual([1, 0, 0]);
    expect(matches(SHARED_NUMBER)).toEqual([2, 0, 0]);
    expect(matches(LEAD_NUMBER)).toEqual([0, 1, 0]);
    expect(matches(UNKNOWN_NUMBER)).toEqual([0, 0, 0]);
    expect(org.users.list().map(({ username }) => username.split('@')[0])).toEqual([
        'admin',
        'asha.verma',
        'ravi.kumar',
        'integration',
        'divya.menon'
    ]);
    const [asha] = org.store.find({
        object: 'ConVox_Agent__c',
        where: { field: 'Agent_Code__c', operator: 'eq', value: AGENT_ASHA.toLowerCase() }
    });
    expect(asha?.['User__c']).toBe(org.users.find('asha.verma')?.id);
    await org.close();
});

test('a saved call runs the flows of its object, and GraphQL reads it in one request', async () => {
    const org = await createTestOrg();
    seedOrg(org);
    const call = restClient(org, 'asha.verma');
    const id = idIn(
        await call('POST', '/ui-api/records', {
            apiName: 'ConVox_Call__c',
            fields: { Call_Reference__c: 'R1', Customer_Number__c: `0${KNOWN_CALLER_NUMBER}`, Agent_Code__c: 'ag_asha' }
        })
    );
    const before = org.requests.length;
    const { body } = await call('POST', '/graphql', {
        query: 'query q($id: ID) { uiapi { query { ConVox_Call__c(where: { Id: { eq: $id } }) { edges { node { Phone_Key__c { value } Contact__r { Name { value } } Agent__r { Name { value } } } } } } } }',
        variables: { id }
    });

    expect(at(body, 'data.uiapi.query.ConVox_Call__c.edges.0.node')).toEqual({
        Phone_Key__c: { value: KNOWN_CALLER_NUMBER },
        Contact__r: { Name: { value: 'Priya Nair' } },
        Agent__r: { Name: { value: 'Asha Verma' } }
    });
    expect(org.requests.slice(before).map(({ kind }) => kind)).toEqual(['graphql']);
    await org.close();
});

test('data stays in its file, and a new field is added to it', async () => {
    const database = join(mkdtempSync(join(tmpdir(), 'org-')), 'org.sqlite');
    const first = await createTestOrg({ database, forceApp: metadataFolder(deskPackage()) });
    const [saved] = first.store.create('Ticket__c', [{ Key__c: 'K' }], first.users.admin);
    expect(first.isNew).toBe(true);
    await first.close();

    const extended = metadataFolder({
        ...deskPackage(),
        ...fieldFiles('Ticket__c', { Extra__c: '<type>Phone</type>' })
    });
    const second = await createTestOrg({ database, forceApp: extended });
    const id = saved?.success ? saved.id : '';
    expect(second.isNew).toBe(false);
    expect(second.store.get('Ticket__c', id)).toMatchObject({ Key__c: 'K', Extra__c: null });
    expect(second.store.update('Ticket__c', [{ id, values: { Extra__c: '1' } }], second.users.admin)).toMatchObject([
        { success: true }
    ]);
    expect(second.store.create('Ticket__c', [{ Key__c: 'L' }], second.users.admin)).not.toMatchObject([{ id }]);
    await second.close();
});

test.each([
    ['names a field that is not there', 'Gone__c > 1', 'Gone__c'],
    ['calls a function that is not there', 'NOTHING(Minutes__c)', 'NOTHING'],
    ['is cut short', 'AND(Minutes__c', 'Rule']
])('a validation rule whose formula %s stops the start', async (_what, condition, message) => {
    const files = { ...deskPackage(), ...validationRuleFile('Ticket__c', 'Rule', condition.replace('>', '&gt;')) };

    await expect(createTestOrg({ forceApp: metadataFolder(files) })).rejects.toThrow(message);
});
