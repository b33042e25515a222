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
const LIST = {
    process: 'austin:SALES',
    name: 'Texas Sales (SALES, austin)',
    ownProcess: 'SALES',
    serverId: 's1',
    server: 'austin',
    listId: '1001',
    campaignId: 'c1',
    isOnceMore: false
};
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

const begun = (...ids: readonly string[]) => ({ begun: 'yes', rows: ids.map((id) => `${id};`).join('') });

/** Begins all rows, and answers what is sent. */
const desk = (answer: string | object, known: KnownRows = new Map()) => ({
    run: jest.fn((flow: string): Promise<Readonly<Record<string, unknown>>> => {
        const sent = typeof answer === 'string' ? { reply: answer } : { ...answer };
        return Promise.resolve(flow === 'ConVox_Begin_List_Rows' ? begun('e1', 'e2', 'e9') : sent);
    }),
    look: jest.fn(() => Promise.resolve(known))
});

const IS_THERE = { status: 400, body: { output: { errors: [{ errorCode: 'DUPLICATE_VALUE', message: 'x' }] } } };
const KEY = 's1:sales:1001:9100000001';

test('each row is saved under its process, list and number, then marked, then sent', async () => {
    const { run, look } = desk('|e1=ACCEPTED DU000 1 inserted|');
    await sendChunk([member('1')], LIST, 'B1', { run, look });
    expect(create).toHaveBeenCalledWith({
        apiName: 'ConVox_List_Entry__c',
        fields: expect.objectContaining({
            Key__c: 's1:SALES:1001:9100000001',
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

test.each<[answer: string | object, outcomes: readonly string[], again: readonly string[], stop: string]>([
    ['|e1=ACCEPTED DU000 1 inserted|e2=REFUSED CL001 number|', ['accepted', 'refused'], [], ''],
    ['|e1=ACCEPTED DU000 1 inserted|', ['accepted', 'unknown'], [], ''],
    ['|e1=ACCEPTED DU000 1 inserted|e2=WAITING - ConVox is slow|', ['accepted'], ['2'], ''],
    ['|e1=UNKNOWN - lost|e2=WAITING - no answer|', ['unknown', 'waiting'], [], 'no answer'],
    ['|e1=WAITING - away|e2=WAITING - away|', ['waiting', 'waiting'], [], 'away'],
    ['<html>', ['unknown', 'unknown'], [], 'c.ConVox_ListSender_No_Answer'],
    ['', ['unknown', 'unknown'], [], 'c.ConVox_ListSender_No_Answer'],
    [{ nothingWent: 'HTTP status 404' }, ['waiting', 'waiting'], [], 'c.ConVox_ListSender_Not_Saved'],
    [{ fault: 'broke' }, ['unknown', 'unknown'], [], 'c.ConVox_ListSender_No_Answer']
])('after the answer %j rows are %j, %j go again, and "%s" stops it', async (answer, outcomes, again, stop) => {
    const sent = await sendChunk([member('1'), member('2')], LIST, 'B1', desk(answer));
    expect(sent.ends.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(sent.again.map(({ id }) => id)).toEqual(again);
    expect(sent.stop).toBe(stop);
});

test.each([
    ['|e1=REFUSED CL001 number|', 'CL001 number'],
    ['|e1=REFUSED - The row was not sent|', 'The row was not sent']
])('of the answer "%s" people read "%s"', async (reply, why) => {
    const { ends } = await sendChunk([member('1')], LIST, 'B1', desk(reply));
    expect(ends).toMatchObject([{ outcome: 'refused', why }]);
});

test('whoever is not to be called by now is not sent, and it is said why', async () => {
    const { run } = desk('|e1=ACCEPTED DU000 1 inserted|');
    run.mockImplementationOnce(() => Promise.resolve(begun('e1', '!e2')));
    const { ends, stop } = await sendChunk([member('1'), member('2')], LIST, 'B1', { ...desk(''), run });
    expect(ends).toMatchObject([
        { member: { id: '2' }, outcome: 'refused', why: 'c.ConVox_ListSender_Do_Not_Call' },
        { member: { id: '1' }, outcome: 'accepted' }
    ]);
    expect(stop).toBe('');
});

test('rows that cannot be marked are not sent, and nothing more is', async () => {
    const run = jest.fn(() => Promise.resolve({ failure: 'no right' }));
    const { ends, stop } = await sendChunk([member('1')], LIST, 'B1', { ...desk(''), run });
    expect(ends).toMatchObject([{ outcome: 'waiting', why: 'c.ConVox_ListSender_Not_Saved' }]);
    expect(stop).toBe('c.ConVox_ListSender_Not_Saved');
    expect(run).toHaveBeenCalledTimes(2);
});

test('a lost answer of what marks rows is asked for once more: nothing was sent', async () => {
    const run = jest
        .fn()
        .mockResolvedValueOnce({ fault: 'broke' })
        .mockResolvedValueOnce(begun('e1'))
        .mockResolvedValueOnce({ reply: '|e1=ACCEPTED DU000 1 inserted|' });
    const { ends } = await sendChunk([member('1')], LIST, 'B1', { ...desk(''), run });
    expect(ends).toMatchObject([{ outcome: 'accepted' }]);
});

test('what this page may have marked and has not sent is let go by it, and goes along the next time', async () => {
    const broken = { ...desk(''), run: jest.fn(() => Promise.resolve({ fault: 'broke' })) };
    await sendChunk([member('1')], LIST, 'LOST', broken);
    create.mockRejectedValue(IS_THERE);
    const row = { id: 'e9', batchId: 'LOST', status: 'Sending', sentAt: new Date().toISOString() };
    const again = desk('|e9=ACCEPTED DU000 1 inserted|', new Map([[KEY, row]]));
    const { ends } = await sendChunk([member('1')], LIST, 'B1', again);
    expect(ends).toMatchObject([{ outcome: 'accepted' }]);
    expect(update.mock.calls[0]).toEqual([
        { fields: { Id: 'e9', Batch_ID__c: null, Reply__c: 'WAITING - LOST', Status__c: 'Waiting' } }
    ]);
});

test('a row that somebody else has marked is not sent', async () => {
    const run = jest
        .fn()
        .mockResolvedValueOnce(begun('e1'))
        .mockResolvedValueOnce({ reply: '|e1=ACCEPTED DU000 1 inserted|' });
    const { ends } = await sendChunk([member('1'), member('2')], LIST, 'B1', { ...desk(''), run });
    expect(ends).toMatchObject([{ outcome: 'before', why: 'c.ConVox_ListSender_Elsewhere' }, { outcome: 'accepted' }]);
});

const MINUTE = 60_000;
const LET_GO = { fields: { Id: 'e9', Batch_ID__c: null, Status__c: 'Waiting' } };
const TAKEN = {
    fields: {
        Id: 'e9',
        Batch_ID__c: 'B1',
        Campaign__c: 'c1',
        Campaign_Member_ID__c: '1',
        Columns__c: '|Verma',
        Contact__c: null,
        Lead__c: 'lead',
        Status__c: 'Waiting'
    }
};

test.each<[status: string, minutes: number, isOnceMore: boolean, outcome: string, updates: readonly object[]]>([
    ['Waiting', 0, false, 'accepted', [TAKEN]],
    ['Refused', 9, false, 'accepted', [TAKEN]],
    ['Accepted', 9, false, 'before', []],
    ['Accepted', 9, true, 'before', []],
    ['Sending', 1, false, 'before', []],
    ['Sending', 1, true, 'before', []],
    ['Sending', 9, false, 'unknown', []],
    ['Sending', 9, true, 'accepted', [LET_GO, TAKEN]],
    ['Unknown', 1, false, 'unknown', []],
    ['Unknown', 1, true, 'accepted', [LET_GO, TAKEN]],
    ['', 0, false, 'before', []]
])(
    'a row that is there, "%s" for %i minutes, and is to go once more (%s) is %s',
    async (status, minutes, isOnceMore, outcome, updates) => {
        create.mockRejectedValue(IS_THERE);
        const sentAt = new Date(Date.now() - minutes * MINUTE).toISOString();
        const known = new Map(status === '' ? [] : [[KEY, { id: 'e9', batchId: 'B0', status, sentAt }]]);
        const { run, look } = desk('|e9=ACCEPTED DU000 1 inserted|', known);
        const { ends } = await sendChunk([member('1')], { ...LIST, isOnceMore }, 'B1', { run, look });
        expect(ends).toMatchObject([{ outcome }]);
        expect(run).toHaveBeenCalledTimes(updates.length > 0 ? 2 : 0);
        expect(update.mock.calls).toEqual(updates.map((one) => [one]));
    }
);

test.each([
    ['Sending', 'before', 'c.ConVox_ListSender_Elsewhere'],
    ['Accepted', 'before', 'c.ConVox_ListSender_Before'],
    ['Waiting', 'refused', 'c.ConVox_ListSender_Not_Saved']
])('a row that cannot be taken any more is told as it is since, %s', async (status, outcome, why) => {
    create.mockRejectedValue(IS_THERE);
    update.mockRejectedValue({ status: 400, body: { message: 'handed over by somebody else' } });
    const sentAt = new Date().toISOString();
    const look = jest
        .fn()
        .mockResolvedValueOnce(new Map([[KEY, { id: 'e9', batchId: 'B0', status: 'Waiting', sentAt: '' }]]))
        .mockResolvedValueOnce(new Map([[KEY, { id: 'e9', batchId: 'B0', status, sentAt }]]));
    const { ends } = await sendChunk([member('1')], LIST, 'B1', { ...desk(''), look });
    expect(ends).toMatchObject([{ outcome, why }]);
});

test.each([
    [{ status: 400, body: { message: 'Enter a name' } }, 'refused', ''],
    [{ status: 503, body: { message: 'Try later' } }, 'waiting', 'c.ConVox_ListSender_Not_Saved']
])('a row that cannot be saved (%j) is %s', async (error, outcome, stop) => {
    create.mockRejectedValue(error);
    const sent = await sendChunk([member('1')], LIST, 'B1', desk(''));
    expect(sent).toMatchObject({ ends: [{ outcome }], stop });
});
