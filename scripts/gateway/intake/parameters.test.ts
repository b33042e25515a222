import fc from 'fast-check';
import { parametersOf, parseExactly } from './parameters.ts';
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
    ['{"a":["10:05", 1573204600.1000]}', '{"a":["10:05",1573204600.1000]}'],
    ['"12, MG Road"', '12, MG Road'],
    ['"\\": 1.10, [1.10]"', '": 1.10, [1.10]'],
    ['{ "a" \n:\t1.10 }', '{"a":1.10}'],
    ['{"a":[ "b" ,\r\n1.10 ]}', '{"a":["b",1.10]}'],
    ['{"a":[ [ 1.10\n] ]}', '{"a":[[1.10]]}'],
    ['{"a":[1.10e+5 , "b"]}', '{"a":[1.10e+5,"b"]}'],
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

test('numbers of any JSON stay the characters that were sent, wherever they are', () => {
    const space = fc.constantFrom('', ' ', '\n', '\t ');
    const number = fc.constantFrom('1573204600.1000', '12345678901234567890', '-0', '1.10e+5', '5E-1');
    const text = fc
        .array(fc.constantFrom('"', '\\', ':', ',', '[', ']', '{', ' ', '5', '10:05', 'x'), { maxLength: 6 })
        .map((parts) => JSON.stringify(parts.join('')));
    const { value } = fc.letrec<{ value: string[] }>((tie) => {
        const list = fc.array(fc.tuple(space, tie('value'), space), { maxLength: 3 });
        return {
            // As sent, and without the space between its parts.
            value: fc.oneof(
                { maxDepth: 3 },
                fc.oneof(number, text, fc.constantFrom('true', 'null')).map((plain) => [plain, plain]),
                list.map((entries) => [
                    `[${entries.map(([before, [sent], after]) => before + sent + after).join()}]`,
                    `[${entries.map(([, [, compact]]) => compact).join()}]`
                ]),
                list.map((entries) => [
                    `{${entries.map(([before, [sent], after], at) => `"k${at}"${after}:${before}${sent}${after}`).join()}}`,
                    `{${entries.map(([, [, compact]], at) => `"k${at}":${compact}`).join()}}`
                ])
            )
        };
    });
    fc.assert(
        fc.property(value, ([sent, compact]) => {
            expect(JSON.stringify(parseExactly(`{"x":${sent}}`))).toBe(`{"x":${compact}}`);
        }),
        { numRuns: 2000 }
    );
});

test('of several values in a list the first one counts, and all are kept', () => {
    expect([...parametersOf('json', '{"QUEUE_NAME":["A","B"]}')]).toEqual([
        ['QUEUE_NAME', 'A'],
        ['QUEUE_NAME', '["A","B"]']
    ]);
});

test.each([
    'MOBILE_NO=9876543201;USER_ID=AG_ASHA',
    'CALL_REFERENCE_ID=R1; MOBILE_NO=9876543201;',
    'CALL_REFERENCE_ID=R1&MOBILE_NO=9876543201;USER_ID=AG_ASHA',
    'CALL_REFERENCE_ID=R1;lead id=7&MOBILE_NO=9876543201'
])('%s is refused for its separators', (body) => {
    expect(readPushes(body, '')).toEqual({ ok: false, reason: 'Separate the parameters by &, not by ;' });
});

test.each([
    'CALL_REFERENCE_ID=R1;2',
    'remarks=a;b=c&CALL_REFERENCE_ID=R1',
    'CALL_REFERENCE_ID=R1&amp;USER_ID=AG_ASHA&amp;amp;DID=1',
    'remarks=a%3BDID%3D1&CALL_REFERENCE_ID=R1'
])('%s is taken as it is', (body) => {
    expect(readPushes(body, '').ok).toBe(true);
});
