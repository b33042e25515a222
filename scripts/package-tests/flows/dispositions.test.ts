import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

const OBJECT = 'ConVox_Disposition__c';

let org: PackageOrg;
let ids: Readonly<Record<string, string>>;
beforeEach(async () => {
    org = await openPackageOrg();
    const sales = org.create('ConVox_Process__c', { Name: 'Sales', Process_Code__c: 'SALES' });
    const support = org.create('ConVox_Process__c', { Name: 'Support', Process_Code__c: 'SUPPORT' });
    const sold = org.create(OBJECT, { Name: 'Sold', Code__c: 'SOLD', Process__c: sales, Level__c: 1 });
    const lost = org.create(OBJECT, { Name: 'Lost', Code__c: 'LOST', Process__c: sales, Level__c: 1 });
    const below = { Name: 'Price', Code__c: 'PRICE', Process__c: sales, Level__c: 2 };
    const price = org.create(OBJECT, { ...below, Parent__c: lost });
    ids = { sales, support, sold, lost, price };
});
afterEach(() => org.close());

const at = (name: string): string => ids[name] ?? '';

const enter = (code: string, level: number, process: string, parent?: string): string =>
    org.create(OBJECT, {
        Name: 'Another',
        Code__c: code,
        Level__c: level,
        Process__c: process === '' ? null : at(process),
        Parent__c: parent === undefined ? null : at(parent)
    });

test.each([
    ['SOLD', 1, 'sales', undefined, /Sold has this code already/],
    ['sold', 1, 'sales', undefined, /Sold has this code already/],
    ['PRICE', 2, 'sales', 'lost', /Price has this code already/]
])('%s of level %i of %s below %s is refused, naming the one that is there', (code, level, process, parent, words) => {
    expect(() => enter(code, level, process, parent)).toThrow(words);
});

test.each([
    ['SOLD', 1, 'support', undefined],
    ['SOLD', 1, '', undefined],
    ['PRICE', 1, 'sales', undefined],
    ['PRICE', 2, 'sales', 'sold'],
    ['SOLD', 2, 'sales', 'lost']
])('%s of level %i of %s below %s is another one', (code, level, process, parent) => {
    expect(enter(code, level, process, parent)).not.toBe('');
});

test('one that is switched off is there, too', () => {
    org.update(OBJECT, at('sold'), { Is_Active__c: false });
    expect(() => enter('SOLD', 1, 'sales')).toThrow(/switch it on/);
});

test('one that is changed into another is refused, and may be changed otherwise', () => {
    expect(() => org.update(OBJECT, at('lost'), { Code__c: 'sold' })).toThrow(/Sold has this code already/);
    org.update(OBJECT, at('lost'), { Code__c: 'GONE', Sort_Order__c: 3 });
    expect(enter('LOST', 1, 'sales')).not.toBe('');
});

test('of two in one batch one is kept', () => {
    const row: FieldValues = { Name: 'Twin', Code__c: 'TWIN', Process__c: at('sales'), Level__c: 1 };
    const results = org.store.create(OBJECT, [row, { ...row, Code__c: 'twin' }], org.admin);
    expect(results.map(({ success }) => success)).toEqual([true, false]);
});

test('rows that were double before the key stay, can be changed, and can be told apart', () => {
    const other = enter('SOLD', 1, 'support');
    // Without their processes, whose going starts no flow, the two are one.
    org.store.delete('ConVox_Process__c', [at('sales'), at('support')], org.admin);
    for (const id of [at('sold'), other]) {
        org.update(OBJECT, id, { Key__c: null });
        org.update(OBJECT, id, { Name: 'Won', Sort_Order__c: 2, Is_Active__c: false });
    }
    expect(() => enter('SOLD', 1, '')).toThrow(/Won has this code already/);
    org.update(OBJECT, other, { Code__c: 'WON' });
    expect(org.read(OBJECT, other)['Key__c']).toBe(':1::WON');
});
