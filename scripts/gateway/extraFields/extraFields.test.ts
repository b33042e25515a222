import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldFiles, metadataFolder, permissionSetFile } from '../../local/metadata/testing/metadataFolder.ts';
import type { Org } from '../../local/org/org.ts';
import { createTestOrg, PRODUCT } from '../../local/org/testing/testOrg.ts';
import { listen } from '../../node/listen.ts';
import type { Listening } from '../../node/listen.ts';
import { seedOrg } from '../../sample/org/seedOrg.ts';
import { createGateway } from '../app.ts';
import type { Gateway } from '../app.ts';
import { runCommand } from '../commandLine.ts';
import { forwardInThread } from '../forwarding/forwardingThread.ts';
import { openOwnJournal } from '../openJournal.ts';
import { postgresPrograms, startPrivatePostgres } from '../journal/privatePostgres.ts';
import type { LogEntry } from '../log.ts';
import type { ExtraField } from './extraField.ts';

const SECRET = 'a-secret-of-the-test';
const LOGIN = { clientId: 'convox-gateway', clientSecret: 'secret-of-the-client' };
const USER = 'integration@sunrise.example';

const FIELDS: Readonly<Record<string, string>> = {
    Tier__c: '<type>Text</type><length>8</length>',
    Balance__c: '<type>Number</type><precision>8</precision><scale>2</scale>',
    Is_Vip__c: '<type>Checkbox</type><defaultValue>false</defaultValue>',
    Renews_At__c: '<type>DateTime</type>',
    Score__c: '<type>Number</type><precision>3</precision><scale>0</scale><formula>7</formula>',
    Policy__c: '<type>Text</type><length>20</length><unique>true</unique>',
    Team__c: '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Calls_Of_Team</relationshipName>',
    Hidden__c: '<type>Text</type><length>8</length>',
    Shown__c: '<type>Text</type><length>8</length>'
};
const grant = (field: string, editable: boolean): string =>
    `<fieldPermissions><editable>${editable}</editable><field>ConVox_Call__c.${field}</field><readable>true</readable></fieldPermissions>`;
const EDITABLE = ['Tier__c', 'Balance__c', 'Is_Vip__c', 'Renews_At__c', 'Policy__c', 'Team__c'];
const GRANTED = [...EDITABLE.map((name) => grant(name, true)), grant('Score__c', false), grant('Shown__c', false)];

let folder: string;
let org: Org;
let orgServer: Listening;

/** An org in which an administrator has made fields, and let the gateway's user write them. */
beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'extra-fields-'));
    const own = metadataFolder({
        ...fieldFiles('ConVox_Call__c', FIELDS),
        ...permissionSetFile('Fields_Of_Our_Own', GRANTED.join(''))
    });
    org = await createTestOrg({ forceApp: [...PRODUCT, own], apiClients: [{ ...LOGIN, username: USER }] });
    seedOrg(org);
    const idOf = (object: string, field: string, value: string): string =>
        String(org.store.find({ object, where: { field, operator: 'eq', value } })[0]?.['Id']);
    const assignment = {
        AssigneeId: idOf('User', 'Username', USER),
        PermissionSetId: idOf('PermissionSet', 'Name', 'Fields_Of_Our_Own')
    };
    expect(org.store.create('PermissionSetAssignment', [assignment], org.users.admin)).toMatchObject([
        { success: true }
    ]);
    orgServer = await listen(org);
});
afterAll(async () => {
    await orgServer.close();
    await org.close();
    rmSync(folder, { recursive: true });
});

const extra = (parameter: string, field: string, server?: string): ExtraField => ({
    parameter,
    field,
    place: `line 9: ${parameter}`,
    ...(server !== undefined && { server })
});

const programs = postgresPrograms();

describe.each([['SQLite'], ...(programs === undefined ? [] : [['PostgreSQL']])])('with a journal in %s', (kind) => {
    let postgres: { readonly url: string; stop(): unknown } | undefined;
    let gateway: Gateway;
    let logged: LogEntry[];
    let calls = 0;

    beforeAll(async () => {
        postgres = kind === 'SQLite' || programs === undefined ? undefined : await startPrivatePostgres(programs);
    }, 30_000);
    afterAll(() => postgres?.stop());

    beforeEach(async () => {
        logged = [];
        calls += 1;
        const environment = {
            location: postgres?.url ?? join(folder, `${calls}.sqlite`),
            mostBytes: 1e9,
            keep: 1e9,
            keepDead: 1e9,
            timeZone: 'Asia/Kolkata'
        };
        const log = (entry: LogEntry): void => void logged.push(entry);
        const failed = (error: Error): void => log({ level: 'error', event: error.message });
        const { journal, access } = await openOwnJournal(environment, log, failed);
        gateway = createGateway({
            secrets: [SECRET],
            timeZone: 'Asia/Kolkata',
            servers: [
                { code: 'mumbai', isDefault: true, timeZone: 'Asia/Kolkata' },
                { code: 'austin', isDefault: false, timeZone: 'America/Chicago' }
            ],
            extraFields: [
                extra('CUSTOMER_TIER', 'Tier__c'),
                extra('BALANCE', 'Balance__c'),
                extra('vip', 'Is_Vip__c'),
                extra('RENEWS', 'Renews_At__c'),
                extra('GONE', 'Gone__c'),
                extra('RENEWS', 'Renews_At__c', 'austin')
            ],
            lightningOrigin: 'https://example.lightning.force.com',
            salesforce: { loginUrl: orgServer.url, ...LOGIN, timeout: 30_000 },
            journal,
            forward: (job) => forwardInThread(job, access, failed),
            log
        });
    });
    afterEach(() => gateway.close());

    async function push(path: string, init: RequestInit): Promise<void> {
        const headers = { 'access-token': SECRET, ...init.headers };
        const answer = await gateway.fetch(new Request(`http://gateway${path}`, { ...init, headers }));
        expect(answer.status).toBe(200);
        await gateway.flushed();
    }
    const said = (reference: string, values: object): Record<string, string> => ({
        CALL_REFERENCE_ID: `${kind}-${reference}`,
        MOBILE_NO: '9876543201',
        CALL_STATUS: 'Connected',
        ...values
    });
    const row = (reference: string) =>
        org.store.find({
            object: 'ConVox_Call__c',
            where: { field: 'Call_Reference__c', operator: 'eq', value: reference }
        })[0];

    test.each<[string, (values: Record<string, string>) => [string, RequestInit]]>([
        ['form', (values) => ['/call-status', { method: 'POST', body: new URLSearchParams(values) }]],
        [
            'JSON',
            (values) => [
                '/call-status',
                {
                    method: 'POST',
                    body: JSON.stringify({ ...values, vip: true }),
                    headers: { 'content-type': 'application/json' }
                }
            ]
        ],
        ['GET', (values) => [`/call-status?${new URLSearchParams(values).toString()}`, {}]]
    ])('a %s fills fields of an administrator, and what does not fit stays in the message', async (form, request) => {
        const values = {
            'customer tier': 'Platinum card',
            Balance: '12.345',
            vip: 'yes',
            RENEWS: '2026-12-01 09:30:00'
        };
        await push(...request(said(form, values)));
        expect(row(`${kind}-${form}`)).toMatchObject({
            Tier__c: 'Platinum',
            Balance__c: null,
            Is_Vip__c: true,
            Renews_At__c: '2026-12-01T04:00:00.000Z',
            Data_Quality__c: 'valueCut; startMissing',
            Status_Payload__c: expect.stringContaining('12.345')
        });
        const { body } = await (
            await gateway.fetch(new Request('http://gateway/metrics'))
        )
            .text()
            .then((text) => ({ body: text }));
        expect(body).toContain('convox_extra_values_unfit 1\n');
        expect(logged).toContainEqual({
            level: 'warn',
            event: 'value does not fit its extra field',
            reason: 'BALANCE'
        });
    });

    test('another server has fields and a zone of its own', async () => {
        const values = said('R9', { CUSTOMER_TIER: 'Gold', RENEWS: '2026-12-01 09:30:00' });
        await push('/servers/austin/call-status', { method: 'POST', body: new URLSearchParams(values) });
        expect(row(`austin:${kind}-R9`)).toMatchObject({ Tier__c: null, Renews_At__c: '2026-12-01T15:30:00.000Z' });
    });

    test('a field that the org does not have is said at the start and in the health, and calls go in without it', async () => {
        await push('/call-status', { method: 'POST', body: new URLSearchParams(said('R8', { GONE: 'x' })) });
        const reason = 'line 9: GONE names a field that calls do not have, or that the gateway’s user may not see';
        expect(logged).toContainEqual({ level: 'error', event: 'extra field not filled', reason });
        const health = await gateway.fetch(new Request('http://gateway/health'));
        expect(await health.json()).toMatchObject({ status: 'degraded', reasons: [reason] });
        expect(row(`${kind}-R8`)).toMatchObject({ Status_Payload__c: expect.stringContaining('GONE=x') });
    });
});

test('the command for it names every field that cannot be filled, and why', async () => {
    const out: string[] = [];
    const err: string[] = [];
    const names = ['Tier__c', 'Balance__c', 'Score__c', 'Policy__c', 'Team__c', 'Hidden__c', 'Shown__c', 'Gone__c'];
    const code = await runCommand(['extra-fields'], {
        environment: {
            GATEWAY_JOURNAL: join(folder, 'none.sqlite'),
            GATEWAY_SECRETS: SECRET,
            SALESFORCE_LIGHTNING_ORIGIN: 'https://example.lightning.force.com',
            SALESFORCE_LOGIN_URL: orgServer.url,
            SALESFORCE_CLIENT_ID: LOGIN.clientId,
            SALESFORCE_CLIENT_SECRET: LOGIN.clientSecret,
            CONVOX_EXTRA_FIELDS: names.map((name) => `my ${name}=${name.toLowerCase()}`).join(', ')
        },
        print: (line) => out.push(line),
        complain: (line) => err.push(line)
    });
    expect(code).toBe(1);
    expect(out).toEqual([
        'CONVOX_EXTRA_FIELDS: my Tier__c fills Tier__c (text)',
        'CONVOX_EXTRA_FIELDS: my Balance__c fills Balance__c (number)',
        'The org can take 2 of 8 extra fields'
    ]);
    expect(err.join('\n').split('\n')).toEqual([
        'CONVOX_EXTRA_FIELDS: my Score__c names Score__c, which the org computes',
        'CONVOX_EXTRA_FIELDS: my Policy__c names Policy__c, which is unique: a second call with its value would be refused',
        'CONVOX_EXTRA_FIELDS: my Team__c names Team__c, whose type (reference) takes no text, number, checkbox, date or time',
        'CONVOX_EXTRA_FIELDS: my Hidden__c names a field that calls do not have, or that the gateway’s user may not see',
        'CONVOX_EXTRA_FIELDS: my Shown__c names Shown__c, which the gateway’s user may not edit',
        'CONVOX_EXTRA_FIELDS: my Gone__c names a field that calls do not have, or that the gateway’s user may not see'
    ]);
});
