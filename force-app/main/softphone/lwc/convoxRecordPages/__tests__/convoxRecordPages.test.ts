import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { newRecordPage, recordPage } from 'c/convoxRecordPages';
import type { NewRecord } from 'c/convoxRecordPages';
import { LEELA, MEERA } from '../../convoxCallState/__tests__/sampleLookup';

beforeEach(() => {
    jest.mocked(encodeDefaultFieldValues).mockImplementation((values) => JSON.stringify(values));
});

test('a record is shown on its own page', () => {
    expect(recordPage(MEERA)).toEqual({
        type: 'standard__recordPage',
        attributes: { recordId: MEERA.id, objectApiName: 'Contact', actionName: 'view' }
    });
});

test.each<[NewRecord, string, typeof MEERA | undefined, object]>([
    ['Contact', '98765 43201', undefined, { MobilePhone: '98765 43201' }],
    ['Lead', '98765 43201', MEERA, { MobilePhone: '98765 43201' }],
    ['Contact', '', undefined, {}],
    ['Case', '98765 43201', MEERA, { Origin: 'Phone', ContactId: MEERA.id }],
    ['Case', '98765 43201', { ...MEERA, object: 'Account', id: '001A' }, { Origin: 'Phone', AccountId: '001A' }],
    ['Case', '98765 43201', LEELA, { Origin: 'Phone' }],
    ['Case', '', undefined, { Origin: 'Phone' }]
])('a new %s for "%s" knows what the call knows', (object, number, customer, defaults) => {
    expect(newRecordPage(object, number, customer)).toEqual({
        type: 'standard__objectPage',
        attributes: { objectApiName: object, actionName: 'new' },
        state: { defaultFieldValues: JSON.stringify(defaults) }
    });
});
