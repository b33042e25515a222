import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { choiceFields, saveArrival, updateCall } from 'c/convoxCallSaver';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import type { CallerLookup, ExistingCall } from 'c/convoxCallerQuery';
import { lookupOf, MEERA, POLICY, popOf } from '../../convoxCallState/__tests__/sampleLookup';

const POPPED = Date.UTC(2026, 0, 5, 4, 30);
const NOW = POPPED + 640;
const CALL_ID = 'a01000000000001AAA';
const STAMP = { id: CALL_ID, lastModifiedDate: '2026-01-05T04:30:00.000Z' };
const EXISTING = {
    ...STAMP,
    disposition: '',
    hasStatus: true,
    hasPop: false,
    isKept: false,
    customerId: '',
    draft: undefined
};
const DUPLICATE = {
    status: 400,
    body: { output: { errors: [{ errorCode: 'DUPLICATE_VALUE', message: 'duplicate' }] } }
};

function looked(lookup: Partial<CallerLookup>): CallState {
    return nextCall(arrivedCall(popOf(), POPPED), { type: 'lookedUp', lookup: lookupOf(lookup) });
}

const ROW = {
    ...STAMP,
    apiName: 'ConVox_Call__c',
    fields: {},
    lastModifiedById: null,
    systemModstamp: null,
    recordTypeId: null
};
const nothing = async (): Promise<undefined> => undefined;

function updates(): unknown[] {
    return jest.mocked(updateRecord).mock.calls.map(([input]) => input.fields);
}

beforeEach(() => {
    jest.mocked(createRecord).mockReset();
    jest.mocked(updateRecord).mockReset().mockResolvedValue(ROW);
});

test('a new call becomes a row with its pop, its customer and how long it took', async () => {
    jest.mocked(createRecord).mockResolvedValue(ROW);
    await expect(saveArrival(looked({ customers: [MEERA] }), nothing, NOW)).resolves.toMatchObject(STAMP);
    expect(createRecord).toHaveBeenCalledWith({
        apiName: 'ConVox_Call__c',
        fields: expect.objectContaining({
            Call_Reference__c: 'REF-1',
            Agent_Code__c: 'AG_ASHA',
            Customer_Number__c: '9876543201',
            Status__c: 'In Progress',
            Contact__c: MEERA.id,
            Match_Reason__c: 'c.ConVox_MatchReason_Ignoring',
            Pop_At__c: '2026-01-05T04:30:00.000Z',
            Pop_Latency_Ms__c: 640,
            Pop_Payload__c: expect.stringContaining('"CallReferenceID":"REF-1"')
        })
    });
    expect(updates()).toEqual([]);
});

test('a record of any other object is kept with its name, as no lookup can point to it', () => {
    const { caller } = looked({ customers: [POLICY] });
    expect(caller.kind === 'known' && choiceFields(caller.match)).toMatchObject({
        Caller_Record_Id__c: POLICY.id,
        Caller_Record_Name__c: 'Policy: 4711',
        Contact__c: null
    });
});

test.each([
    ['the last evening of a year in New York', 'America/New_York', '2025-12-31'],
    ['the first morning of the next in India', 'Asia/Kolkata', '2026-01-01']
])('a call at one moment begins on %s, as its server has it', async (_when, timeZone, day) => {
    jest.mocked(createRecord).mockResolvedValue(ROW);
    const agents = lookupOf({}).agents.map((agent) => ({ ...agent, timeZone }));
    const call = nextCall(arrivedCall(popOf(), Date.UTC(2026, 0, 1, 4, 45)), {
        type: 'lookedUp',
        lookup: lookupOf({ agents })
    });
    await saveArrival(call, nothing, NOW);
    expect(createRecord).toHaveBeenCalledWith(
        expect.objectContaining({ fields: expect.objectContaining({ Start_Day__c: day }) })
    );
});

test('a row that the status push made takes the pop with its ranks, which say that the push counts more', async () => {
    await saveArrival(looked({ customers: [MEERA], existingCall: EXISTING }), nothing, NOW);
    expect(createRecord).not.toHaveBeenCalled();
    expect(updates()).toEqual([expect.objectContaining({ Id: CALL_ID, Contact__c: MEERA.id, Pop_Latency_Ms__c: 640 })]);
    expect(updates()[0]).toMatchObject({
        Value_Ranks_1__c: expect.stringMatching(/^\+1/),
        Value_Ranks_2__c: expect.stringMatching(/^\+1/)
    });
});

test('a row that knows its pop and its customer is left alone, so that a reload writes nothing', async () => {
    const existingCall = { ...EXISTING, hasPop: true, customerId: MEERA.id };
    await saveArrival(looked({ customers: [MEERA], existingCall }), nothing, NOW);
    expect(updates()).toEqual([]);
});

test('a customer who was found later is linked to the row', async () => {
    await saveArrival(looked({ customers: [MEERA], existingCall: { ...EXISTING, hasPop: true } }), nothing, NOW);
    expect(updates()).toMatchObject([
        {
            Id: CALL_ID,
            Contact__c: MEERA.id,
            Lead__c: null,
            Account__c: null,
            Match_Reason__c: 'c.ConVox_MatchReason_Ignoring'
        }
    ]);
});

test.each([
    ['came up between looking and saving', DUPLICATE],
    ['was made by the push, while this browser could not make it', { status: 500, body: { message: 'no' } }]
])('a row that %s is found again and filled up', async (_name, error) => {
    jest.mocked(createRecord).mockRejectedValue(error);
    const findAgain = async (): Promise<ExistingCall> => EXISTING;
    await expect(saveArrival(looked({ customers: [MEERA] }), findAgain, NOW)).resolves.toMatchObject(STAMP);
    expect(updates()).toEqual([expect.objectContaining({ Id: CALL_ID, Contact__c: MEERA.id })]);
});

test.each([
    ['another failure', { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }] }],
    ['a row in the way that cannot be seen', DUPLICATE]
])('%s is handed on', async (_name, error) => {
    jest.mocked(createRecord).mockRejectedValue(error);
    await expect(saveArrival(looked({}), nothing, NOW)).rejects.toBe(error);
});

test.each([
    [STAMP.lastModifiedDate, { ifUnmodifiedSince: STAMP.lastModifiedDate }],
    [null, {}],
    [undefined, {}]
])('a change of a row known as of %s', async (since, options) => {
    await updateCall(CALL_ID, { Notes__c: 'x' }, since);
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: CALL_ID, Notes__c: 'x' } }, options);
});

test('choosing a record replaces whatever the row was linked to', () => {
    const match = { customer: MEERA, reason: { kind: 'mobile', ignored: '' }, isLastChoice: false } as const;
    expect(choiceFields(match)).toMatchObject({ Contact__c: MEERA.id, Lead__c: null, Account__c: null });
});
