import { createRecord } from 'lightning/uiRecordApi';
import { saveRow } from '../saveRow.ts';

jest.mock('lightning/uiRecordApi', () => ({ createRecord: jest.fn(), updateRecord: jest.fn() }), { virtual: true });
jest.mock('c/convoxText', () => ({ fillIn: (label: string, ...values: unknown[]) => [label, ...values].join(' ') }));

const refusal = (errorCode: string, message: string) => ({
    status: 400,
    body: { output: { errors: [{ errorCode, message }] } }
});

const SALES = { record: { apiName: 'ConVox_Process__c', fields: { Name: 'Sales desk', Process_Code__c: 'SALES' } } };

it.each([
    [
        'of a code that is there in our words',
        'DUPLICATE_VALUE',
        'duplicates value on record with id: a01',
        /Exists SALES$/
    ],
    ['of anything else what the org says', 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'No blanks', /^No blanks$/]
])('says %s', async (_what, code, message, words) => {
    jest.mocked(createRecord).mockRejectedValue(refusal(code, message));

    await expect(saveRow(SALES)).resolves.toMatch(words);
});

it('says nothing against a row that is saved', async () => {
    jest.mocked(createRecord).mockReset();

    await expect(saveRow(SALES)).resolves.toBe('');
});
