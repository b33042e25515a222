import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment, readJournalEnvironment, settingNames } from './env.ts';

const complete = {
    GATEWAY_SECRETS: 'a-secret-of-the-test, another-secret-of-it',
    SALESFORCE_LIGHTNING_ORIGIN: 'https://example.lightning.force.com',
    SALESFORCE_LOGIN_URL: 'https://example.my.salesforce.com/',
    SALESFORCE_CLIENT_ID: 'client',
    SALESFORCE_CLIENT_SECRET: 'client secret',
    GATEWAY_JOURNAL: '/var/lib/convox-gateway/journal.sqlite'
};

test('a complete environment becomes settings, with defaults for the rest', () => {
    expect(readEnvironment(complete)).toEqual({
        host: '127.0.0.1',
        extraFields: [],
        port: 8080,
        journal: {
            location: '/var/lib/convox-gateway/journal.sqlite',
            mostBytes: 4096 * 1024 ** 2,
            keep: 14 * 86_400_000,
            keepDead: 90 * 86_400_000,
            timeZone: 'Asia/Kolkata'
        },
        drain: 20_000,
        stopGrace: 1000,
        secrets: ['a-secret-of-the-test', 'another-secret-of-it'],
        sources: { allowed: [], proxies: [], rate: { perSecond: 500, burst: 1000 } },
        popRate: { perSecond: 20, burst: 100 },
        forwarding: { flushAfter: 1000, mostAttempts: 10 },
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: {
            loginUrl: 'https://example.my.salesforce.com',
            clientId: 'client',
            clientSecret: 'client secret',
            timeout: 30_000
        }
    });
});

test.each(Object.keys(complete))('without %s the gateway does not start, and says so', (name) => {
    expect(() => readEnvironment({ ...complete, [name]: undefined })).toThrow(new RegExp(`${name} is missing`));
});

test.each<[string, string, RegExp]>([
    ['GATEWAY_SECRETS', 'short', /at least 16 characters/],
    ['GATEWAY_SECRETS', 'a-secret-of-the-test,', /at least 16 characters/],
    ['GATEWAY_SECRETS', 'x'.repeat(513), /at most 512 bytes/],
    ['GATEWAY_SECRETS', 'a-sécret-of-the-test', /ASCII/],
    ['GATEWAY_SECRETS', 'a secret of the test', /ASCII/],
    ['GATEWAY_RATE_PER_SECOND', '0.3', /GATEWAY_RATE_PER_SECOND has to be 1 or more/],
    ['GATEWAY_POP_RATE_PER_SECOND', 'x', /GATEWAY_POP_RATE_PER_SECOND has to be a number/],
    [
        'GATEWAY_ALOWED_SOURCES',
        '10.0.0.0/8',
        /GATEWAY_ALOWED_SOURCES is no setting of the gateway: is GATEWAY_ALLOWED_SOURCES meant/
    ],
    ['GATEWAY_COLOUR', 'blue', /GATEWAY_COLOUR is no setting of the gateway$/],
    ['CONVOX_KEY', 'a-key-of-the-flow-1', /CONVOX_KEY is no setting of the gateway: is CONVOX_KEYS meant/],
    ['SALESFORCE_CLIENTID', 'x', /SALESFORCE_CLIENTID is no setting/],
    ['GATEWAY_TLS_CERTIFICATE', '', /is empty/],
    ['GATEWAY_SECRETS', '', /at least 16 characters/],
    ['GATEWAY_SECRET_HEADER', 'not a header', /name of a header/],
    ['GATEWAY_PORT', 'eighty', /GATEWAY_PORT has to be a port number/],
    ['CONVOX_TIME_ZONE', 'Mars/Olympus', /IANA time zone/],
    ['SALESFORCE_LOGIN_URL', 'http://example.my.salesforce.com', /https origin/],
    ['SALESFORCE_LOGIN_URL', 'https://user@example.my.salesforce.com', /https origin/],
    [
        'SALESFORCE_LIGHTNING_ORIGIN',
        'https://example.lightning.force.com/lightning/page',
        /https origin without a path/
    ],
    ['SALESFORCE_TIMEOUT_SECONDS', '0', /SALESFORCE_TIMEOUT_SECONDS has to be above 0/],
    ['GATEWAY_ALLOWED_SOURCES', '10.0.0.0/40', /GATEWAY_ALLOWED_SOURCES has to hold IP addresses/],
    ['GATEWAY_TLS_KEY', '/etc/key.pem', /has to be set together with GATEWAY_TLS_KEY/],
    ['CONVOX_ORIGIN', 'ftp://192.0.2.10', /CONVOX_ORIGIN has to be an http or https origin without a path/],
    ['CONVOX_ORIGIN', 'http://192.0.2.10', /has to be set together with CONVOX_KEYS/],
    ['GATEWAY_POP_KEYS', 'short', /GATEWAY_POP_KEYS needs secrets of at least 16/],
    ['CONVOX_KEYS', 'short', /CONVOX_KEYS needs secrets of at least 16/],
    ['CONVOX_DIALECT', 'soap', /CONVOX_DIALECT has to be one of sheet, webService, rest/],
    ['CONVOX_DIALECT', 'rest', /CONVOX_ACCESS_KEY is missing: the key that ConVox gave for the dialect rest/],
    ['CONVOX_ACCESS_KEY', 'a-key-for-nothing', /CONVOX_ACCESS_KEY is not used by the dialect sheet/],
    ['CONVOX_ACCESS_KEY', 'ä key', /CONVOX_ACCESS_KEY needs ASCII/],
    ['CONVOX_SCRIPTS', 'bridge.php,../admin.php', /CONVOX_SCRIPTS has to hold names/],
    ['GATEWAY_JOURNAL_MEGABYTES', '-1', /GATEWAY_JOURNAL_MEGABYTES has to be above 0/],
    ['GATEWAY_JOURNAL', ':memory:', /GATEWAY_JOURNAL has to be the path of a file/]
])('%s=%j is refused', (name, value, words) => {
    expect(() => readEnvironment({ ...complete, [name]: value })).toThrow(words);
});

test('a refusal names every wrong variable and no value', () => {
    const wrong = { GATEWAY_SECRETS: 'too-short', SALESFORCE_CLIENT_SECRET: 'client secret' };
    expect(() => readEnvironment(wrong)).toThrow(/GATEWAY_SECRETS[^]*SALESFORCE_LOGIN_URL[^]*SALESFORCE_CLIENT_ID/);
    expect(() => readEnvironment(wrong)).not.toThrow(/too-short|client secret/);
});

test.each([
    'PATH',
    'CONVOX_STATUS_SECRET',
    'SALESFORCE_USERNAME',
    'GATEWAY_SERVICE_HOST',
    'CONVOX_GATEWAY_SERVICE_PORT_HTTP',
    'CONVOX_GATEWAY_PORT_8080_TCP_ADDR'
])('%s is somebody else’s', (name) => {
    expect(readEnvironment({ ...complete, [name]: 'x' })).toEqual(readEnvironment(complete));
});

test('this machine may be reached without TLS', () => {
    const local = { ...complete, SALESFORCE_LOGIN_URL: 'http://127.0.0.1:4310' };
    expect(readEnvironment(local).salesforce.loginUrl).toBe('http://127.0.0.1:4310');
});

test('a ConVox server, a certificate and sources are settings too', () => {
    const settings = readEnvironment({
        ...complete,
        CONVOX_ORIGIN: 'http://192.0.2.10',
        CONVOX_KEYS: 'a-key-of-the-flow-1, a-key-of-the-flow-2',
        CONVOX_DIALECT: 'rest',
        CONVOX_ACCESS_KEY: 'a-key-of-convox',
        GATEWAY_TLS_CERTIFICATE: '/etc/gateway/certificate.pem',
        GATEWAY_TLS_KEY: '/etc/gateway/key.pem',
        GATEWAY_ALLOWED_SOURCES: '192.0.2.0/24, 2001:db8::/32',
        GATEWAY_TRUSTED_PROXIES: '127.0.0.1',
        GATEWAY_POP_KEYS: 'a-pop-key-of-the-test,another-pop-key-of-it'
    });
    expect(settings).toMatchObject({
        callControl: {
            origin: 'http://192.0.2.10',
            dialect: 'rest',
            accessKey: 'a-key-of-convox',
            keys: ['a-key-of-the-flow-1', 'a-key-of-the-flow-2'],
            scripts: ['callcontrol_api.php', 'bridge.php']
        },
        tls: { certificate: '/etc/gateway/certificate.pem', key: '/etc/gateway/key.pem' },
        sources: { allowed: ['192.0.2.0/24', '2001:db8::/32'], proxies: ['127.0.0.1'] },
        popKeys: ['a-pop-key-of-the-test', 'another-pop-key-of-it']
    });
});

test('extra fields are pairs, and a wrong one is named', () => {
    const read = (text: string) => readEnvironment({ ...complete, CONVOX_EXTRA_FIELDS: text }).extraFields;
    expect(read('CUSTOMER_TIER=Tier__c, POLICY NO = Policy__c')).toEqual([
        { parameter: 'CUSTOMER_TIER', field: 'Tier__c', place: 'CONVOX_EXTRA_FIELDS: CUSTOMER_TIER' },
        { parameter: 'POLICY NO', field: 'Policy__c', place: 'CONVOX_EXTRA_FIELDS: POLICY NO' }
    ]);
    expect(() => read('TIER')).toThrow('CONVOX_EXTRA_FIELDS TIER has to be the API name of a custom field');
    expect(() => read('TIER=Tier__c,TIER=Level__c')).toThrow('CONVOX_EXTRA_FIELDS names a parameter twice');
    expect(() => read('DISPOSITION=Tier__c')).toThrow('DISPOSITION is understood already, as DISPOSITION');
    expect(() => read('TIER=Remarks__c')).toThrow('TIER is filled by the package');
});

test('a command that looks into the journal needs no secret', () => {
    expect(readJournalEnvironment({ GATEWAY_JOURNAL: 'postgresql://db/gateway' })).toMatchObject({
        location: 'postgresql://db/gateway'
    });
    expect(() => readJournalEnvironment({})).toThrow(/GATEWAY_JOURNAL is missing/);
});

test('the guide names every setting, and no other', () => {
    const guide = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    const named = [...guide.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual([...settingNames].toSorted());
});
