import { parametersOf } from './parameters.ts';
import { readPushes } from './pushText.ts';

test.each<[sent: string, text: string | false]>([
    ['1573204600.1000', '1573204600.1000'],
    ['1573204600.10000', '1573204600.10000'],
    ['20261120090512345', '20261120090512345'],
    ['1234567890123456789', '1234567890123456789'],
    ['1e10', '1e10'],
    ['9.87654321E9', '9.87654321E9'],
    ['-0', '-0'],
    ['0', '0'],
    ['"007"', '007'],
    ['"10:05"', '10:05'],
    ['true', 'true'],
    ['false', false],
    ['null', ''],
    ['["09876543201"]', '09876543201'],
    ['[1573204600.1000]', '1573204600.1000'],
    ['[null]', ''],
    ['[]', ''],
    ['{"a":[1573204600.1000,{"b":-0}]}', '{"a":[1573204600.1000,{"b":-0}]}'],
    [
        '{"date":"2026-11-28 15:29:00.000000","timezone_type":3,"timezone":"Asia/Kolkata"}',
        '2026-11-28 15:29:00.000000 Asia/Kolkata'
    ]
])('%s in JSON says %s, alone and in a list', (sent, text) => {
    for (const body of [`{"x": ${sent}}`, `[{"x": ${sent}}]`]) {
        const read = readPushes(body, 'application/json');
        const pushes = read.ok ? read.pushes : [];
        expect(pushes.map((push) => [...parametersOf(push.shape, push.body)])).toEqual([[['x', text]]]);
    }
});

test('of several values in a list the first one counts, and all are kept', () => {
    expect([...parametersOf('json', '{"QUEUE_NAME":["A","B"]}')]).toEqual([
        ['QUEUE_NAME', 'A'],
        ['QUEUE_NAME', '["A","B"]']
    ]);
});

test.each(['MOBILE_NO=9876543201;USER_ID=AG_ASHA', 'CALL_REFERENCE_ID=R1; MOBILE_NO=9876543201;'])(
    '%s is refused for its separators',
    (body) => {
        expect(readPushes(body, '')).toEqual({ ok: false, reason: 'Separate the parameters by &, not by ;' });
    }
);

test.each(['CALL_REFERENCE_ID=R1;2', 'remarks=a;b=c&CALL_REFERENCE_ID=R1'])('%s is taken as it is', (body) => {
    expect(readPushes(body, '').ok).toBe(true);
});
