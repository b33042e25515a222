import { at, PRODUCT_WITH_CASES } from '../../local/org/testing/testOrg.ts';
import type { Person, RoleOrg } from './roleOrg.ts';
import { openRoleOrg } from './roleOrg.ts';
import { waysToCreate, waysToDelete, waysToRead, waysToUpdate } from './ways.ts';

let desk: RoleOrg;
let caseId: string;
let rowId: string;

/** A case that Asha makes: Ravi may read it no more than any other case that is not his. */
beforeAll(async () => {
    desk = await openRoleOrg({ forceApp: PRODUCT_WITH_CASES });
    const made = await desk.as('asha')('POST', '/sobjects/Case', { SuppliedPhone: '98765 43299' });
    caseId = String(at(made.body, 'id'));
    rowId = String(desk.org.store.find({ object: 'ConVox_Phone__c' })[0]?.['Id']);
});
afterAll(() => desk.org.close());

const OBJECT = 'ConVox_Phone__c';

test('whoever saves a record has its number kept, without a right to do so', () => {
    expect(desk.org.store.get(OBJECT, rowId)).toMatchObject({
        Record_Id__c: caseId,
        Phone_Key__c: '9876543299',
        OwnerId: desk.idOfUser('asha')
    });
});

describe.each(Object.entries(waysToRead))('by %s', (_way, read) => {
    test.each<[Person, reads: boolean]>([
        ['asha', true],
        ['administrator', true],
        ['ravi', false],
        ['manager', false],
        ['supervisor', false],
        ['gateway', false],
        ['guest', false]
    ])('%s reads the name of a record with the number: %s', async (person, reads) => {
        expect((await read(desk.as(person), OBJECT, rowId)).includes(rowId)).toBe(reads);
    });
});

const asked = async (person: Person): Promise<unknown> => {
    const query = `{ uiapi { query { ${OBJECT}(where: { Phone_Key__c: { eq: "9876543299" } }) { totalCount edges { node { Name { value } } } } } } }`;
    const { body } = await desk.as(person)('POST', '/graphql', { query });
    return at(body, `data.uiapi.query.${OBJECT}.totalCount`);
};

test('an agent who may not read the record does not learn that there is one, until its kind is shared', async () => {
    expect(await asked('ravi')).toBe(0);
    const [group] = desk.org.store.find({
        object: 'Group',
        where: { field: 'DeveloperName', operator: 'eq', value: 'ConVox_Case_Caller_Readers' }
    });
    desk.plant('GroupMember', { GroupId: String(group?.['Id']), UserOrGroupId: desk.idOfUser('ravi') });
    expect(await asked('ravi')).toBe(1);
    expect(await asked('manager')).toBe(0);
});

test.each(Object.entries(waysToCreate))('an agent makes no caller number by %s', async (_way, create) => {
    const fields = { Name: 'Mine', Number__c: '9876543299', Record_Id__c: caseId };
    expect(await create(desk.as('asha'), OBJECT, fields)).not.toBe('done');
});

test.each(Object.entries(waysToUpdate))('nor changes one by %s', async (_way, update) => {
    expect(await update(desk.as('asha'), OBJECT, rowId, { Name: 'Mine' })).not.toBe('done');
});

test.each(Object.entries(waysToDelete))('nor deletes one by %s', async (_way, remove) => {
    expect(await remove(desk.as('asha'), OBJECT, rowId)).not.toBe('done');
});

test('nor has the flow do it, called by itself', async () => {
    const inputs = [{ recordId: caseId, number: '', numberField: 'SuppliedPhone' }];
    const { body } = await desk.as('asha')('POST', '/actions/custom/flow/ConVox_Keep_Caller_Number', { inputs });
    expect(at(body, '0.errorCode')).toBe('INSUFFICIENT_ACCESS');
    expect(desk.org.store.get(OBJECT, rowId)).toMatchObject({ Phone_Key__c: '9876543299', IsDeleted: false });
});
