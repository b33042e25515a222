import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

const DAY = 24 * 60;
const OBJECTS = ['Contact', 'Lead', 'Account'] as const;
type KeyedObject = (typeof OBJECTS)[number];

let org: PackageOrg;

beforeEach(async () => {
    const rule = {
        name: 'Not_Ravi',
        condition: 'AND(NOT(ISNEW()), LastName = "Ravi")',
        message: 'Nobody changes Ravi',
        field: undefined
    };
    org = await openPackageOrg({ ownRules: { Contact: [rule] } });
});
afterEach(() => org.close());

/** As it was saved before the package came: no flow has looked at it. */
function early(object: KeyedObject, values: FieldValues): string {
    const filler = `ConVox_${object}_Before_Save_Fill_Phone_Keys`;
    org.engine.setActive(filler, false);
    const id = org.create(object, values);
    org.engine.setActive(filler, true);
    return id;
}

function setUp(): void {
    org.pass(1);
    org.create('ConVox_Server__c', { Name: 'Mumbai', Is_Default__c: true });
}

async function night(): Promise<void> {
    org.pass(DAY);
    await org.engine.runDueAsync();
}

const activate = (): void =>
    OBJECTS.forEach((object) => org.engine.setActive(`ConVox_${object}_Nightly_Fill_Keys`, true));
const savedAt = (object: string, id: string): unknown => org.read(object, id)['LastModifiedDate'];

test.each<[KeyedObject, FieldValues, string]>([
    ['Contact', { LastName: 'Rao', Phone: '98765 43210' }, 'ConVox_Phone_Key__c'],
    ['Contact', { LastName: 'Rao', MobilePhone: '98765 43210' }, 'ConVox_Mobile_Key__c'],
    ['Contact', { LastName: 'Rao', HomePhone: '98765 43210' }, 'ConVox_Home_Key__c'],
    ['Contact', { LastName: 'Rao', OtherPhone: '98765 43210' }, 'ConVox_Other_Key__c'],
    ['Contact', { LastName: 'Rao', AssistantPhone: '98765 43210' }, 'ConVox_Assistant_Key__c'],
    ['Lead', { LastName: 'Rao', Company: 'Sunrise', Phone: '98765 43210' }, 'ConVox_Phone_Key__c'],
    ['Lead', { LastName: 'Rao', Company: 'Sunrise', MobilePhone: '98765 43210' }, 'ConVox_Mobile_Key__c'],
    ['Account', { Name: 'Sunrise', Phone: '98765 43210' }, 'ConVox_Phone_Key__c']
])('a %s with %j has no key until the flows are activated, and one the night after', async (object, values, key) => {
    const id = early(object, values);
    setUp();
    await night();
    expect(org.read(object, id)[key]).toBeNull();
    activate();
    await night();
    expect(org.read(object, id)[key]).toBe('9876543210');
});

test('who was saved since, has a key, has no number, or is a converted lead is not saved again', async () => {
    const keyed = early('Contact', { LastName: 'Rao', Phone: '98765 43210', ConVox_Phone_Key__c: '9876543210' });
    const silent = early('Contact', { LastName: 'Rao' });
    setUp();
    const since = org.create('Contact', { LastName: 'Rao', Phone: 'ask at the desk' });
    const before = [keyed, silent, since].map((id) => savedAt('Contact', id));
    activate();
    await night();
    expect([keyed, silent, since].map((id) => savedAt('Contact', id))).toEqual(before);
});

test('a number that cannot be read is saved once, not every night', async () => {
    const id = early('Contact', { LastName: 'Rao', Phone: 'ask at the desk' });
    setUp();
    activate();
    await night();
    const after = savedAt('Contact', id);
    await night();
    expect(savedAt('Contact', id)).toBe(after);
});

test('whom the org does not save keeps nobody else from having a key', async () => {
    const names = ['Rao', 'Ravi', 'Asha'];
    const ids = names.map((LastName) => early('Contact', { LastName, Phone: '98765 43210' }));
    setUp();
    activate();
    await night();
    expect(ids.map((id) => org.read('Contact', id)['ConVox_Phone_Key__c'])).toEqual(['9876543210', null, '9876543210']);
});

test('before anybody has set ConVox up nothing is saved', async () => {
    const id = early('Account', { Name: 'Sunrise', Phone: '98765 43210' });
    activate();
    await night();
    expect(org.read('Account', id)['ConVox_Phone_Key__c']).toBeNull();
});
