import { formValue, saveProblems } from './recordInput.ts';
import { objectWith } from '../../platform/records/testObject.ts';

const { fields } = objectWith({ Text: 'String', Number: 'Double', Flag: 'Boolean', Day: 'Date' });

test.each<[string, unknown, string | number | boolean | null]>([
    ['Text', 'abc', 'abc'],
    ['Text', '', null],
    ['Text', undefined, null],
    ['Number', '12.5', 12.5],
    ['Number', '', null],
    ['Flag', true, true],
    ['Flag', 'true', true],
    ['Flag', undefined, false],
    ['Day', '2026-11-30', '2026-11-30']
])('the input of %s holding %j is saved as %j', (field, entered, saved) => {
    expect(formValue(fields[field], entered)).toBe(saved);
});

test('problems are told at their field, and once', () => {
    const error = {
        status: 400,
        body: {
            message: 'An error occurred while trying to update the record.',
            output: {
                errors: [{ errorCode: 'X', message: 'This call cannot be changed.' }],
                fieldErrors: { Email: [{ errorCode: 'Y', message: 'Email: invalid email address' }] }
            }
        }
    };
    expect(saveProblems(error)).toEqual({
        general: ['This call cannot be changed.'],
        byField: { Email: 'Email: invalid email address' }
    });
});

test.each([
    ['a lost connection', { status: 503, body: { message: 'Disconnected or Canceled' } }, 'Disconnected or Canceled'],
    ['an error of the page', new Error('Not a record'), 'Not a record'],
    ['nothing that can be read', {}, 'The record was not saved.']
])('%s is told in words', (_name, error, message) => {
    expect(saveProblems(error)).toEqual({ general: [message], byField: {} });
});
