import { readError } from 'c/convoxErrors';

const RECORD_ERROR = {
    ok: false,
    status: 400,
    statusText: 'Bad Request',
    body: {
        message: 'An error occurred while trying to update the record. Please try again.',
        statusCode: 400,
        enhancedErrorType: 'RecordError',
        output: {
            errors: [
                {
                    errorCode: 'DUPLICATE_VALUE',
                    field: null,
                    fieldLabel: null,
                    message:
                        'duplicate value found: Call_Reference__c duplicates value on record with id: a01000000000001'
                }
            ],
            fieldErrors: {
                Customer_Number__c: [
                    { errorCode: 'STRING_TOO_LONG', fieldLabel: 'Customer Number', message: 'data value too large' }
                ]
            }
        }
    }
};

test('a failed save is told by its precise sentences, not by the vague one', () => {
    const report = readError(RECORD_ERROR);
    expect(report.kind).toBe('duplicate');
    expect(report.lines).toEqual([
        'duplicate value found: Call_Reference__c duplicates value on record with id: a01000000000001',
        'Customer Number: data value too large'
    ]);
    expect(report.codes).toEqual(['DUPLICATE_VALUE', 'STRING_TOO_LONG']);
});

test.each([
    [
        'a REST error list',
        { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }] },
        'denied',
        ['no']
    ],
    [
        'GraphQL errors',
        [{ message: 'm', extensions: { ErrorType: 'FieldUndefined' } }, { message: 'm' }],
        'denied',
        ['m']
    ],
    ['an expired session', { status: 401, body: { message: 'Session expired' } }, 'signedOut', ['Session expired']],
    ['a deleted record', { status: 404, body: { message: 'gone' } }, 'gone', ['gone']],
    [
        'a locked row',
        { status: 400, body: [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'locked' }] },
        'busy',
        ['locked']
    ],
    ['a server in maintenance', { status: 503, body: undefined }, 'busy', []],
    ['a lost connection', new TypeError('Failed to fetch'), 'offline', []],
    [
        'a lost connection, as Lightning Data Service says it',
        { status: 503, body: { message: 'Disconnected or Canceled' } },
        'offline',
        []
    ],
    ['a bad request', { status: 400, body: { message: 'wrong' } }, 'invalid', ['wrong']],
    ['an ordinary error', new Error('broken'), 'unknown', ['broken']],
    ['plain text', 'broken', 'unknown', ['broken']],
    ['nothing', undefined, 'unknown', []],
    ['a number', 7, 'unknown', []]
])('reads %s', (_name, error, kind, lines) => {
    const report = readError(error);
    expect(report.kind).toBe(kind);
    expect(report.lines).toEqual(lines);
});
