import fc from 'fast-check';
import {
    decodeCallReference,
    decodeCallStatus,
    decodeCloseCall,
    decodeDial,
    decodeScreenPop,
    dialNumber,
    displayPhone,
    encodeScreenPop,
    phoneKey,
    problemKeys,
    readReply
} from '../convoxContract.ts';
import { callStatusSchema, convoxReplySchema } from './data/schemas.ts';

const names = [
    'AgentID',
    'c__CallerID',
    'CallReferenceID',
    'TypeOfCall',
    'ACTION',
    'agent_id',
    'convoxid',
    'set_followUp',
    'callback_date',
    'MOBILE_NO',
    'CALL_DATE',
    'CALL_HOUR',
    'FOLLOWUP TIME',
    'CALL_DURATION',
    'CALL_REFERENCE_ID',
    'user',
    'phone_number',
    'refno',
    '__proto__',
    'constructor',
    'toString'
];
const values = [
    '2026-11-22',
    '0000-00-00',
    '2026-13-45T99:99',
    '9876543201',
    'CLOSE',
    'CALL',
    'Y',
    '99',
    '-1',
    '\ud800',
    '<script>alert(1)</script>',
    'data:text/html,hello'
];
const parameters = fc.array(
    fc.tuple(
        fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary' })),
        fc.oneof(fc.constantFrom(...values), fc.string({ unit: 'binary', maxLength: 6_000 }), fc.anything())
    ),
    { maxLength: 60 }
);
const zone = fc.oneof(fc.constantFrom('Asia/Kolkata', 'America/New_York', '', '__proto__'), fc.string());

describe('whatever comes from outside', () => {
    test('is decoded or refused by field, and never throws', () => {
        fc.assert(
            fc.property(parameters, zone, (given, timeZone) => {
                const decoded = [
                    decodeScreenPop(given),
                    decodeCallStatus(given, { timeZone, now: new Date('2026-11-22T12:00:00Z') }),
                    decodeCloseCall(given),
                    decodeDial(given),
                    decodeDial(given, { dialPrefix: '011' })
                ];
                const refused = decoded.flatMap((each) => (each.ok ? [] : [each.problems]));
                expect(refused.filter((problems) => problems.length === 0)).toEqual([]);
                expect(problemKeys).toEqual(expect.arrayContaining(refused.flat().map(({ problem }) => problem)));
            }),
            { numRuns: 500 }
        );
    });

    test('is a call status or a reply as its schema says, or none', () => {
        fc.assert(
            fc.property(
                parameters,
                zone,
                fc.string({ unit: 'binary' }),
                fc.integer(),
                (given, timeZone, text, status) => {
                    const decoded = decodeCallStatus(given, { timeZone, now: new Date('2026-11-22T12:00:00Z') });
                    expect(decoded.ok && callStatusSchema.safeParse(decoded.value).error).toBeFalsy();
                    expect(convoxReplySchema.safeParse(readReply(text, status)).error).toBeUndefined();
                }
            ),
            { numRuns: 500 }
        );
    });

    test('names a call alike when only its reference is read', () => {
        fc.assert(
            fc.property(parameters, zone, (given, timeZone) => {
                const moment = { timeZone, now: new Date('2026-11-22T12:00:00Z') };
                const decoded = decodeCallStatus(given, moment);
                expect(decodeCallReference(given, moment)).toEqual(
                    decoded.ok ? { ok: true, value: decoded.value.callReference } : decoded
                );
            }),
            { numRuns: 500 }
        );
    });

    test('is the same screen pop when it is sent on', () => {
        fc.assert(
            fc.property(parameters, (given) => {
                const decoded = decodeScreenPop([['AgentID', 'AG_ASHA'], ['CallReferenceID', 'REF1'], ...given]);
                fc.pre(decoded.ok);
                const again = decodeScreenPop(encodeScreenPop(decoded.value, 'lightning'));
                expect(again).toEqual(decoded);
            })
        );
    });

    test('as a number has a key of seven to eleven digits, one of another country, or none, and dials ten digits or nothing', () => {
        const characters = [...'0123456789 +-()x;,/९٩９'];
        const written = fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.string({ unit: fc.constantFrom(...characters), maxLength: 30 })
        );
        fc.assert(
            fc.property(written, (text) => {
                const key = phoneKey(text);
                expect(key).toMatch(/^([0-9]{7,11}|\+[0-9]{7,15})?$/);
                expect(phoneKey(key)).toBe(key);
                expect(dialNumber(text) ?? '9876543210').toMatch(/^[1-9][0-9]{9}$/);
                expect([key, undefined]).toContain(dialNumber(text));
                expect(displayPhone(text).length).toBeLessThanOrEqual(255);
            }),
            { numRuns: 1_000 }
        );
    });

    test('as a reply never reaches the agent as markup', () => {
        const pieces = [
            '<',
            '>',
            '<script>',
            '</script>',
            '"STATUS":',
            '"EC003"',
            '{',
            '}',
            '"MESSAGE":',
            'text',
            '<b',
            ' '
        ];
        fc.assert(
            fc.property(
                fc.oneof(
                    fc.string({ unit: 'binary' }),
                    fc.array(fc.constantFrom(...pieces)).map((each) => each.join(''))
                ),
                fc.integer({ min: 0, max: 599 }),
                (text, httpStatus) => {
                    const { message, code } = readReply(text, httpStatus);
                    expect(message).not.toMatch(/[<>]/);
                    expect(message.length).toBeLessThanOrEqual(255);
                    expect(code).toMatch(/^(?:(?:CL|EC|GE)0\d\d|SUCCESS)?$/);
                }
            ),
            { numRuns: 1_000 }
        );
    });
});
