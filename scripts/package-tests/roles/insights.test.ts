import { z } from 'zod';
import { metadataFiles } from '../../local/metadata/metadataFiles.ts';
import { orgRightsOf } from '../../local/metadata/packageParts.ts';
import { readMetadataFile } from '../../local/metadata/readMetadata.ts';
import { everyElement } from '../../local/metadata/xml.ts';
import type { Org } from '../../local/org/org.ts';
import { PRODUCT, restClient } from '../../local/org/testing/testOrg.ts';
import { NOW, openFloor } from '../recomputed/floor.ts';
import { placeOf } from '../recomputed/recomputation.ts';
import { FIRST_ZONE } from '../recomputed/rows.ts';
import { boardAs, loadBoard } from '../recomputed/shownBoard.ts';
import { runAs } from '../recomputed/shownReports.ts';

const AGENT = 'asha.verma';
const MANAGER = 'divya.menon';

let org: Org;
/** Names of every row that the agent may read. */
let own: ReadonlySet<string>;

const Names = z.object({ records: z.array(z.object({ Name: z.string() })), done: z.literal(true) });

async function namesFor(username: string, object: string): Promise<string[]> {
    const soql = encodeURIComponent(`SELECT Name FROM ${object}`);
    const { body } = await restClient(org, username)('GET', `/query?q=${soql}`);
    return Names.parse(body).records.map(({ Name }) => Name);
}

beforeAll(async () => {
    org = await openFloor();
    const objects = ['Call', 'Command', 'Follow_Up', 'Recording_Opening'].map((name) => `ConVox_${name}__c`);
    own = new Set((await Promise.all(objects.map((object) => namesFor(AGENT, object)))).flat());
});
afterAll(() => org.close());

const reports = metadataFiles(PRODUCT, '.report-meta.xml').map(({ name }) => name);

test.each(reports)('of %s an agent reads no row of others, and counts none', async (report) => {
    const [agent, manager] = await Promise.all([runAs(org, AGENT, report), runAs(org, MANAGER, report)]);
    const total = (shown: typeof agent): number => shown.facts[placeOf([], [])]?.['Rows'] ?? 0;
    // Missed calls are everybody's: whoever is free calls back.
    const most = total(manager) - (report.startsWith('Missed_Calls') ? 0 : 1);
    expect(total(agent)).toBeLessThanOrEqual(most);
    expect(agent.rows?.filter((name) => !own.has(name)) ?? []).toEqual([]);
    expect(agent.rows?.length ?? total(agent)).toBe(total(agent));
});

test('a report that counts calls counts those of the agent, and a manager those of everybody', async () => {
    const day = (username: string): Promise<number> =>
        runAs(org, username, 'Calls_by_Hour').then(({ facts }) => facts[placeOf([], [])]?.['Rows'] ?? 0);
    const seen = await namesFor(AGENT, 'ConVox_Call__c');
    const all = await namesFor(MANAGER, 'ConVox_Call__c');
    expect(seen.length).toBeLessThan(all.length);
    expect(await day(AGENT)).toBeLessThanOrEqual(seen.length);
    expect(await day(MANAGER)).toBeGreaterThan(seen.length);
});

test('dashboards are open to managers, and to an agent as good as not there', async () => {
    const listed = async (username: string): Promise<unknown[]> =>
        z.array(z.unknown()).parse((await restClient(org, username)('GET', '/analytics/dashboards')).body);
    expect(await listed(MANAGER)).toHaveLength(4);
    expect(await listed(AGENT)).toEqual([]);
    const ids = org.store.find({ object: 'Dashboard' }).map((row) => String(row['Id']));
    for (const id of ids) {
        expect((await restClient(org, AGENT)('GET', `/analytics/dashboards/${id}`)).status).toBe(404);
    }
});

test("an agent has no wallboard, and to its question gets the own calls' answer", async () => {
    const idOf = (username: string): string => org.users.find(username)?.id ?? '';
    expect(org.seesTab(idOf(AGENT), 'ConVox_Wallboard')).toBe(false);
    expect(org.seesTab(idOf(MANAGER), 'ConVox_Wallboard')).toBe(true);
    const modules = await loadBoard();
    const reader = { now: NOW, timeZone: FIRST_ZONE };
    const [agent, manager] = await Promise.all([
        boardAs(org, AGENT, modules, reader),
        boardAs(org, MANAGER, modules, reader)
    ]);
    expect(agent.callRows.length).toBeLessThan(manager.callRows.length);
});

test.each([
    ['ConVox_Managers', true],
    ['ConVox_Supervisors', true],
    ['ConVox_Manager', true],
    ['ConVox_Agents', false],
    ['ConVox_Administrators', false]
])('%s: makes and changes reports: %s', (grant, makes) => {
    const rights = metadataFiles(PRODUCT, '.permissionset-meta.xml').filter(({ name }) =>
        orgRightsOf(grant).includes(name)
    );
    const granted = rights.flatMap(({ file }) =>
        [...everyElement(readMetadataFile(file, 'PermissionSet'))].flatMap(({ name, text }) =>
            name === 'name' ? [text] : []
        )
    );
    expect(granted).toContain('RunReports');
    expect(granted.includes('CreateCustomizeReports')).toBe(makes);
});
