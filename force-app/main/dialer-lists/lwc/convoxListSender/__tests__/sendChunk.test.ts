import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { ListMember } from 'c/convoxListMember';
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
const LIST = { process: 'SALES', serverId: 's1', server: 'austin', listId: '1001', campaignId: 'c1' };
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

const outcomes = async (reply: string): Promise<string[]> => {
    const ends = await sendChunk([member('1'), member('2')], LIST, 'B1', () => Promise.resolve({ reply }));
    return ends.map(({ outcome }) => outcome);
};

test('each row is saved before anything is sent, under its server, process, list and number', async () => {
    const run = jest.fn(() => Promise.resolve({ reply: '|e1=ACCEPTED DU000 1 inserted|' }));
    await sendChunk([member('1')], LIST, 'B1', run);
    expect(create).toHaveBeenCalledWith({
        apiName: 'ConVox_List_Entry__c',
        fields: expect.objectContaining({
            Key__c: 'austin:SALES:1001:9100000001',
            Status__c: 'Sending',
            Batch_ID__c: 'B1',
            Columns__c: '|Verma'
        })
    });
    expect(run).toHaveBeenCalledWith({ batchId: 'B1', server: 'austin', process: 'SALES', listId: '1001' });
    expect(create.mock.invocationCallOrder[0]).toBeLessThan(run.mock.invocationCallOrder[0] ?? 0);
});

test.each([
    ['|e1=ACCEPTED DU000 1 inserted|e2=REFUSED CL001 number|', ['accepted', 'refused'], 0],
    ['|e1=ACCEPTED DU000 1 inserted|', ['accepted', 'unknown'], 0],
    ['REFUSED - not sent', ['refused', 'refused'], 0],
    ['<html>', ['unknown', 'unknown'], 0],
    ['', ['unknown', 'unknown'], 2]
])('after the answer "%s" rows are %j', async (reply, expected, givenUp) => {
    expect(await outcomes(reply)).toEqual(expected);
    expect(update).toHaveBeenCalledTimes(givenUp);
});

test('who was handed to the list before is not sent again, and a chunk of such runs nothing', async () => {
    create.mockRejectedValue({
        status: 400,
        body: { output: { errors: [{ errorCode: 'DUPLICATE_VALUE', message: 'x' }] } }
    });
    const run = jest.fn(() => Promise.resolve({}));
    const [end] = await sendChunk([member('1')], LIST, 'B1', run);
    expect(end).toMatchObject({ outcome: 'refused', told: { why: 'c.ConVox_ListSender_Before' } });
    expect(run).not.toHaveBeenCalled();
});
