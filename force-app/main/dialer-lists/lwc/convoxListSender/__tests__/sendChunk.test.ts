import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { ListMember } from 'c/convoxListMember';
import type { KnownRows } from '../knownRows';
import { sendChunk } from '../sendChunk';

const member = (id: string): ListMember => ({
    id,
    contactId: '',
    leadId: 'lead',
    name: id,
    number: `910000000${id}`,
    doNotCall: 'clear',
    columns: ['', 'Verma']
});
const LIST = { process: 'austin:SALES', serverId: 's1', server: 'austin', listId: '1001', campaignId: 'c1' };
const RECORD = {
    id: '',
    apiName: '',
    fields: {},
    lastModifiedById: '',
    lastModifiedDate: '',
    systemModstamp: '',
    recordTypeId: ''
};
const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);

beforeEach(() => {
    create.mockReset();
    update.mockReset();
    let made = 0;
    create.mockImplementation(() => {
        made += 1;
        return Promise.resolve({ ...RECORD, id: `e${made}` });
    });
    update.mockResolvedValue(RECORD);
});

/** Begins whatever it is told to, and answers what is sent. */
const desk = (reply: string, known: KnownRows = new Map()) => ({
    run: jest.fn((flow: string) => Promise.resolve(flow === 'ConVox_Begin_List_Rows' ? { begun: 'yes' } : { reply })),
    look: jest.fn(() => Promise.resolve(known))
});

const outcomes = async (reply: string): Promise<string[]> => {
    const ends = await sendChunk([member('1'), member('2')], LIST, 'B1', desk(reply));
    return ends.map(({ outcome }) => outcome);
};

const IS_THERE = { status: 400, body: { output: { errors: [{ errorCode: 'DUPLICATE_VALUE', message: 'x' }] } } };
const KEY = 'austin:sales:1001:9100000001';

test('each row is saved under its process, list and number, then marked, then sent', async () => {
    const { run, look } = desk('|e1=ACCEPTED DU000 1 inserted|');
    await sendChunk([member('1')], LIST, 'B1', { run, look });
    expect(create).toHaveBeenCalledWith({
        apiName: 'ConVox_List_Entry__c',
        fields: expect.objectContaining({
            Key__c: 'austin:SALES:1001:9100000001',
            Status__c: 'Waiting',
            Batch_ID__c: 'B1',
            Columns__c: '|Verma'
        })
    });
    expect(run.mock.calls).toEqual([
        ['ConVox_Begin_List_Rows', { batchId: 'B1' }],
        ['ConVox_Send_List_Rows', { batchId: 'B1', server: 'austin', process: 'austin:SALES', listId: '1001' }]
    ]);
    expect(look).not.toHaveBeenCalled();
});

test.each([
    ['|e1=ACCEPTED DU000 1 inserted|e2=REFUSED CL001 number|', ['accepted', 'refused']],
    ['|e1=ACCEPTED DU000 1 inserted|', ['accepted', 'unknown']],
    ['REFUSED - not sent', ['refused', 'refused']],
    ['<html>', ['unknown', 'unknown']],
    ['', ['unknown', 'unknown']]
])('after the answer "%s" rows are %j', async (reply, expected) => {
    expect(await outcomes(reply)).toEqual(expected);
});

test.each([
    ['|e1=REFUSED CL001 number|', 'CL001 number'],
    ['|e1=REFUSED - The row was not sent|', 'The row was not sent'],
    [
        'REFUSED - The gateway takes no commands for the server delhi',
        'The gateway takes no commands for the server delhi'
    ]
])('of the answer "%s" people read "%s"', async (reply, why) => {
    const [end] = await sendChunk([member('1')], LIST, 'B1', desk(reply));
    expect(end).toMatchObject({ outcome: 'refused', told: { why } });
});

test('rows that cannot be marked are not sent', async () => {
    const run = jest.fn(() => Promise.resolve({ failure: 'no right' }));
    const [end] = await sendChunk([member('1')], LIST, 'B1', { ...desk(''), run });
    expect(end).toMatchObject({ outcome: 'refused', told: { why: 'c.ConVox_ListSender_Not_Saved' } });
    expect(run).toHaveBeenCalledTimes(1);
});

test.each<[status: string, outcome: string, sent: number]>([
    ['Waiting', 'accepted', 2],
    ['Refused', 'accepted', 2],
    ['Accepted', 'refused', 0],
    ['Sending', 'unknown', 0],
    ['Unknown', 'unknown', 0],
    ['', 'refused', 0]
])('a row that is there and "%s" is %s', async (status, outcome, sent) => {
    create.mockRejectedValue(IS_THERE);
    const known = new Map(status === '' ? [] : [[KEY, { id: 'e9', status }]]);
    const { run, look } = desk('|e9=ACCEPTED DU000 1 inserted|', known);
    const [end] = await sendChunk([member('1')], LIST, 'B1', { run, look });
    expect(end).toMatchObject({ outcome });
    expect(run).toHaveBeenCalledTimes(sent);
    expect(update.mock.calls).toEqual(
        sent === 0 ? [] : [[{ fields: { Id: 'e9', Batch_ID__c: 'B1', Columns__c: '|Verma', Status__c: 'Waiting' } }]]
    );
});
