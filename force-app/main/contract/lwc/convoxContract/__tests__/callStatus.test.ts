import fc from 'fast-check';
import {
    decodeCallStatus,
    encodeCallStatus,
    instantToServerTime,
    serverTimeToInstant,
    type CallStatus,
    type Decoded
} from '../convoxContract.ts';
import { isPlaceholder } from '../placeholder.ts';
import { isNothing } from '../wireText.ts';
import {
    durationCases,
    followUpCases,
    modeCases,
    sheetPush as sheet,
    startCases,
    statusWordCases
} from './data/callStatusTexts.ts';
import { noDateCases, nothingCases, refusalCases, statusCases, timeCases, valueCases } from './data/wireTexts.ts';

const moment = { timeZone: 'Asia/Kolkata', now: new Date('2026-11-22T12:00:00Z') };
const status: CallStatus = {
    mobileNumber: '9876543201',
    agentCode: 'AG_ASHA',
    callMode: 'inbound',
    direction: 'Inbound',
    convoxStatus: 'Connected',
    connected: true,
    startedAt: '2026-11-22T04:35:00.000Z',
    durationSeconds: 180,
    queueName: 'Support queue',
    queueSeconds: 25,
    ringSeconds: 10,
    completedBy: 'agent',
    followUpAt: '2026-11-23T05:00:00.000Z',
    station: '104',
    listId: '1001',
    did: '02224950000',
    convoxId: '1000001',
    callReference: 'REF1001',
    disposition: 'SALE',
    disposition2: '',
    disposition3: '',
    remarks: '',
    dialerDisposition: 'ANSWERED',
    processName: 'SUPPORT',
    recordingFile: '/var/www/html/calls/2026-11-22/in/REF1001.WAV',
    unknown: {},
    quality: []
};

function valueOf<T>(decoded: Decoded<T>): T {
    if (!decoded.ok) {
        throw new Error(JSON.stringify(decoded.problems));
    }
    return decoded.value;
}
const decodeSheet = (change: Record<string, unknown>): CallStatus =>
    valueOf(decodeCallStatus(Object.entries({ ...sheet, ...change }), moment));
const renamed = (rename: (name: string) => string): [string, string][] =>
    Object.entries(sheet).map(([name, value]) => [rename(name), value]);

describe('a call status', () => {
    test('has the sheet’s 22 parameters in its order', () => {
        expect(encodeCallStatus(status, { timeZone: 'Asia/Kolkata', callDate: 'date' })).toEqual(Object.entries(sheet));
    });

    test('has underscores instead of blanks on demand', () => {
        const names = encodeCallStatus(status, { timeZone: 'UTC', spelling: 'underscore' }).map(([name]) => name);
        expect(names).toEqual(Object.keys(sheet).map((name) => name.replace(' ', '_')));
    });

    const underscored = (name: string): string => name.replace(' ', '_');
    test.each<{ name: string; rename: (name: string) => string }>([
        { name: 'as the sheet writes it', rename: (name) => name },
        { name: 'with underscores', rename: underscored },
        { name: 'in lower case', rename: (name) => name.toLowerCase() },
        { name: 'in lower case with underscores', rename: (name) => underscored(name).toLowerCase() },
        {
            name: 'with the sheet’s note in the name',
            rename: (name) => (name === 'LEAD ID' ? 'LEAD ID (CONVOXID)' : name)
        },
        { name: 'with PHP’s idea of that name', rename: (name) => (name === 'LEAD ID' ? 'LEAD_ID_(CONVOXID)' : name) },
        { name: 'without separators', rename: (name) => name.replaceAll(/[ _]/g, '') },
        { name: 'with hyphens and spaces around', rename: (name) => ` ${name.replaceAll('_', '-')} ` },
        { name: 'with a Lightning prefix', rename: (name) => `c__${underscored(name)}` },
        { name: 'with mobile_number', rename: (name) => (name === 'MOBILE_NO' ? 'mobile_number' : name) },
        { name: 'with agent_id', rename: (name) => (name === 'USER_ID' ? 'agent_id' : name) },
        { name: 'with entry_date', rename: (name) => (name === 'CALL_DATE' ? 'entry_date' : name) },
        { name: 'with call_min', rename: (name) => (name === 'CALL_MINUTE' ? 'call_min' : name) },
        {
            name: 'with a hit reference',
            rename: (name) => (name === 'CALL_REFERENCE_ID' ? 'call_hit_reference_number' : name)
        },
        { name: 'with convoxid', rename: (name) => (name === 'LEAD ID' ? 'convoxid' : name) },
        { name: 'with recording_url', rename: (name) => (name === 'RECORDING_FILE_NAME' ? 'recording_url' : name) },
        { name: 'with file_name', rename: (name) => (name === 'RECORDING_FILE_NAME' ? 'file_name' : name) }
    ])('$name is understood', ({ rename }) => {
        expect(decodeCallStatus(renamed(rename), moment)).toEqual({ ok: true, value: status });
    });

    test('may bring numbers as numbers', () => {
        expect(decodeSheet({ CALL_DURATION: 180, CALL_HOUR: 10, CALL_MINUTE: 5, MOBILE_NO: 9876543201 })).toEqual(
            status
        );
    });

    test('keeps sub-dispositions, remarks with their lines, and what it does not know', () => {
        const decoded = decodeSheet({
            disposition2: 'UPSELL',
            Disposition3: 'GOLD',
            remarks: 'Wants a call\nafter lunch',
            con_call_id: '77'
        });
        expect(decoded).toMatchObject({
            disposition: 'SALE',
            disposition2: 'UPSELL',
            disposition3: 'GOLD',
            remarks: 'Wants a call\nafter lunch',
            unknown: { con_call_id: '77' }
        });
    });

    test.each(modeCases)('of mode %s and type %s goes %s', (mode, type, direction) => {
        expect(decodeSheet({ CALL_MODE: mode, ...(type === undefined ? {} : { CALL_TYPE: type }) }).direction).toBe(
            direction
        );
    });

    test.each(statusWordCases)('that says "%s" means connected: %s', (text, connected) => {
        const decoded = decodeSheet({ CALL_STATUS: text });
        expect(decoded.connected).toBe(connected);
        expect(decoded.quality).toEqual(connected === undefined ? ['statusUnknown'] : []);
    });

    test.each(startCases)(
        'of $date, hour "$hour", minute "$minute" began at $start ($quality)',
        ({ date, hour, minute, start, quality }) => {
            const decoded = decodeSheet({ CALL_DATE: date, CALL_HOUR: hour, CALL_MINUTE: minute });
            expect(decoded.startedAt).toBe(start);
            expect(decoded.quality).toEqual(quality === undefined ? [] : [quality]);
        }
    );

    test.each(followUpCases)('with the follow-up "$text" promises $at ($quality)', ({ text, at, quality }) => {
        const decoded = decodeSheet({ 'FOLLOWUP TIME': text });
        expect(decoded.followUpAt).toBe(at);
        expect(decoded.quality).toEqual(quality === undefined ? [] : [quality]);
    });

    test.each(durationCases)('with the duration "$text" lasted $seconds s ($quality)', ({ text, seconds, quality }) => {
        const decoded = decodeSheet({ CALL_DURATION: text });
        expect(decoded.durationSeconds).toBe(seconds);
        expect(decoded.quality).toEqual(quality === undefined ? [] : [quality]);
    });

    test('needs no more than reference and number', () => {
        const decoded = valueOf(
            decodeCallStatus(
                [
                    ['CALL_REFERENCE_ID', 'REF1'],
                    ['MOBILE_NO', '9876543201']
                ],
                moment
            )
        );
        expect(decoded).toMatchObject({ callReference: 'REF1', mobileNumber: '9876543201', disposition: '' });
        expect(decoded.quality).toEqual(['statusUnknown', 'startMissing']);
    });

    test('of a withheld number is taken by its reference', () => {
        expect(decodeSheet({ MOBILE_NO: '' })).toEqual({ ...status, mobileNumber: '', quality: ['numberWithoutKey'] });
    });

    test.each([...nothingCases, ...timeCases, ...noDateCases, ...statusCases, ...valueCases])(
        'with %j says %j',
        (change, says) => {
            expect(decodeSheet(change)).toMatchObject(says);
        }
    );

    test.each<(typeof refusalCases)[number]>([
        ...refusalCases,
        [{ MOBILE_NO: '9876543201', CALL_REFERENCE_ID: '1'.repeat(65) }, { callReference: 'tooLong' }]
    ])('of %j alone is refused for %j', (fields, refusal) => {
        const decoded = decodeCallStatus(Object.entries(fields), moment);
        const problems = decoded.ok ? [] : decoded.problems;
        expect(Object.fromEntries(problems.map(({ field, problem }) => [field, problem]))).toEqual(refusal);
        expect(decoded.ok).toBe(problems.length === 0);
    });

    test('of a server in an unknown zone is refused', () => {
        expect(decodeCallStatus(Object.entries(sheet), { ...moment, timeZone: 'Asia/Nowhere' })).toEqual({
            ok: false,
            problems: [{ field: 'timeZone', problem: 'timeZoneUnknown' }]
        });
    });

    test('with a value too long for its field is cut and flagged', () => {
        const decoded = decodeSheet({ QUEUE_NAME: 'Q'.repeat(81) });
        expect(decoded).toEqual({ ...status, queueName: 'Q'.repeat(80), quality: ['valueCut'] });
    });

    test('with a field that comes twice keeps the first and flags it', () => {
        const decoded = valueOf(decodeCallStatus([...Object.entries(sheet), ['disposition', 'CB']], moment));
        expect(decoded).toEqual({ ...status, unknown: { disposition__repeated: 'CB' }, quality: ['fieldRepeated'] });
    });
});

describe('a call status without a reference', () => {
    const reference = (change: Record<string, string>): string =>
        decodeSheet({ CALL_REFERENCE_ID: '', ...change }).callReference;

    test('is named by the same hash however the same call is written', () => {
        expect(decodeSheet({ CALL_REFERENCE_ID: '' }).quality).toEqual(['referenceMissing']);
        expect(reference({})).toMatch(/^hash-[0-9a-f]{32}$/);
        expect(reference({})).toBe('hash-4eab663909f2874bbae1631dd7a889a1');
        expect(reference({ MOBILE_NO: '+91 98765 43201', USER_ID: 'ag_asha' })).toBe(reference({}));
        expect(reference({ CALL_DATE: '2026-11-22T10:05:00', CALL_HOUR: '' })).toBe(reference({}));
        expect(reference({ DISPOSITION: '', CALL_DURATION: '200' })).toBe(reference({}));
    });

    test.each<Record<string, string>>([
        { MOBILE_NO: '9876543202' },
        { USER_ID: 'AG_RAVI' },
        { CALL_DATE: '2026-11-21' },
        { CALL_HOUR: '09' },
        { CALL_MINUTE: '06' },
        { CALL_DATE: '2026-11-22T10:05:50' },
        { 'LEAD ID': '1000002' }
    ])('is another call when %j differs', (change) => {
        expect(reference(change)).not.toBe(reference({}));
    });
});

describe('a call status written and read again', () => {
    const text = (limit: number): fc.Arbitrary<string> =>
        fc
            .string({ unit: 'binary', maxLength: Math.floor(limit / 2) })
            .map((value) => value.replace(/\p{Cc}/gu, '').trim())
            .filter((value) => !isNothing(value) && !isPlaceholder(value));
    const id = (limit: number): fc.Arbitrary<string> => text(limit).map((value) => value.replaceAll(' ', ''));
    const seconds = fc.option(fc.integer({ min: 0, max: 999_999_999 }), { nil: undefined });
    const instant = (timeZone: string): fc.Arbitrary<string | undefined> =>
        fc.option(
            fc
                .integer({ min: Date.UTC(1971, 0, 1) / 1000, max: Date.UTC(2099, 11, 31) / 1000 })
                .map((value) => new Date(value * 1000).toISOString())
                .filter((value) => {
                    const wall = instantToServerTime(value, timeZone);
                    return serverTimeToInstant(wall.date, wall.hours, wall.minutes, timeZone, wall.seconds) === value;
                }),
            { nil: undefined }
        );
    const modes = [
        ['inbound', 'Inbound'],
        ['predictive', 'Outbound'],
        ['CALLPATCH', 'Inbound'],
        ['CALLPATCH', undefined],
        ['', 'Outbound']
    ] as const;
    const outcomes = [
        ['Connected', true],
        ['Not connected', false],
        ['CALLPATCH', undefined],
        ['', undefined]
    ] as const;
    const statuses = (timeZone: string): fc.Arbitrary<CallStatus> =>
        fc
            .record({
                mobileNumber: text(40),
                agentCode: text(64),
                startedAt: instant(timeZone),
                durationSeconds: seconds,
                queueName: text(80),
                queueSeconds: seconds,
                ringSeconds: seconds,
                completedBy: text(80),
                followUpAt: instant(timeZone),
                station: text(40),
                listId: text(64),
                did: text(40),
                convoxId: id(64),
                callReference: id(64).filter((value) => value !== ''),
                disposition: text(100),
                disposition2: text(100),
                disposition3: text(100),
                remarks: text(4000),
                dialerDisposition: text(120),
                processName: text(80),
                recordingFile: text(1000),
                mode: fc.constantFrom(...modes),
                outcome: fc.constantFrom(...outcomes)
            })
            .map(({ mode: [callMode, direction], outcome: [convoxStatus, connected], ...rest }) => ({
                ...rest,
                callMode,
                direction,
                convoxStatus,
                connected,
                unknown: {},
                quality: []
            }));

    test.each(['Asia/Kolkata', 'America/New_York', 'UTC'])('in %s is the same', (timeZone) => {
        fc.assert(
            fc.property(
                statuses(timeZone),
                fc.constantFrom('sheet' as const, 'underscore' as const),
                (original, spelling) => {
                    const wire = encodeCallStatus(original, { timeZone, spelling });
                    const decoded = valueOf(decodeCallStatus(wire, { timeZone, now: moment.now }));
                    expect({ ...decoded, quality: [] }).toEqual(original);
                }
            )
        );
    });
});
