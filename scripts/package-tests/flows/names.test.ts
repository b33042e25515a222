import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let made = 0;

beforeAll(async () => {
    org = await openPackageOrg();
    org.create('ConVox_Server__c', { Name: 'Main', Is_Default__c: true });
    const austin = org.create('ConVox_Server__c', { Name: 'Austin', Code__c: 'austin' });
    org.create('ConVox_Agent__c', { Name: 'Asha Rao', Agent_Code__c: 'AG_ASHA' });
    org.create('ConVox_Agent__c', { Name: 'Ravi Menon', Agent_Code__c: 'ag_ravi' });
    org.create('ConVox_Agent__c', { Name: 'Ann Lee', Agent_Code__c: 'AG_ASHA', Server__c: austin });
    for (const [process, names] of [
        ['SALES', { SALE: 'Sale made', BACK: 'Call back, later | soon', '5 s': 'Hung up' }],
        ['SUPPORT', { SALE: 'Solved' }]
    ] as const) {
        const id = org.create('ConVox_Process__c', { Name: process, Process_Code__c: process });
        for (const [Code__c, Name] of Object.entries(names)) {
            org.create('ConVox_Disposition__c', { Name, Code__c, Process__c: id, Level__c: 1 });
        }
    }
    org.create('ConVox_Disposition__c', { Name: 'Of no process', Code__c: 'LOST', Level__c: 1 });
});
afterAll(() => org.close());

function call(earlier: string | null, process: string | null): string {
    made += 1;
    return org.create('ConVox_Call__c', {
        Call_Reference__c: `N-${made}`,
        Earlier_Agents__c: earlier,
        Process_Name__c: process
    });
}
const wordsOf = (id: string): unknown => org.read('ConVox_Call__c', id)['Earlier_Agents_in_Words__c'];

describe('earlier agents', () => {
    test.each<[process: string, earlier: string | null, words: string | null]>([
        ['SALES', 'AG_ASHA', 'Asha Rao'],
        ['SALES', 'AG_ASHA, 60 s', 'Asha Rao, 60 s'],
        ['SALES', 'AG_ASHA, SALE', 'Asha Rao, Sale made'],
        ['SALES', 'AG_ASHA, 60 s, SALE; AG_RAVI, 120 s', 'Asha Rao, 60 s, Sale made; Ravi Menon, 120 s'],
        ['SALES', 'ag_asha, 0 s, sale; AG_RAVI, 5 s, SALE', 'Asha Rao, 0 s, Sale made; Ravi Menon, 5 s, Sale made'],
        ['SUPPORT', 'AG_ASHA, 60 s, SALE', 'Asha Rao, 60 s, Solved'],
        ['UNKNOWN', 'AG_ASHA, 60 s, SALE', 'Asha Rao, 60 s, SALE'],
        ['UNKNOWN', 'AG_ASHA, LOST', 'Asha Rao, LOST'],
        ['SALES', 'AG_ASHA, 60 s, GONE', 'Asha Rao, 60 s, GONE'],
        ['SALES', 'AG_NEW, 60 s, SALE', 'AG_NEW, 60 s, Sale made'],
        ['SALES', 'austin:AG_ASHA, 60 s', 'Ann Lee, 60 s'],
        ['SALES', 'AG_ASHA, BACK; AG_RAVI', 'Asha Rao, Call back, later / soon; Ravi Menon'],
        ['SALES', 'AG_ASHA, busy s', 'Asha Rao, busy s'],
        ['SALES', 'SALE, 3 s, AG_ASHA', 'SALE, 3 s, AG_ASHA'],
        ['SALES', `AG_ASHA, ${'x'.repeat(246)}`, `Asha Rao, ${'x'.repeat(245)}`],
        [
            'SALES',
            'AG_ASHA, 1 s, SALE; AG_RAVI, 2 s; AG_3, 3 s, SALE; AG_4; AG_5, SALE; austin:AG_ASHA, 6 s, 5 s',
            'Asha Rao, 1 s, Sale made; Ravi Menon, 2 s; AG_3, 3 s, Sale made; AG_4; AG_5, Sale made; Ann Lee, 6 s, Hung up'
        ],
        ['SALES', null, null]
    ])('in %s, %s: %s', (process, earlier, words) => {
        expect(wordsOf(call(earlier, process))).toBe(words);
    });

    test('the names follow the report, also back to nobody', () => {
        const id = call('AG_ASHA, 60 s', 'SALES');
        const words = (earlier: string | null): unknown => {
            org.update('ConVox_Call__c', id, { Earlier_Agents__c: earlier });
            return wordsOf(id);
        };
        expect(words('AG_ASHA, 60 s; AG_RAVI, 7 s')).toBe('Asha Rao, 60 s; Ravi Menon, 7 s');
        expect(words(null)).toBeNull();
    });

    test('a call of before has them with the next save, and keeps them when an agent is called otherwise', () => {
        const id = call('austin:AG_ASHA, 9 s', 'SALES');
        const agent = org.store.find({ object: 'ConVox_Agent__c' }).find(({ Name }) => Name === 'Ann Lee');
        org.update('ConVox_Agent__c', String(agent?.['Id']), { Name: 'Ann Stone' });
        org.update('ConVox_Call__c', id, { Notes__c: 'later' });
        expect(wordsOf(id)).toBe('Ann Lee, 9 s');
        org.update('ConVox_Call__c', id, { Earlier_Agents_in_Words__c: null });
        expect(wordsOf(id)).toBe('Ann Stone, 9 s');
    });
});

describe('the disposition of a command', () => {
    const nameOf = (callId: string | null, disposition: string | null): unknown => {
        made += 1;
        const id = org.create('ConVox_Command__c', {
            Type__c: disposition === null ? 'Dial' : 'Close',
            Agent_Code__c: 'AG_ASHA',
            ConVox_ID__c: '1000001',
            Phone_Number__c: '9876543201',
            Ref_No__c: `REF_${made}`,
            Mobile_Number__c: '9876543201',
            Key__c: `n-${made}`,
            Call__c: callId,
            Disposition__c: disposition
        });
        return org.read('ConVox_Command__c', id)['Disposition_Name__c'];
    };

    test.each<[string | null, string | null, string | null]>([
        ['SALES', 'SALE', 'Sale made'],
        ['sales', 'sale', 'Sale made'],
        ['SUPPORT', 'SALE', 'Solved'],
        ['SALES', 'GONE', 'GONE'],
        ['UNKNOWN', 'SALE', 'SALE'],
        [null, 'LOST', 'LOST'],
        ['SALES', null, null]
    ])('for a call of %s, %s is %s', (process, disposition, name) => {
        expect(nameOf(call(null, process), disposition)).toBe(name);
    });

    test('without a call it is the code', () => {
        expect(nameOf(null, 'SALE')).toBe('SALE');
    });
});

describe('the process of a call', () => {
    const processOf = (id: string): unknown => org.read('ConVox_Call__c', id)['Process_in_Words__c'];

    beforeAll(() => {
        org.create('ConVox_Process__c', { Name: 'Customer Support', Process_Code__c: 'CARE' });
        const [austin] = org.store.find({
            object: 'ConVox_Server__c',
            where: { field: 'Code__c', operator: 'eq', value: 'austin' }
        });
        const server = String(austin?.['Id']);
        for (const [Name, code] of [
            ['Care', 'CARE'],
            ['Texas Loans', 'LOANS']
        ] as const) {
            org.create('ConVox_Process__c', { Name, Process_Code__c: code, Server__c: server });
        }
    });

    test.each([
        ['CARE', 'Customer Support'],
        ['care', 'Customer Support'],
        ['NEW', 'NEW'],
        ['new', 'NEW'],
        ['austin:New', 'NEW (austin)'],
        ['austin:care', 'Care (austin)'],
        ['austin:LOANS', 'Texas Loans'],
        ['austin:SALES', 'SALES (austin)'],
        ['default:EMI:late', 'EMI:LATE'],
        [null, null]
    ])('%s is called %s', (code, name) => {
        expect(processOf(call(null, code))).toBe(name);
    });

    test.each([
        ['CARE', 'CARE'],
        ['care', 'CARE'],
        ['new', 'new'],
        [null, null]
    ])('%s has the code %s, as it was entered, however often ConVox says it', (said, code) => {
        const id = call(null, said);
        org.update('ConVox_Call__c', id, { Process_Name__c: said, Station__c: '2001' });
        expect(org.read('ConVox_Call__c', id)['Process_Name__c']).toBe(code);
    });

    test('changes its name with the process, and no name of the past with the process’s', () => {
        const moved = call(null, 'CARE');
        const kept = call(null, 'CARE');
        const process = org.store
            .find({ object: 'ConVox_Process__c' })
            .find((row) => row['Process_Code__c'] === 'CARE');
        org.update('ConVox_Process__c', String(process?.['Id']), { Name: 'Care' });
        org.update('ConVox_Call__c', moved, { Process_Name__c: 'SALES' });
        org.update('ConVox_Call__c', kept, { Remarks__c: 'x' });
        expect([processOf(moved), processOf(kept)]).toEqual(['SALES', 'Customer Support']);
    });
});
