import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment, readJournalEnvironment } from './env.ts';
import { serversWithOtherKeys } from './keysOfServers.ts';
import { parseServers } from './serversFile.ts';

const MUMBAI = `
  - code: mumbai
    default: true
    timeZone: Asia/Kolkata
    origin: http://192.0.2.10
    keys: [a-key-of-the-flow-1, a-key-of-the-flow-2]`;
const AUSTIN = `
  - code: austin
    timeZone: America/Chicago
    origin: https://austin.example.com
    dialect: rest
    accessKey: a-key-of-convox
    keys: [a-key-of-the-flow-3]
    scripts: [callcontrol_api.php, dial.php]
    commandSources: [192.0.2.0/24]
    secrets: [a-secret-of-austin-1]`;
const TWO = `servers:${MUMBAI}${AUSTIN}\n`;

test('a file names servers, each with its own dialect, zone, keys and scripts', () => {
    expect(parseServers(TWO)).toEqual([
        {
            code: 'mumbai',
            isDefault: true,
            timeZone: 'Asia/Kolkata',
            callControl: {
                origin: 'http://192.0.2.10',
                keys: ['a-key-of-the-flow-1', 'a-key-of-the-flow-2'],
                dialect: 'sheet',
                scripts: ['callcontrol_api.php', 'bridge.php'],
                allowed: []
            }
        },
        {
            code: 'austin',
            isDefault: false,
            timeZone: 'America/Chicago',
            secrets: ['a-secret-of-austin-1'],
            callControl: {
                origin: 'https://austin.example.com',
                keys: ['a-key-of-the-flow-3'],
                dialect: 'rest',
                accessKey: 'a-key-of-convox',
                scripts: ['callcontrol_api.php', 'dial.php'],
                allowed: ['192.0.2.0/24']
            }
        }
    ]);
});

test('a server may say where its recordings are heard', () => {
    const [, austin] = parseServers(`${TWO}    recordings: https://voice.example.com/austin/\n`);
    expect(austin?.recordings).toBe('https://voice.example.com/austin');
});

test.each<[string, string, string]>([
    ['no YAML', 'servers: [', 'Flow sequence'],
    ['nothing', '', 'line 1: servers is missing'],
    ['no default', TWO.replace('    default: true\n', ''), 'line 2: servers needs exactly one with default: true'],
    ['two defaults', TWO.replace('timeZone: America', 'default: true\n    timeZone: America'), 'needs exactly one'],
    [
        'a code twice',
        TWO.replace('code: austin', 'code: mumbai'),
        'line 7: servers[1].code is another server’s already'
    ],
    ['an odd code', TWO.replace('code: austin', 'code: Austin 1'), 'line 7: servers[1].code has to be 1 to 12'],
    ['the word of addresses', TWO.replace('code: austin', 'code: default'), 'servers[1].code has to be another'],
    ['a word that is not known', TWO.replace('scripts:', 'script:'), 'servers[1].script is not known here'],
    ['no zone', TWO.replace('    timeZone: Asia/Kolkata\n', ''), 'servers[0].timeZone is missing'],
    ['a zone that is none', TWO.replace('Asia/Kolkata', 'India'), 'line 4: servers[0].timeZone has to be an IANA'],
    [
        'another dialect',
        TWO.replace('rest', 'soap'),
        'line 10: servers[1].dialect has to be one of sheet, webService, rest'
    ],
    ['no key for REST', TWO.replace('    accessKey: a-key-of-convox\n', ''), 'servers[1].accessKey is missing'],
    ['a key for the sheet', TWO.replace('    dialect: rest\n', ''), 'accessKey is not used by the dialect sheet'],
    ['a short secret', TWO.replace('a-secret-of-austin-1', 'short'), 'servers[1].secrets needs secrets of at least 16'],
    [
        'an address without keys',
        TWO.replace(/ +keys: \[a-key-of-the-flow-3\]\n/, ''),
        'servers[1].origin has to be there'
    ],
    [
        'a parameter that is understood',
        `${TWO}    extraFields:\n      TIER: Tier__c\n      call status: Status_Of_Ours__c\n`,
        'line 18: servers[1].extraFields.call status is understood already, as CALL_STATUS'
    ],
    [
        'a field of the package',
        `${TWO}    extraFields: { TIER: disposition__C }\n`,
        'line 16: servers[1].extraFields.TIER is filled by the package'
    ],
    ['a standard field', `${TWO}    extraFields: { TIER: OwnerId }\n`, 'has to be the API name of a custom field'],
    ['a field twice', `${TWO}    extraFields: { A: X__c, B: x__c }\n`, 'servers[1].extraFields.B fills x__c a second'],
    ['a parameter twice', `${TWO}    extraFields: { A_B: X__c, a b: Y__c }\n`, 'extraFields.a b is there twice'],
    ['a parameter without a name', `${TWO}    extraFields: { "_": X__c }\n`, 'has to be a parameter’s name'],
    [
        'extra fields as a list',
        `${TWO}    extraFields: [X__c]\n`,
        'servers[1].extraFields has to be a group of settings'
    ],
    [
        'a source that is neither an address nor a network',
        TWO.replace('192.0.2.0/24', '192.0.2.0/24, 10.0.0.0/40'),
        'line 14: servers[1].commandSources[1] has to be an IP address or a network such as 10.0.0.0/8'
    ],
    [
        'an address with a path',
        TWO.replace('http://192.0.2.10', 'http://192.0.2.10/ConVoxCCS'),
        'line 5: servers[0].origin has to be an http or https origin without a path'
    ],
    [
        'recordings without https',
        `${TWO}    recordings: http://voice.example.com\n`,
        'line 16: servers[1].recordings has to begin with https:// and have no user name, ? or #'
    ],
    [
        'a password of recordings',
        `${TWO}    recordings: https://a:short@voice.example.com\n`,
        'servers[1].recordings has'
    ],
    [
        'recordings with a query',
        `${TWO}    recordings: https://voice.example.com/?a=short\n`,
        'servers[1].recordings has'
    ],
    ['a script of another folder', TWO.replace('dial.php', '../dial.php'), 'servers[1].scripts has to hold names']
])('a file with %s is refused with its line, and no value of it is said', (_, text, words) => {
    expect(() => parseServers(text)).toThrow(words);
    expect(() => parseServers(text)).not.toThrow(/a-key-of|a-secret-of|short/);
});

test.each<[string, string, string[]]>([
    [
        'a mistake of one server and one of both',
        TWO.replace('Asia/Kolkata', 'India').replace('    default: true\n', ''),
        ['servers[0].timeZone has to be an IANA', 'servers needs exactly one with default: true']
    ],
    [
        'an unknown word, a code twice and a key that is missing',
        TWO.replace('scripts:', 'script:')
            .replace('code: austin', 'code: mumbai')
            .replace('    accessKey: a-key-of-convox\n', ''),
        [
            'servers[1].script is not known here',
            'servers[1].code is another server’s',
            'servers[1].accessKey is missing'
        ]
    ],
    [
        'a list in place of a text, and an extra field of the package',
        `${TWO.replace('timeZone: America/Chicago', 'timeZone: [America/Chicago]')}    extraFields: { TIER: disposition__C }\n`,
        ['servers[1].timeZone has to be a text', 'servers[1].extraFields.TIER is filled by the package']
    ],
    [
        'a dialect that is none: nothing is said of its key',
        TWO.replace('rest', 'soap').replace('code: austin', 'code: mumbai'),
        ['servers[1].dialect has to be one of', 'servers[1].code is another server’s']
    ],
    [
        'an entry that is none',
        TWO.replace('    default: true\n', '').replace('servers:', 'servers:\n  - austin'),
        ['servers[0] has to be a group of settings', 'servers needs exactly one with default: true']
    ],
    [
        'a code that is odd and twice: it is told once',
        TWO.replace(/code: \w+/g, 'code: Odd 1'),
        ['servers[0].code has to be 1 to 12', 'servers[1].code has to be 1 to 12']
    ]
])('of a file with %s all is said at once', (_, text, words) => {
    const refusal = String(outcomeOf(() => parseServers(text)));
    expect(words.filter((one) => !refusal.includes(one))).toEqual([]);
    expect(refusal.split('\n')).toHaveLength(words.length + 1);
});

test('the sample of the guide can be read, and Salesforce’s one key opens every server of it', () => {
    const guide = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    const [, sample = ''] = /```yaml\n(servers:[^]*?)```/.exec(guide) ?? [];
    const filled = sample.replace(/<([^>]*)>/g, (_, words: string) => words.replace(/\W/g, '-'));
    const servers = parseServers(filled);
    expect(servers.map(({ code }) => code)).toEqual(['mumbai', 'austin']);
    expect(serversWithOtherKeys(servers)).toEqual([]);
});

function outcomeOf(run: () => unknown): unknown {
    try {
        return run();
    } catch (error) {
        return error;
    }
}

describe('a gateway with a file of servers', () => {
    const folder = mkdtempSync(join(tmpdir(), 'servers-'));
    const file = join(folder, 'servers.yaml');
    const environment = {
        GATEWAY_SERVERS_FILE: file,
        GATEWAY_SECRETS: 'a-secret-of-the-test',
        SALESFORCE_LIGHTNING_ORIGIN: 'https://example.lightning.force.com',
        SALESFORCE_LOGIN_URL: 'https://example.my.salesforce.com/',
        SALESFORCE_CLIENT_ID: 'client',
        SALESFORCE_CLIENT_SECRET: 'client secret',
        GATEWAY_JOURNAL: '/var/lib/convox-gateway/journal.sqlite'
    };

    beforeEach(() => writeFileSync(file, TWO));
    afterAll(() => rmSync(folder, { recursive: true }));

    test('has the zone and the commands of the default one, and the zones of the others', () => {
        const settings = readEnvironment(environment);
        expect(settings.timeZone).toBe('Asia/Kolkata');
        expect(settings.callControl?.origin).toBe('http://192.0.2.10');
        expect(settings.servers?.map(({ code }) => code)).toEqual(['mumbai', 'austin']);
        expect(readJournalEnvironment(environment)).toMatchObject({
            timeZone: 'Asia/Kolkata',
            serverZones: { austin: 'America/Chicago' }
        });
    });

    test('has extra fields of each server, with their places', () => {
        writeFileSync(file, `${TWO}    extraFields:\n      TIER: Tier__c\n`);
        expect(readEnvironment(environment).extraFields).toEqual([
            { parameter: 'TIER', field: 'Tier__c', server: 'austin', place: 'line 17: servers[1].extraFields.TIER' }
        ]);
    });

    test.each(['CONVOX_EXTRA_FIELDS', 'CONVOX_ORIGIN', 'CONVOX_TIME_ZONE', 'CONVOX_ACCESS_KEY'])(
        'is not told %s beside it',
        (name) => {
            expect(() => readEnvironment({ ...environment, [name]: 'x' })).toThrow(
                `${name} is for one server: GATEWAY_SERVERS_FILE says it of each`
            );
        }
    );

    test('does not start without the file', () => {
        const missing = { ...environment, GATEWAY_SERVERS_FILE: join(folder, 'missing.yaml') };
        expect(() => readEnvironment(missing)).toThrow('GATEWAY_SERVERS_FILE cannot be read');
    });
});
