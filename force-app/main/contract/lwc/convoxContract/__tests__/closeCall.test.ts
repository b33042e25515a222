import fc from 'fast-check';
import {
    checkCloseCall,
    decodeCloseCall,
    encodeCloseCall,
    instantToServerTime,
    serverTimeToInstant,
    type CloseCall
} from '../convoxContract.ts';

const close: CloseCall = {
    agentCode: 'AG_ASHA',
    convoxId: '1000001',
    disposition: 'SALE',
    mobileNumber: '9876543201'
};
const followUp = { date: '2026-11-23', hours: '10', minutes: '30' };
const moment = { now: new Date('2026-11-22T05:00:00Z'), timeZone: 'Asia/Kolkata' };

describe('an end-call request', () => {
    test('has the sheet’s nine parameters in its GET spelling', () => {
        expect(encodeCloseCall({ ...close, followUp })).toEqual([
            ['ACTION', 'CLOSE'],
            ['agent_id', 'AG_ASHA'],
            ['convoxid', '1000001'],
            ['disposition', 'SALE'],
            ['mobile_number', '9876543201'],
            ['set_followUp', 'Y'],
            ['callback_date', '2026-11-23'],
            ['callback_hrs', '10'],
            ['callback_mins', '30']
        ]);
    });

    test('has the sheet’s POST spelling on demand, and blanks without a follow-up', () => {
        expect(encodeCloseCall(close, 'post')).toEqual([
            ['ACTION', 'CLOSE'],
            ['agent_id', 'AG_ASHA'],
            ['Convoxid', '1000001'],
            ['Disposition', 'SALE'],
            ['mobile number', '9876543201'],
            ['set_followUp', 'N'],
            ['callback_date', ''],
            ['callback_hrs', ''],
            ['callback_mins', '']
        ]);
    });

    test.each([
        {
            name: 'the sheet’s GET sample',
            text: 'ACTION=CLOSE&agent_id= AG_ASHA&convoxid=1000001&disposition=SALE&mobile_number=9876543201&set_followUp=N'
        },
        {
            name: 'the sheet’s POST sample',
            text: 'ACTION=CLOSE&agent_id=AG_ASHA&Convoxid = 1000001&Disposition = SALE&mobile number = 9876543201&set_followUp = N&callback_date = &callback_hrs = &callback_mins = '
        },
        {
            name: 'a form whose blanks PHP turned into underscores',
            text: 'action=close&AGENT_ID=AG_ASHA&CONVOXID=1000001&DISPOSITION=SALE&mobile_number=9876543201&set_followup=n'
        }
    ])('in $name is understood', ({ text }) => {
        expect(decodeCloseCall(new URLSearchParams(text))).toEqual({ ok: true, value: close });
    });

    test.each([
        {
            name: 'of another action',
            change: { ACTION: 'TRANSFER' },
            field: 'action',
            problem: 'actionUnknown',
            code: 'GE009'
        },
        {
            name: 'without an agent',
            change: { agent_id: '' },
            field: 'agentCode',
            problem: 'agentCodeMissing',
            code: 'EC004'
        },
        {
            name: 'of an odd agent',
            change: { agent_id: 'AG ASHA' },
            field: 'agentCode',
            problem: 'agentCodeInvalid',
            code: 'EC021'
        },
        {
            name: 'without a call',
            change: { convoxid: '' },
            field: 'convoxId',
            problem: 'convoxIdMissing',
            code: 'EC009'
        },
        {
            name: 'without a disposition',
            change: { disposition: '' },
            field: 'disposition',
            problem: 'dispositionMissing',
            code: 'EC001'
        },
        {
            name: 'with a short number',
            change: { mobile_number: '98765' },
            field: 'mobileNumber',
            problem: 'mobileNumberInvalid',
            code: 'EC005'
        },
        {
            name: 'with an odd follow-up',
            change: { set_followUp: 'maybe' },
            field: 'followUpFlag',
            problem: 'followUpFlagInvalid'
        },
        {
            name: 'with an endless disposition',
            change: { disposition: 'S'.repeat(101) },
            field: 'disposition',
            problem: 'tooLong'
        },
        {
            name: 'without a date',
            change: { callback_date: '' },
            field: 'followUp.date',
            problem: 'followUpDateMissing',
            code: 'EC014'
        },
        {
            name: 'without hours',
            change: { callback_hrs: '' },
            field: 'followUp.hours',
            problem: 'followUpHoursMissing',
            code: 'EC015'
        },
        {
            name: 'without minutes',
            change: { callback_mins: '' },
            field: 'followUp.minutes',
            problem: 'followUpMinutesMissing',
            code: 'EC016'
        },
        {
            name: 'with an Indian date',
            change: { callback_date: '23-11-2026' },
            field: 'followUp.date',
            problem: 'followUpDateInvalid',
            code: 'EC017'
        },
        {
            name: 'on 31 June',
            change: { callback_date: '2026-06-31' },
            field: 'followUp.date',
            problem: 'followUpDateInvalid',
            code: 'EC017'
        },
        {
            name: 'at 24 hours',
            change: { callback_hrs: '24' },
            field: 'followUp.hours',
            problem: 'followUpHoursInvalid',
            code: 'EC018'
        },
        {
            name: 'at 60 minutes',
            change: { callback_mins: '60' },
            field: 'followUp.minutes',
            problem: 'followUpMinutesInvalid',
            code: 'EC019'
        }
    ])('$name is refused by field, with ConVox’s code', ({ change, ...problem }) => {
        const parameters = { ...Object.fromEntries(encodeCloseCall({ ...close, followUp })), ...change };
        const decoded = decodeCloseCall(Object.entries(parameters));
        expect(decoded).toEqual({
            ok: false,
            problems: expect.arrayContaining([
                {
                    field: problem.field,
                    problem: problem.problem,
                    ...(problem.code === undefined ? {} : { code: problem.code })
                }
            ])
        });
        expect(decoded.ok ? [] : decoded.problems).toHaveLength(1);
    });

    test('with several faults names each of them', () => {
        const problems = checkCloseCall(
            { ...close, disposition: '', followUp: { date: '', hours: '7', minutes: '' } },
            moment
        );
        expect(problems.map(({ field, code }) => [field, code])).toEqual([
            ['disposition', 'EC001'],
            ['followUp.date', 'EC014'],
            ['followUp.hours', 'EC018'],
            ['followUp.minutes', 'EC016']
        ]);
    });

    test('written and read again is the same, in both spellings', () => {
        const word = fc.stringMatching(/^[A-Za-z0-9_]{1,64}$/);
        const two = (most: number): fc.Arbitrary<string> =>
            fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
        const day = fc
            .date({ min: new Date('2000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
            .map((date) => date.toISOString().slice(0, 10));
        const texts = fc.record({
            agentCode: word,
            convoxId: fc.stringMatching(/^[0-9]{1,20}$/),
            disposition: fc
                .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
                .map((text) => `D${text}D`.slice(0, 40)),
            mobileNumber: fc.stringMatching(/^([6-9][0-9]{9})?$/)
        });
        const closes: fc.Arbitrary<CloseCall> = fc.oneof(
            texts,
            fc
                .tuple(texts, fc.record({ date: day, hours: two(23), minutes: two(59) }))
                .map(([call, promised]) => ({ ...call, followUp: promised }))
        );
        fc.assert(
            fc.property(closes, fc.constantFrom('get' as const, 'post' as const), (original, spelling) => {
                expect(decodeCloseCall(encodeCloseCall(original, spelling))).toEqual({ ok: true, value: original });
            })
        );
    });
});

describe('a follow-up', () => {
    test.each([
        { name: 'a minute from now', zone: 'Asia/Kolkata', hours: '10', minutes: '31', problems: [] },
        { name: 'this very minute', zone: 'Asia/Kolkata', hours: '10', minutes: '30', problems: ['EC020'] },
        { name: 'a minute ago', zone: 'Asia/Kolkata', hours: '10', minutes: '29', problems: ['EC020'] },
        {
            name: 'past in the agent’s zone, to come on the server',
            zone: 'America/New_York',
            hours: '00',
            minutes: '05',
            problems: []
        },
        {
            name: 'to come in the agent’s zone, past on the server',
            zone: 'Asia/Tokyo',
            hours: '13',
            minutes: '59',
            problems: ['EC020']
        }
    ])('$name in $zone has the problems $problems', ({ zone, hours, minutes, problems }) => {
        const call = { ...close, followUp: { date: '2026-11-22', hours, minutes } };
        const found = checkCloseCall(call, { ...moment, timeZone: zone });
        expect(found.map(({ code }) => code)).toEqual(problems);
    });

    test('on a server of an unknown zone is refused as such', () => {
        expect(checkCloseCall({ ...close, followUp }, { ...moment, timeZone: 'Asia/Nowhere' })).toEqual([
            { field: 'timeZone', problem: 'timeZoneUnknown' }
        ]);
    });

    test('is not needed', () => {
        expect(checkCloseCall(close, moment)).toEqual([]);
    });

    test('passes exactly when its instant lies in the future', () => {
        const minute = 60_000;
        fc.assert(
            fc.property(
                fc.constantFrom('Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe'),
                fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }),
                fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
                (timeZone, minutes, now) => {
                    const wanted = new Date(now.getTime() + minutes * minute).toISOString();
                    const time = instantToServerTime(wanted, timeZone);
                    const instant = serverTimeToInstant(time.date, time.hours, time.minutes, timeZone);
                    const problems = checkCloseCall({ ...close, followUp: time }, { now, timeZone });
                    expect(problems).toHaveLength(Date.parse(instant) > now.getTime() ? 0 : 1);
                }
            )
        );
    });
});
