import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { WebApp } from '../../node/listen.ts';
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

/** Members by type. */
function removal(): Record<string, string[]> {
    const text = readFileSync(join(desk.folder, 'kept', 'removal', 'destructiveChanges.xml'), 'utf8');
    const types = [...text.matchAll(/<types>([^]*?)<name>(\w+)<\/name>/g)];
    return Object.fromEntries(
        types.map(([, members = '', name = '']) => [
            name,
            [...members.matchAll(/<members>([^<]*)</g)].map(([, member = '']) => member)
        ])
    );
}

test('what the org has to delete is listed: flows by every version that it has, and nothing that it refuses', async () => {
    await desk.close();
    desk = await openAdminOrg({}, withAnotherVersion('ConVox_Send_Command'));
    await desk.run('remove --export-to kept');
    const listed = removal();
    expect(listed['Flow']).toContain('ConVox_Server_After_Save_Keep_One_Default-1');
    expect(listed['Flow']?.filter((flow) => flow.startsWith('ConVox_Send_Command'))).toEqual([
        'ConVox_Send_Command-1',
        'ConVox_Send_Command-2'
    ]);
    expect(listed['Flow']?.filter((flow) => !/-\d+$/.test(flow))).toEqual([]);
    expect(listed['Flow']?.join()).not.toContain('ConVox_Person_Account');
    expect(Object.keys(listed)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(CustomLabels|SharingRules|.*Translations?)$/)])
    );
    expect(
        Object.values(listed)
            .flat()
            .filter((member) => member.endsWith('/'))
    ).toEqual([]);
    expect(listed).toMatchObject({
        CustomObject: expect.arrayContaining(['ConVox_Call__c']),
        CustomLabel: expect.arrayContaining([expect.stringMatching(/^ConVox_/)]),
        PermissionSet: expect.arrayContaining(['ConVox_Org_Rights']),
        Report: expect.arrayContaining(['ConVox_Reports/Agent_Day']),
        SharingOwnerRule: expect.arrayContaining([
            'ConVox_Agent__c.ConVox_Gateway_Notes_What_Agents_Do',
            'ConVox_Call__c.ConVox_Gateway_Writes_Every_Call'
        ])
    });
    expect(readFileSync(join(desk.folder, 'kept', 'removal', 'package.xml'), 'utf8')).not.toContain('<types>');
});

const toolingAnswer = z.object({ records: z.array(z.looseObject({ DefinitionId: z.string().optional() })) });
const definitionAnswer = z.object({ records: z.array(z.object({ Id: z.string(), DeveloperName: z.string() })) });

/** The org, with a second version of one flow. */
function withAnotherVersion(flow: string): (app: WebApp) => WebApp {
    let definition: string | undefined;
    return (app) => ({
        fetch: async (request) => {
            const response = await app.fetch(request);
            if (!request.url.includes('/tooling/query')) {
                return response;
            }
            const body: unknown = await response.json();
            const found = definitionAnswer.safeParse(body);
            definition ??= found.data?.records.find(({ DeveloperName }) => DeveloperName === flow)?.Id;
            const { records } = toolingAnswer.parse(body);
            const more = records
                .filter(({ DefinitionId }) => definition !== undefined && DefinitionId === definition)
                .map((version) => ({ ...version, VersionNumber: 2 }));
            return Response.json({ ...z.looseObject({}).parse(body), records: [...records, ...more] });
        }
    });
}

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
