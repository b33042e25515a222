import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { WebApp } from '../../node/listen.ts';
import { at } from '../../local/org/testing/testOrg.ts';
import { openDatabase } from '../../local/org/store/database.ts';
import type { AdminOrg } from '../testing/adminOrg.ts';
import { openAdminOrg } from '../testing/adminOrg.ts';

let desk: AdminOrg;
let folder: string;

/** Requests that the org still answers; after them the connection fails, as when the network is gone. */
let answersLeft = Infinity;
const unreliable = (app: WebApp): WebApp => ({
    fetch: (request) => {
        answersLeft -= 1;
        return answersLeft < 0 ? new Response('', { status: 418 }) : app.fetch(request);
    }
});

/** An org's file with customers as they were before the package came: without keys. */
let customersFile: string;

beforeAll(async () => {
    customersFile = join(mkdtempSync(join(tmpdir(), 'org-')), 'org.sqlite');
    const first = await openAdminOrg({ database: customersFile });
    const { store, users } = first.org;
    const people = Array.from({ length: 250 }, (_, index) => ({
        LastName: `Old ${index}`,
        MobilePhone: `+91 90000 ${String(index).padStart(5, '0')}`
    }));
    store.create('Contact', people, users.admin);
    store.create('Lead', [{ LastName: 'Sharma', Company: 'Sharma Steel', Phone: '080 4123 4567' }], users.admin);
    await first.close();
    const old = openDatabase(customersFile);
    for (const keyed of [
        '"Contact" SET "ConVox_Phone_Key__c" = NULL, "ConVox_Mobile_Key__c"',
        '"Lead" SET "ConVox_Phone_Key__c"',
        '"Account" SET "ConVox_Phone_Key__c"'
    ]) {
        old.run(`UPDATE ${keyed} = NULL`, []);
    }
    old.close();
});
afterAll(() => rmSync(dirname(customersFile), { recursive: true, force: true }));

beforeEach(async () => {
    answersLeft = Infinity;
    folder = mkdtempSync(join(tmpdir(), 'org-'));
    const database = join(folder, 'org.sqlite');
    copyFileSync(customersFile, database);
    desk = await openAdminOrg({ database }, unreliable, { isSeeded: false });
});
afterEach(async () => {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
});

const keyless = (object: 'Contact' | 'Lead', number: string, key: string): number =>
    desk.org.store.count({
        object,
        where: {
            all: [
                { field: number, operator: 'ne', value: null },
                { field: key, operator: 'eq', value: null }
            ]
        }
    });
const isMarkedFilled = (): unknown => desk.org.store.find({ object: 'ConVox_Server__c' })[0]?.['Phone_Keys_Filled__c'];

test('servers that are marked as filled while customers lack keys are a NO of verify', async () => {
    expect(isMarkedFilled()).toBe(true);
    expect(await desk.run('verify --only phone-keys')).toMatchObject({
        code: 1,
        printed: expect.stringContaining('backfill-phone-keys')
    });
});

test('every row with a number gets its keys, and the servers are marked as filled', async () => {
    const { code, document } = await desk.run('backfill-phone-keys --json');
    expect({ code, document }).toMatchObject({
        code: 0,
        document: {
            phoneKeysFilled: true,
            objects: { Contact: { refused: 0 }, Lead: { refused: 0 }, Account: { changed: 5, refused: 0 } }
        }
    });
    expect([
        keyless('Contact', 'MobilePhone', 'ConVox_Mobile_Key__c'),
        keyless('Contact', 'Phone', 'ConVox_Phone_Key__c'),
        keyless('Lead', 'Phone', 'ConVox_Phone_Key__c'),
        isMarkedFilled()
    ]).toEqual([0, 0, 0, true]);
    expect(existsSync(join(desk.folder, 'convox-phone-keys.state.json'))).toBe(false);
});

test('a second run finds nothing to write', async () => {
    await desk.run('backfill-phone-keys');
    const jobs = desk.org.requests.filter(({ path }) => path.endsWith('/jobs/ingest')).length;
    expect(await desk.run('backfill-phone-keys --json')).toMatchObject({
        code: 0,
        document: { objects: { Contact: { changed: 0 }, Lead: { changed: 0 }, Account: { changed: 0 } } }
    });
    expect(desk.org.requests.filter(({ path }) => path.endsWith('/jobs/ingest'))).toHaveLength(jobs);
});

test('a dry run counts and changes nothing', async () => {
    const before = keyless('Contact', 'MobilePhone', 'ConVox_Mobile_Key__c');
    expect(await desk.run('backfill-phone-keys --dry-run --json')).toMatchObject({
        code: 0,
        document: { dryRun: true, objects: { Lead: { needed: expect.any(Number) }, Account: { needed: 5 } } }
    });
    expect(keyless('Contact', 'MobilePhone', 'ConVox_Mobile_Key__c')).toBe(before);
    expect(isMarkedFilled()).toBe(true);
});

test.each([6, 9, 12, 15, 20, 30])(
    'a run that broke off after %d answers goes on, and every row is written once',
    async (answers) => {
        answersLeft = answers;
        await desk.run('backfill-phone-keys --rows-per-job 100');
        answersLeft = Infinity;
        expect(isMarkedFilled()).toBe(false);
        expect(await desk.run('backfill-phone-keys --rows-per-job 100 --json')).toMatchObject({
            code: 0,
            document: {
                phoneKeysFilled: true,
                objects: { Contact: { checked: 261, changed: 261, refused: 0 } }
            }
        });
        expect(isMarkedFilled()).toBe(true);
    }
);

test('rows that the org refuses keep the servers from being marked, unless they are accepted', async () => {
    const refusing = (app: WebApp): WebApp => ({
        fetch: async (request) => {
            const response = await app.fetch(request);
            const { pathname } = new URL(request.url);
            if (/jobs\/ingest\/\w+$/.test(pathname) && request.method === 'GET') {
                const info = (await response.json()) as { state: string };
                return Response.json({ ...info, numberRecordsFailed: info.state === 'JobComplete' ? 1 : 0 });
            }
            return pathname.endsWith('/failedResults')
                ? new Response(
                      '"sf__Id","sf__Error","Id"\n"","FIELD_CUSTOM_VALIDATION_EXCEPTION:City is missing:--","003X"\n',
                      {
                          headers: { 'content-type': 'text/csv' }
                      }
                  )
                : response;
        }
    });
    await desk.close();
    desk = await openAdminOrg({}, refusing);
    const { store, users } = desk.org;
    const [contact] = store.find({ object: 'Contact', where: { field: 'MobilePhone', operator: 'ne', value: null } });
    store.update('Contact', [{ id: String(contact?.['Id']), values: { ConVox_Mobile_Key__c: '1' } }], users.admin);

    const first = await desk.run('backfill-phone-keys');
    expect(first).toMatchObject({ code: 1, printed: expect.stringContaining('--accept-refused') });
    expect(isMarkedFilled()).toBe(false);
    expect(readFileSync(join(desk.folder, 'convox-phone-keys.refused.csv'), 'utf8')).toBe(
        'Id,Reason\n003X,FIELD_CUSTOM_VALIDATION_EXCEPTION:City is missing\n'
    );
    store.update('Contact', [{ id: String(contact?.['Id']), values: { ConVox_Mobile_Key__c: '1' } }], users.admin);
    expect(await desk.run('backfill-phone-keys --accept-refused')).toMatchObject({ code: 0 });
    expect(isMarkedFilled()).toBe(true);
});

test('persons get their keys through their accounts, in an org that has person accounts', async () => {
    const persons = await openAdminOrg({ personAccounts: true }, (app) => app, { isSeeded: false });
    const { store, users } = persons.org;
    store.create(
        'Account',
        [
            { Name: 'Meera Rao', IsPersonAccount: true, LastName: 'Rao', PersonMobilePhone: '98100 00001' },
            { Name: 'Rao Steel', Phone: '98100 00002' }
        ],
        users.admin
    );
    const { code, document } = await persons.run('backfill-phone-keys --json');
    const [contact] = store.find({ object: 'Contact' });
    await persons.close();
    expect({ code, objects: at(document, 'objects') }).toEqual({
        code: 0,
        objects: {
            Contact: { checked: 0, changed: 0, refused: 0 },
            Lead: { checked: 0, changed: 0, refused: 0 },
            Account: { checked: 1, changed: 0, refused: 0 },
            'Person account': { checked: 1, changed: 1, refused: 0 }
        }
    });
    expect(contact).toMatchObject({ LastName: 'Rao', ConVox_Mobile_Key__c: '9810000001' });
});
