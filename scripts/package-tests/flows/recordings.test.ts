import type { FieldValue, FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

const BASE = 'https://voice.example.com';

let org: PackageOrg;
let main: string;
let count = 0;
beforeAll(async () => {
    org = await openPackageOrg();
    main = org.create('ConVox_Server__c', { Name: 'Main', Is_Default__c: true, Recordings_Base__c: BASE });
    const pune = org.create('ConVox_Server__c', {
        Name: 'Pune',
        Recordings_Base__c: 'https://pune.example.com:8443/rec/'
    });
    const silent = org.create('ConVox_Server__c', { Name: 'Silent' });
    org.create('ConVox_Agent__c', { Name: 'Asha', Agent_Code__c: 'AG_ASHA' });
    org.create('ConVox_Agent__c', { Name: 'Ravi', Agent_Code__c: 'AG_RAVI', Server__c: pune });
    org.create('ConVox_Agent__c', { Name: 'Left', Agent_Code__c: 'AG_LEFT', Server__c: pune, Is_Active__c: false });
    org.create('ConVox_Agent__c', { Name: 'Mute', Agent_Code__c: 'AG_MUTE', Server__c: silent });
});
afterAll(() => org.close());

function newCall(values: FieldValues): string {
    count += 1;
    return org.create('ConVox_Call__c', { Call_Reference__c: `REC-${count}`, ...values });
}
const linkOf = (id: string): FieldValue => org.read('ConVox_Call__c', id)['Recording__c'] ?? null;

/** What ConVox says, and what stands behind the base for it; null for no link. */
const paths: readonly (readonly [file: string, path: string | null])[] = [
    ['https://10.0.0.7/calls/2026-11-22/out/98_SALES_AG___NA_x.WAV', '/calls/2026-11-22/out/98_SALES_AG___NA_x.WAV'],
    ['http://convox.lan:8080/calls/1.WAV', '/calls/1.WAV'],
    ['HTTPS://Convox.LAN/Calls/1.WAV', '/Calls/1.WAV'],
    ['http://h/1.wav', '/1.wav'],
    ['https://user:secret@10.0.0.7/calls/1.wav', '/calls/1.wav'],
    ['https://voice.example.com@evil.example/calls/1.wav', '/calls/1.wav'],
    ['https://10.0.0.7/play.php?file=1.wav&x=2', '/play.php?file=1.wav&x=2'],
    ['https://10.0.0.7/var/www/html/calls/1.wav', '/calls/1.wav'],
    ['/var/www/html/calls/2026-11-22/in/REF1001.WAV', '/calls/2026-11-22/in/REF1001.WAV'],
    ['/var/www/htmlx/1.wav', '/var/www/htmlx/1.wav'],
    ['/calls/1.wav', '/calls/1.wav'],
    ['calls/1.wav', '/calls/1.wav'],
    ['REF1001.WAV', '/REF1001.WAV'],
    ['  REF1001.WAV ', '/REF1001.WAV'],
    ['call of today #2.wav', '/call%20of%20today%20%232.wav'],
    ['what?.wav', '/what%3F.wav'],
    ['a%20b.wav', '/a%20b.wav'],
    ['//evil.example/1.wav', '//evil.example/1.wav'],
    ['@evil.example/1.wav', '/@evil.example/1.wav'],
    ['.evil.example/1.wav', '/.evil.example/1.wav'],
    [':8080/1.wav', '/:8080/1.wav'],
    ['javascript:alert(1)', null],
    ['javascript:alert', '/javascript:alert'],
    ['ftp://10.0.0.7/1.wav', null],
    ['https://10.0.0.7', null],
    ['https://10.0.0.7/', null],
    ['https:///1.wav', null],
    ['https://10.0.0.7?file=/1.wav', null],
    ['https://10.0.0.7/play.php?file=http://evil.example/1.wav', null],
    ['/', null],
    ['..', null],
    ['/calls/../../etc/passwd', null],
    ['/calls/%2e%2E/1.wav', null],
    ['/calls/..%2F1.wav', null],
    ['/calls/.%2e/1.wav', null],
    ['/calls%5C1.wav', null],
    ['\\\\server\\calls\\1.wav', null],
    ['/calls/a"b.wav', null],
    ["/calls/a'b.wav", null],
    ['/calls/<b>1.wav', null],
    ['/calls/1\n2.wav', null],
    ['/calls/1\t2.wav', null],
    ['/calls/1\u0000.wav', null],
    ['/calls/1\u202e.wav', null],
    ['/calls/कॉल.wav', null],
    [`/${'a'.repeat(225)}.wav`, `/${'a'.repeat(225)}.wav`],
    [`/${'a'.repeat(226)}.wav`, null],
    [`/${'a'.repeat(990)}.wav`, null]
];

test.each(paths)('%j is heard at %j below the base', (file, path) => {
    const id = newCall({ Recording_File__c: file, Agent_Code__c: 'AG_ASHA' });
    expect(linkOf(id)).toBe(path === null ? null : `${BASE}${path}`);
    expect(org.read('ConVox_Call__c', id)['Recording_File__c']).toBe(file.trimEnd());
});

test('every link leads to the host of the base, whatever the file says', () => {
    const hosts = paths.flatMap(([file]) => {
        const link = linkOf(newCall({ Recording_File__c: file }));
        return link === null ? [] : [new URL(String(link)).origin];
    });
    expect(new Set(hosts)).toEqual(new Set([BASE]));
});

test.each([
    ['AG_ASHA', 'the default server, as the agent names none', `${BASE}/1.wav`],
    ['AG_RAVI', "the agent's server", 'https://pune.example.com:8443/rec/1.wav'],
    ['ag_ravi', "the agent's server, in any case", 'https://pune.example.com:8443/rec/1.wav'],
    ['AG_LEFT', 'the server of an agent who has left', 'https://pune.example.com:8443/rec/1.wav'],
    ['AG_NOBODY', 'the default server, as nobody knows the agent', `${BASE}/1.wav`],
    [null, 'the default server, as there was no agent', `${BASE}/1.wav`],
    ['AG_MUTE', 'nowhere, as the server has no base', null]
])('a recording of %s is heard at %s', (agent, _where, link) => {
    expect(linkOf(newCall({ Recording_File__c: '1.wav', Agent_Code__c: agent }))).toBe(link);
});

test('the link follows the file, the agent and the base, and nobody writes it', () => {
    const id = newCall({
        Recording_File__c: '1.wav',
        Agent_Code__c: 'AG_ASHA',
        Recording__c: 'https://evil.example/1'
    });
    expect(linkOf(id)).toBe(`${BASE}/1.wav`);
    for (const [values, link] of [
        [{ Recording__c: 'https://evil.example/1' }, `${BASE}/1.wav`],
        [{ Recording_File__c: '2.wav' }, `${BASE}/2.wav`],
        [{ Agent_Code__c: 'AG_RAVI' }, 'https://pune.example.com:8443/rec/2.wav'],
        [{ Recording_File__c: '../2.wav' }, null],
        [{ Recording_File__c: '2.wav', Agent_Code__c: 'AG_MUTE' }, null],
        [{ Agent_Code__c: 'AG_ASHA' }, `${BASE}/2.wav`],
        [{ Recording_File__c: null }, null],
        [{ Recording__c: 'https://evil.example/1' }, null]
    ] as const) {
        org.update('ConVox_Call__c', id, values);
        expect(linkOf(id)).toBe(link);
    }
});

test('a call that is saved after the base has changed gets the new one, or none', () => {
    const id = newCall({ Recording_File__c: '1.wav' });
    for (const [base, link] of [
        ['https://new.example.com', 'https://new.example.com/1.wav'],
        [null, null],
        [BASE, `${BASE}/1.wav`]
    ] as const) {
        org.update('ConVox_Server__c', main, { Recordings_Base__c: base });
        org.update('ConVox_Call__c', id, { Notes__c: `saved with ${base}` });
        expect(linkOf(id)).toBe(link);
    }
});

test('200 recordings of two servers are linked within the limits of one transaction', () => {
    const rows = Array.from({ length: 200 }, (_, index) => ({
        Call_Reference__c: `REC-BULK-${index}`,
        Agent_Code__c: index % 2 === 0 ? 'AG_ASHA' : 'AG_RAVI',
        Recording_File__c: `${index}.wav`
    }));
    const results = org.store.create('ConVox_Call__c', rows, org.admin);
    expect(results.filter(({ success }) => success)).toHaveLength(200);
    const links = org.store
        .find({
            object: 'ConVox_Call__c',
            where: { field: 'Call_Reference__c', operator: 'like', value: 'REC-BULK-%' }
        })
        .map((row) => row['Recording__c']);
    expect(links).toHaveLength(200);
    expect(new Set(links).size).toBe(200);
    expect(links).toContain(`${BASE}/198.wav`);
    expect(links).toContain('https://pune.example.com:8443/rec/199.wav');
});
