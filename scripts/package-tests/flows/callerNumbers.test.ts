import type { FieldValues, OrgRecord, SaveResult } from '../../local/org/records.ts';
import { savedId } from '../../local/org/flows/testOrg.ts';
import type { Org } from '../../local/org/org.ts';
import { createTestOrg, PRODUCT_WITH_CASES } from '../../local/org/testing/testOrg.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

const POLICY = 'a0P000000000001AAA';

describe('the flow that other flows call', () => {
    let org: PackageOrg;
    beforeEach(async () => {
        org = await openPackageOrg();
    });
    afterEach(() => org.close());

    const keep = (inputs: Readonly<Record<string, string>>) =>
        org.engine.run('ConVox_Keep_Caller_Number', { recordId: POLICY, ...inputs }, org.admin);
    const rows = (): OrgRecord[] => org.store.find({ object: 'ConVox_Phone__c' });
    const SAVED = { recordName: '4711', kind: 'Policy', objectName: 'Policy__c', number: '+91 98765 43201' };

    it.each<[what: string, then: Readonly<Record<string, string>>, kept: readonly object[]]>([
        ['the number alone', {}, [{ Name: '4711', Phone_Key__c: '9876543201' }]],
        ['another number', { number: '022-2495 0012' }, [{ Number__c: '022-2495 0012', Phone_Key__c: '2224950012' }]],
        ['another name', { recordName: '4712' }, [{ Name: '4712', Phone_Key__c: '9876543201' }]],
        ['another kind', { kind: 'Old policy' }, [{ Kind__c: 'Old policy' }]],
        ['a name of 200 signs', { recordName: 'n'.repeat(200) }, [{ Name: 'n'.repeat(80) }]],
        ['words', { number: 'ask at the desk' }, [{ Number__c: 'ask at the desk', Phone_Key__c: null }]],
        ['a number of 60 signs', { number: `98765 43201 ${'x'.repeat(48)}` }, [{ Phone_Key__c: '9876543201' }]],
        ['blanks', { number: '  ' }, []],
        ['no number any more', { number: '' }, []],
        ['a number of another field', { numberField: 'Agent' }, [{}, { Number_Field__c: 'Agent' }]],
        ['no number of another field', { numberField: 'Agent', number: '' }, [{ Phone_Key__c: '9876543201' }]],
        ['a number of another record', { recordId: 'a0P000000000002AAA' }, [{}, {}]]
    ])('a record with a number, then %s', async (_what, then, kept) => {
        await expect(keep(SAVED)).resolves.toMatchObject({ outputs: { fault: null } });
        await expect(keep({ ...SAVED, ...then })).resolves.toMatchObject({ outputs: { fault: null } });
        expect(rows()).toHaveLength(kept.length);
        kept.forEach((row) => expect(rows()).toContainEqual(expect.objectContaining(row)));
    });

    it('says why the row could not be kept, and leaves the record to be saved', async () => {
        await expect(keep({ ...SAVED, recordId: '../logout' })).resolves.toMatchObject({
            outputs: { fault: expect.stringContaining("Enter the record's id with 18 characters.") }
        });
        expect(rows()).toEqual([]);
    });

    it('leads to the record, whatever its name', async () => {
        await keep({ ...SAVED, recordName: '<b>4711</b>' });
        expect(rows()[0]?.['Record__c']).toBe(
            `<a href="/lightning/r/${POLICY}/view" target="_self">Policy: &lt;b&gt;4711&lt;/b&gt;</a>`
        );
    });
});

describe('cases as callers', () => {
    let org: Org;
    beforeEach(async () => {
        org = await createTestOrg({ forceApp: PRODUCT_WITH_CASES });
    });
    afterEach(() => org.close());

    const keys = (): unknown[] => org.store.find({ object: 'ConVox_Phone__c' }).map((row) => row['Phone_Key__c']);
    const ok = (results: readonly SaveResult[]): void => expect(results.filter(({ success }) => !success)).toEqual([]);
    const change = (id: string, values: FieldValues): void =>
        ok(org.store.update('Case', [{ id, values }], org.users.admin));

    it('are found by their web phone while they are open', () => {
        const id = savedId(org.store.create('Case', [{ SuppliedPhone: '98765 43201' }], org.users.admin));
        const [row] = org.store.find({ object: 'ConVox_Phone__c' });
        expect(row).toMatchObject({
            Name: org.store.get('Case', id)?.['CaseNumber'],
            Kind__c: 'Case',
            Object__c: 'Case',
            Number_Field__c: 'SuppliedPhone',
            Record_Id__c: id,
            Phone_Key__c: '9876543201'
        });
        change(id, { Status: 'Closed' });
        expect(keys()).toEqual([]);
        change(id, { Status: 'Working' });
        expect(keys()).toEqual(['9876543201']);
        change(id, { SuppliedPhone: '+1 202 555 0123' });
        expect(keys()).toEqual(['+12025550123']);
        change(id, { SuppliedPhone: null });
        expect(keys()).toEqual([]);
        change(id, { SuppliedPhone: '98765 43201' });
        ok(org.store.delete('Case', [id], org.users.admin));
        expect(keys()).toEqual([]);
    });

    it('without a number, or with a change of anything else, do nothing', () => {
        const id = savedId(org.store.create('Case', [{ Subject: 'Late' }], org.users.admin));
        change(id, { Status: 'Closed', Subject: 'Too late' });
        expect(keys()).toEqual([]);
    });

    it('are kept by the 200, within what one transaction may do', () => {
        const numbers = Array.from({ length: 200 }, (_, index) => `90000 ${String(index).padStart(5, '0')}`);
        const results = org.store.create(
            'Case',
            numbers.map((SuppliedPhone) => ({ SuppliedPhone })),
            org.users.admin
        );
        ok(results);
        expect(new Set(keys())).toEqual(new Set(numbers.map((number) => number.replace(' ', ''))));
        const others = results.map((result, index) => ({
            id: savedId([result]),
            values: { SuppliedPhone: index % 2 === 0 ? null : `80000 ${String(index).padStart(5, '0')}` }
        }));
        ok(org.store.update('Case', others, org.users.admin));
        expect(keys().toSorted()).toEqual(
            Array.from({ length: 100 }, (_, index) => `80000${String(2 * index + 1).padStart(5, '0')}`)
        );
    });
});
