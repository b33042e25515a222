import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { AdminOrg } from '../testing/adminOrg.ts';
import { openAdminOrg } from '../testing/adminOrg.ts';

let desk: AdminOrg;

beforeEach(async () => {
    desk = await openAdminOrg();
});
afterEach(() => desk.close());

const exported = (object: string): unknown =>
    parse(readFileSync(join(desk.folder, 'kept', `${object}.csv`), 'utf8'), { columns: true });
const given = (): number =>
    desk.org.store.count({ object: 'PermissionSetAssignment' }) + desk.org.store.count({ object: 'GroupMember' });

test('rows are exported with all that people wrote, permissions are gone, flows are off, and no row is deleted', async () => {
    const { store, users } = desk.org;
    store.create(
        'ConVox_Call__c',
        [{ Call_Reference__c: 'REF-1', Notes__c: 'said "later",\nthen hung up' }],
        users.admin
    );
    store.create(
        'ConVox_Call__c',
        Array.from({ length: 2500 }, (_, index) => ({ Call_Reference__c: `MANY-${index}` })),
        users.admin
    );

    expect(await desk.run('remove --export-to kept')).toMatchObject({ code: 0 });

    expect(exported('ConVox_Call__c')).toHaveLength(2501);
    expect(exported('ConVox_Call__c')).toContainEqual(
        expect.objectContaining({ Call_Reference__c: 'REF-1', Notes__c: 'said "later",\nthen hung up' })
    );
    expect(exported('ConVox_Agent__c')).toContainEqual(expect.objectContaining({ Agent_Code__c: 'AG_ASHA' }));
    expect(given()).toBe(0);
    expect(await desk.run('verify --only flows')).toMatchObject({
        code: 1,
        printed: expect.stringContaining('ConVox_Send_Command (switched off)')
    });
    expect(store.count({ object: 'ConVox_Call__c' })).toBe(2501);
});

test('a dry run exports and changes nothing', async () => {
    const before = given();
    expect(await desk.run('remove --export-to kept --dry-run')).toMatchObject({ code: 0 });
    expect(exported('ConVox_Server__c')).toHaveLength(1);
    expect(given()).toBe(before);
    expect(await desk.run('verify --only flows')).toMatchObject({ code: 0 });
});

test('an export that is there already is not written over, and nothing is removed', async () => {
    const before = given();
    await desk.run('remove --export-to kept --dry-run');
    expect(await desk.run('remove --export-to kept')).toMatchObject({
        code: 1,
        noted: expect.stringContaining('Nothing was removed')
    });
    expect(given()).toBe(before);
});

test('it asks where the export goes', async () => {
    expect(await desk.run('remove')).toMatchObject({ code: 2, noted: expect.stringContaining('--export-to') });
});
