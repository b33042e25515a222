import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openThreeServers, refusalIn } from './threeServers.ts';

let org: PackageOrg;
let servers: Readonly<Record<string, string>>;
beforeEach(async () => {
    ({ org, servers } = await openThreeServers());
});
afterEach(() => org.close());

const fields = { ConVox_Agent__c: 'Agent_Code__c', ConVox_Process__c: 'Process_Code__c' } as const;
type Named = keyof typeof fields;

const valuesOf = (object: Named, code: string, server: string | undefined): FieldValues => ({
    Name: 'One',
    [fields[object]]: code,
    Server__c: server === undefined ? null : (servers[server] ?? null)
});
const create = (object: Named, code: string, server?: string): string =>
    org.create(object, valuesOf(object, code, server));
const codeOf = (object: Named, id: string): unknown => org.read(object, id)[fields[object]];

test.each<[Named, string, string | undefined, string]>([
    ['ConVox_Agent__c', '1001', undefined, '1001'],
    ['ConVox_Agent__c', '1001', 'mumbai', '1001'],
    ['ConVox_Agent__c', 'mumbai:1001', 'mumbai', '1001'],
    ['ConVox_Agent__c', '1001', 'nameless', '1001'],
    ['ConVox_Agent__c', '1001', 'austin', 'austin:1001'],
    ['ConVox_Agent__c', 'austin:1001', 'austin', 'austin:1001'],
    ['ConVox_Agent__c', 'AUSTIN:1001', 'austin', 'austin:1001'],
    ['ConVox_Agent__c', 'delhi:1001', 'austin', 'austin:1001'],
    ['ConVox_Agent__c', 'austin:1001', undefined, '1001'],
    ['ConVox_Process__c', 'SALES', undefined, 'SALES'],
    ['ConVox_Process__c', 'SALES', 'mumbai', 'SALES'],
    ['ConVox_Process__c', 'SALES', 'austin', 'austin:SALES'],
    ['ConVox_Process__c', 'austin:SALES', 'austin', 'austin:SALES'],
    ['ConVox_Process__c', 'austin:SALES', 'mumbai', 'SALES'],
    ['ConVox_Process__c', 'Sales: inbound', 'mumbai', 'Sales: inbound'],
    ['ConVox_Process__c', 'austin:Sales: inbound', 'austin', 'austin:Sales: inbound'],
    ['ConVox_Process__c', 'default:austin:SALES', undefined, 'default:austin:SALES']
])('the %s %s of the server %s is kept as %s, however often it is saved', (object, code, server, kept) => {
    const id = create(object, code, server);
    expect(codeOf(object, id)).toBe(kept);
    org.update(object, id, { Name: 'Another' });
    expect(codeOf(object, id)).toBe(kept);
});

test('two servers have an agent and a process of one name, a server has each once', () => {
    for (const object of ['ConVox_Agent__c', 'ConVox_Process__c'] as const) {
        create(object, '1001', 'mumbai');
        create(object, '1001', 'austin');
        expect(() => create(object, '1001', 'austin')).toThrow(/duplicate/i);
        expect(() => create(object, 'austin:1001', 'austin')).toThrow(/duplicate/i);
    }
});

test.each<Named>(['ConVox_Agent__c', 'ConVox_Process__c'])('a %s that moves takes the code of its server', (object) => {
    const id = create(object, '1001', 'austin');
    for (const [server, kept] of [
        ['mumbai', '1001'],
        ['austin', 'austin:1001'],
        ['nameless', '1001'],
        ['austin', 'austin:1001']
    ] as const) {
        org.update(object, id, { Server__c: servers[server] ?? null });
        expect(codeOf(object, id)).toBe(kept);
    }
    org.update(object, id, { Server__c: null });
    expect(codeOf(object, id)).toBe('1001');
});

test.each<Named>(['ConVox_Agent__c', 'ConVox_Process__c'])(
    'what a server is called stands before each of its %s, also when that changes',
    (object) => {
        const first = create(object, '1001', 'mumbai');
        const second = create(object, '1001', 'austin');
        const third = create(object, '1002', 'nameless');
        org.update('ConVox_Server__c', servers['nameless'] ?? '', { Code__c: 'delhi' });
        expect(codeOf(object, third)).toBe('delhi:1002');
        org.update('ConVox_Server__c', servers['austin'] ?? '', { Code__c: 'texas' });
        expect(codeOf(object, second)).toBe('texas:1001');
        org.update('ConVox_Server__c', servers['austin'] ?? '', { Is_Default__c: true });
        expect([first, second, third].map((id) => codeOf(object, id))).toEqual(['mumbai:1001', '1001', 'delhi:1002']);
    }
);

const refusalOf = (server: string, values: FieldValues): string => {
    const id = servers[server] ?? '';
    return refusalIn(org.store.update('ConVox_Server__c', [{ id, values }], org.admin));
};

test.each<[Named, string, FieldValues, string]>([
    ['ConVox_Agent__c', 'loses its code', { Code__c: null }, 'mumbai'],
    ['ConVox_Agent__c', 'becomes the default one', { Is_Default__c: true }, 'nameless'],
    ['ConVox_Process__c', 'becomes the default one', { Is_Default__c: true }, 'nameless']
])(
    'where a %s would be that of another server and its server %s, it is said what to do',
    (object, _how, values, at) => {
        create(object, '1001', at);
        const other = create(object, '1001', 'austin');
        const refusal = refusalOf('austin', values);
        expect(refusal).toContain('cannot be kept as its own: one has the same id or name as one of another server.');
        expect(refusal).not.toMatch(/DUPLICATE|duplicate/);
        expect(codeOf(object, other)).toBe('austin:1001');
    }
);

test('once the other server has a code, the default one can change', () => {
    create('ConVox_Agent__c', '1001', 'nameless');
    const other = create('ConVox_Agent__c', '1001', 'austin');
    expect(refusalOf('nameless', { Code__c: 'delhi' })).toBe('');
    expect(refusalOf('austin', { Is_Default__c: true })).toBe('');
    expect(codeOf('ConVox_Agent__c', other)).toBe('1001');
});

test('news of its state leaves an agent’s id as it is', () => {
    const id = create('ConVox_Agent__c', '1001', 'austin');
    org.update('ConVox_Agent__c', id, { State__c: 'Ready', State_Since__c: '2026-03-02T09:00:00.000Z' });
    expect(codeOf('ConVox_Agent__c', id)).toBe('austin:1001');
});

test('a call has the agent and the target of its server', () => {
    const user = String(org.store.find({ object: 'User' })[0]?.['Id']);
    create('ConVox_Agent__c', '1001', 'mumbai');
    org.update('ConVox_Agent__c', create('ConVox_Agent__c', '1001', 'austin'), { User__c: user });
    org.update('ConVox_Process__c', create('ConVox_Process__c', 'SALES', 'austin'), { Answer_Target_Seconds__c: 7 });
    const call = (code: string): FieldValues => {
        const names = { Agent_Code__c: `${code}1001`, Process_Name__c: `${code}SALES` };
        const id = org.create('ConVox_Call__c', { Call_Reference__c: `${code}17`, ...names });
        const { Agent__c: agent = null, Answer_Target_Seconds__c: target = null } = org.read('ConVox_Call__c', id);
        return { agent, target };
    };
    expect([call(''), call('austin:')]).toEqual([
        { agent: null, target: 20 },
        { agent: user, target: 7 }
    ]);
});

test('a command to a server without a code, which would go to the default one, is not taken', () => {
    const command = (server: string) => () =>
        org.create('ConVox_Command__c', { ...DIAL, Agent_Code__c: '1001', Server__c: servers[server] ?? null });
    expect(command('nameless')).toThrow(/has no code, so the command would go to the default server/);
    expect(command('mumbai')).not.toThrow();
});

const DIAL = { Type__c: 'Dial', Status__c: 'Created', Key__c: 'K1', Phone_Number__c: '9876543201', Ref_No__c: 'SF_1' };

test.each<[agentCode: string, server: string | undefined, isTaken: boolean]>([
    ['1001', undefined, true],
    ['1001', 'mumbai', true],
    ['austin:1001', 'austin', true],
    ['1001', 'austin', false],
    ['austin:1001', undefined, false],
    ['austin:1001', 'mumbai', false],
    ['delhi:1001', 'austin', false]
])('a command of the agent %s to the server %s is taken: %s', (agentCode, server, isTaken) => {
    const command = (): string =>
        org.create('ConVox_Command__c', {
            ...DIAL,
            Agent_Code__c: agentCode,
            Server__c: server === undefined ? null : (servers[server] ?? null)
        });
    if (isTaken) {
        expect(command).not.toThrow();
    } else {
        expect(command).toThrow(/not of the server that the command goes to/);
    }
});
