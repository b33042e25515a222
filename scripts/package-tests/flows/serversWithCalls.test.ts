import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openThreeServers, refusalIn } from './threeServers.ts';
import type { Server } from './threeServers.ts';

let org: PackageOrg;
let servers: Readonly<Record<Server, string>>;
beforeEach(async () => {
    ({ org, servers } = await openThreeServers());
});
afterEach(() => org.close());

const refusalOf = (server: Server, values: FieldValues): string =>
    refusalIn(org.store.update('ConVox_Server__c', [{ id: servers[server], values }], org.admin));

const OF_THE_DEFAULT = 'go where the gateway has this code';
const KEPT = 'Calls are kept behind this code, so it stays.';

test.each<[what: string, server: Server, call: string, change: FieldValues, refusal: string]>([
    ['another code', 'austin', 'austin:17', { Code__c: 'texas' }, KEPT],
    ['no code', 'austin', 'austin:17', { Code__c: null }, KEPT],
    ['another code as the default one', 'austin', 'austin:17', { Code__c: 'texas', Is_Default__c: true }, KEPT],
    ['another name', 'austin', 'austin:17', { Name: 'Dallas', Time_Zone__c: 'America/Chicago' }, ''],
    ['another code without calls', 'austin', 'austinburg:17', { Code__c: 'texas' }, ''],
    ['another code as the default one', 'mumbai', '17', { Code__c: 'pune' }, OF_THE_DEFAULT],
    ['another code as the default one before there are calls', 'mumbai', 'austin:17', { Code__c: 'pune' }, ''],
    ['another code on a word', 'mumbai', '17', { Code__c: 'pune', Has_Calls_Without_Code__c: true }, ''],
    ['no code as the default one', 'mumbai', '17', { Code__c: null }, '']
])('a server that takes %s is told so where its calls would be lost', (_, server, call, change, refusal) => {
    org.create('ConVox_Call__c', { Call_Reference__c: call });
    expect(refusalOf(server, change)).toContain(refusal);
    expect(refusalOf(server, change) === '').toBe(refusal === '');
});

const IS_ANOTHER = 'There are calls without a code';
const STAYS = 'so it stays the default one.';
const SAID = { Is_Default__c: true, Has_Calls_Without_Code__c: true };

test.each<[what: string, call: string | undefined, server: Server, change: FieldValues, refusal: string]>([
    ['another one takes over', '17', 'austin', { Is_Default__c: true }, IS_ANOTHER],
    ['another one takes over, calls of its own or not', 'austin:17', 'austin', { Is_Default__c: true }, ''],
    ['another one takes over before there are calls', undefined, 'austin', { Is_Default__c: true }, ''],
    ['another one takes over on a word', '17', 'austin', SAID, ''],
    ['it gives up', '17', 'mumbai', { Is_Default__c: false }, STAYS],
    ['it gives up with that word', '17', 'mumbai', { ...SAID, Is_Default__c: false }, STAYS],
    ['it gives up before there are calls', undefined, 'mumbai', { Is_Default__c: false }, ''],
    ['the word is given and nothing else', '17', 'austin', { Has_Calls_Without_Code__c: true }, '']
])('the default server, where %s', (_, call, server, change, refusal) => {
    if (call !== undefined) {
        org.create('ConVox_Call__c', { Call_Reference__c: call });
    }
    const before = defaults();
    const said = refusalOf(server, change);
    expect(said).toContain(refusal);
    expect(said === '').toBe(refusal === '');
    expect(refusal === '' || String(defaults()) === String(before)).toBe(true);
    const words = Object.values(servers).map((id) => org.read('ConVox_Server__c', id)['Has_Calls_Without_Code__c']);
    expect(words).not.toContain(true);
});

function defaults(): unknown[] {
    return Object.values(servers).map((id) => org.read('ConVox_Server__c', id)['Is_Default__c']);
}

test('the default server takes a code by no detour', () => {
    org.create('ConVox_Call__c', { Call_Reference__c: '17' });
    expect(refusalOf('mumbai', { Code__c: null })).toBe('');
    expect(refusalOf('austin', { Code__c: 'dallas' })).toBe('');
    expect(refusalOf('mumbai', { Code__c: 'austin' })).toContain(OF_THE_DEFAULT);
});

test('a server with calls behind its code does not become the default one, whatever is said, nor back by a detour', () => {
    org.create('ConVox_Call__c', { Call_Reference__c: '17' });
    org.create('ConVox_Call__c', { Call_Reference__c: 'austin:18' });
    expect(refusalOf('austin', SAID)).toContain('so it cannot become the default one');
    expect(refusalOf('nameless', SAID)).toBe('');
    expect(defaults()).toEqual([false, false, true]);
    expect(refusalOf('mumbai', { Is_Default__c: true })).toContain(IS_ANOTHER);
});

test.each<[what: string, ids: readonly Server[]]>([
    ['the new one first', ['austin', 'mumbai']],
    ['the old one first', ['mumbai', 'austin']]
])('both servers in one save, %s, change nothing without a word', (_, names) => {
    org.create('ConVox_Call__c', { Call_Reference__c: '17' });
    const rows = names.map((name) => ({ id: servers[name], values: { Is_Default__c: name === 'austin' } }));
    const results = org.store.update('ConVox_Server__c', rows, org.admin);
    expect(results.map(({ success }) => success)).toEqual([false, false]);
    expect(defaults()).toEqual([true, false, false]);
});

test('a new server does not become the default one beside calls without a code, and may where there is none', () => {
    org.create('ConVox_Call__c', { Call_Reference__c: '17' });
    const pune = { Name: 'Pune', Is_Default__c: true };
    expect(() => org.create('ConVox_Server__c', pune)).toThrow(IS_ANOTHER);
    expect(() => org.create('ConVox_Server__c', { ...pune, ...SAID })).not.toThrow();
});

const whyNotDeleted = (server: Server): string =>
    refusalIn(org.store.delete('ConVox_Server__c', [servers[server]], org.admin));

test.each<[what: string, server: Server, make: () => void, refusal: RegExp]>([
    ['of the default server', 'mumbai', () => org.create('ConVox_Call__c', { Call_Reference__c: '17' }), /so it stays/],
    [
        'behind its code',
        'austin',
        () => org.create('ConVox_Call__c', { Call_Reference__c: 'austin:17' }),
        /so it stays/
    ],
    ['of another server', 'austin', () => org.create('ConVox_Call__c', { Call_Reference__c: '17' }), /^$/],
    ['of nobody', 'mumbai', () => undefined, /^$/]
])('a server is deleted unless calls of it are kept: calls %s', (_, server, make, refusal) => {
    make();
    expect(whyNotDeleted(server)).toMatch(refusal);
});

test.each([
    ['agent', 'ConVox_Agent__c', 'Agent_Code__c'],
    ['process', 'ConVox_Process__c', 'Process_Code__c']
])('a server with an %s is not deleted', (_, object, field) => {
    const id = org.create(object, { Name: 'One', [field]: '1001', Server__c: servers.austin });
    expect(whyNotDeleted('austin')).not.toBe('');
    org.update(object, id, { Server__c: servers.mumbai });
    expect(whyNotDeleted('austin')).toBe('');
});
