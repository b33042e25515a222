import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { newRecordPage } from '../newRecordPage';
import type { NewRecord } from '../newRecordPage';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import { LEELA, lookupOf, MEERA, POLICY, popOf } from '../../convoxCallState/__tests__/sampleLookup';

beforeEach(() => {
    jest.mocked(encodeDefaultFieldValues).mockImplementation((values) => JSON.stringify(values));
});

test.each<[NewRecord, string, typeof MEERA | undefined, object]>([
    ['Contact', '9876543201', undefined, { MobilePhone: '98765 43201' }],
    ['Lead', '9876543201', MEERA, { MobilePhone: '98765 43201' }],
    ['Contact', 'anonymous', undefined, {}],
    ['Case', '9876543201', MEERA, { Origin: 'Phone', ContactId: MEERA.id }],
    ['Case', '9876543201', { ...MEERA, object: 'Account', id: '001A' }, { Origin: 'Phone', AccountId: '001A' }],
    ['Case', '9876543201', LEELA, { Origin: 'Phone' }],
    ['Case', '9876543201', POLICY, { Origin: 'Phone' }],
    ['Case', 'anonymous', undefined, { Origin: 'Phone' }]
])('a new %s for "%s" knows what the call knows', (object, callerNumber, customer, defaults) => {
    const lookup = lookupOf({ customers: customer ? [customer] : [] });
    const call = nextCall(arrivedCall(popOf({ callerNumber }), 0), { type: 'lookedUp', lookup });
    expect(newRecordPage(object, call)).toEqual({
        type: 'standard__objectPage',
        attributes: { objectApiName: object, actionName: 'new' },
        state: { defaultFieldValues: JSON.stringify(defaults) }
    });
});
