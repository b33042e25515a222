import { listKey } from '#list-upload';
import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg, PackageOrgOptions } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let server: string;
async function open(options: PackageOrgOptions = {}): Promise<void> {
    org = await openPackageOrg(options);
    server = org.create('ConVox_Server__c', { Name: 'Pune', Is_Default__c: true });
    org.create('ConVox_Process__c', { Name: 'Sales', Process_Code__c: 'SALES' });
}
beforeEach(() => open());
afterEach(() => org.close());

const NUMBER = '9876543201';

function member(number = NUMBER, campaign = org.create('Campaign', { Name: 'Monsoon' })): string {
    const lead = org.create('Lead', { LastName: number, Company: 'Rain Ltd', MobilePhone: number });
    return org.create('CampaignMember', { CampaignId: campaign, LeadId: lead, LastName: number });
}

/** As a campaign's page hands a member over. */
function handOver(memberId: string | null, list = '1001', number = NUMBER): string {
    return org.create('ConVox_List_Entry__c', {
        Key__c: listKey(server, 'SALES', list, number),
        Campaign_Member_ID__c: memberId,
        Server__c: server,
        Process_Name__c: 'SALES',
        List_ID__c: list,
        Phone_Number__c: number,
        Status__c: 'Accepted'
    });
}

const callOf = (reference: string, minute: number, more: object = {}): FieldValues => ({
    Call_Reference__c: reference,
    Direction__c: 'Outbound',
    Customer_Number__c: NUMBER,
    Process_Name__c: 'SALES',
    List_ID__c: '1001',
    Started_At__c: `2026-03-02T09:${String(minute).padStart(2, '0')}:00Z`,
    Status_Received_At__c: '2026-03-02T09:59:00Z',
    ConVox_Status__c: 'Connected',
    Status__c: 'Ended',
    Disposition__c: `D${minute}`,
    ...more
});

const call = (...values: Parameters<typeof callOf>): string => org.create('ConVox_Call__c', callOf(...values));

/** How often, the minute of the last call, and its disposition. */
function told(id: string): unknown[] {
    const { ConVox_Attempts__c, ConVox_Last_Called_At__c, ConVox_Last_Disposition__c } = org.read('CampaignMember', id);
    return [ConVox_Attempts__c, String(ConVox_Last_Called_At__c).slice(14, 16), ConVox_Last_Disposition__c];
}
const NOTHING = [null, '', null];

test('a member says how often ConVox has called, when last, and what came of it', () => {
    const id = member();
    handOver(id);
    call('R1', 1);
    call('R2', 2);
    expect(told(id)).toEqual([2, '02', 'D2']);
});

test('a member of whom no list was called says nothing', () => {
    const [id, other] = [member(), member('9876543202')];
    handOver(id);
    handOver(other, '1001', '9876543202');
    call('R1', 1);
    expect(told(other)).toEqual(NOTHING);
});

test('the calls of all lists to which the campaign handed a member over count together', () => {
    const id = member();
    handOver(id);
    handOver(id, '1002');
    call('R1', 1);
    call('R2', 2, { List_ID__c: '1002' });
    call('R3', 3);
    expect(told(id)).toEqual([3, '03', 'D3']);
});

test('somebody in two campaigns has the calls of each campaign there', () => {
    const [monsoon, winter] = [member(), member()];
    handOver(monsoon);
    handOver(winter, '1002');
    call('R1', 1);
    call('R2', 2, { List_ID__c: '1002' });
    call('R3', 3, { List_ID__c: '1002' });
    expect(told(monsoon)).toEqual([1, '01', 'D1']);
    expect(told(winter)).toEqual([2, '03', 'D3']);
});

test.each([[[1, 2, 3]], [[3, 2, 1]], [[2, 3, 1]]])(
    'calls of two members and two lists that come in one batch, in the order %j, are right at each',
    (order) => {
        const [first, second] = [member(), member('9876543202')];
        handOver(first);
        handOver(first, '1002');
        handOver(second, '1001', '9876543202');
        const calls = order.flatMap((minute) => [
            callOf(`A${minute}`, minute),
            callOf(`B${minute}`, minute + 10, { List_ID__c: '1002' }),
            callOf(`C${minute}`, minute + 20, { Customer_Number__c: '9876543202' })
        ]);
        org.store.create('ConVox_Call__c', calls, org.admin);
        expect(told(first)).toEqual([6, '13', 'D13']);
        expect(told(second)).toEqual([3, '23', 'D23']);
    }
);

test('the calls of a whole batch are told to their members within the limits of one transaction', () => {
    const campaign = org.create('Campaign', { Name: 'Monsoon' });
    const numbers = Array.from({ length: 200 }, (_, index) => String(9_100_000_000 + index));
    const members = numbers.map((number) => member(number, campaign));
    members.forEach((id, index) => handOver(id, '1001', numbers[index]));
    const calls = numbers.map((number, index) => callOf(`R${index}`, 1, { Customer_Number__c: number }));
    const saved = org.store.create('ConVox_Call__c', calls, org.admin);
    expect(saved.filter(({ success }) => !success)).toEqual([]);
    expect(members.map(told)).toEqual(members.map(() => [1, '01', 'D1']));
    expect(org.log.filter(({ level }) => level === 'error')).toEqual([]);
});

test('an earlier call that is reported late counts, and the last one stays the last', () => {
    const id = member();
    handOver(id);
    call('LAST', 30);
    call('EARLIER', 1);
    expect(told(id)).toEqual([2, '30', 'D30']);
});

test('a disposition that comes after the call is told too', () => {
    const id = member();
    handOver(id);
    const last = call('R1', 1, { Disposition__c: null });
    expect(org.read('CampaignMember', id)['ConVox_Last_Disposition__c']).toBeNull();
    org.update('ConVox_Call__c', last, { Disposition__c: 'D1' });
    expect(told(id)).toEqual([1, '01', 'D1']);
});

test('a member whose row has lost its person, converted or merged, is counted by its own id', () => {
    const id = member();
    const row = handOver(id);
    org.update('ConVox_List_Entry__c', row, { Lead__c: null, Contact__c: null });
    call('R1', 1);
    expect(told(id)).toEqual([1, '01', 'D1']);
});

test('what was counted stays when the calls are deleted', () => {
    const id = member();
    handOver(id);
    const calls = [call('R1', 1), call('R2', 2)];
    org.store.delete('ConVox_Call__c', calls, org.admin);
    expect(told(id)).toEqual([2, '02', 'D2']);
});

test('a member who is gone breaks nothing: the row counts', () => {
    const id = member();
    const row = handOver(id);
    org.store.delete('CampaignMember', [id], org.admin);
    call('R1', 1);
    expect(org.read('ConVox_List_Entry__c', row)['Attempts__c']).toBe(1);
    expect(org.log.filter(({ level }) => level === 'error')).toEqual([]);
});

test('a member whom the org does not save breaks nothing: its row counts, and the other member of the batch is told', async () => {
    org.close();
    const rule = {
        name: 'Own_Rule',
        condition: 'AND(NOT(ISNEW()), LastName = "9876543202")',
        message: 'No.',
        field: undefined
    };
    await open({ ownRules: { CampaignMember: [rule] } });
    const [good, refused] = [member(), member('9876543202')];
    handOver(good);
    const row = handOver(refused, '1001', '9876543202');
    const calls = [callOf('R1', 1, { Customer_Number__c: '9876543202' }), callOf('R2', 2)];
    expect(org.store.create('ConVox_Call__c', calls, org.admin)).toMatchObject([{ success: true }, { success: true }]);
    expect(told(good)).toEqual([1, '02', 'D2']);
    expect(told(refused)).toEqual(NOTHING);
    expect(org.read('ConVox_List_Entry__c', row)['Attempts__c']).toBe(1);
});

test('a row of a list view has no member, and counts', () => {
    const row = handOver(null);
    call('R1', 1);
    expect(org.read('ConVox_List_Entry__c', row)).toMatchObject({ Attempts__c: 1, Last_Disposition__c: 'D1' });
    expect(org.log.filter(({ level }) => level === 'error')).toEqual([]);
});
