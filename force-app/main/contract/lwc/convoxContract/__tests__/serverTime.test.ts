import fc from 'fast-check';
import { instantToServerTime, isTimeZone, serverTimeToInstant } from '../convoxContract.ts';

describe('a time on the server', () => {
    test.each([
        { zone: 'Asia/Kolkata', local: '2026-11-22 10:00', instant: '2026-11-22T04:30:00.000Z' },
        { zone: 'Asia/Kolkata', local: '2026-01-01 00:00', instant: '2025-12-31T18:30:00.000Z' },
        { zone: 'UTC', local: '2026-02-28 23:59', instant: '2026-02-28T23:59:00.000Z' },
        { zone: 'Asia/Kathmandu', local: '2026-03-01 05:45', instant: '2026-03-01T00:00:00.000Z' },
        { zone: 'America/New_York', local: '2026-01-15 09:00', instant: '2026-01-15T14:00:00.000Z' },
        { zone: 'America/New_York', local: '2026-07-15 09:00', instant: '2026-07-15T13:00:00.000Z' },
        { zone: 'Pacific/Kiritimati', local: '2026-01-01 00:30', instant: '2025-12-31T10:30:00.000Z' },
        { zone: 'America/St_Johns', local: '2026-07-01 12:00', instant: '2026-07-01T14:30:00.000Z' }
    ])('$local in $zone is $instant, and back', ({ zone, local, instant }) => {
        const [date = '', time = ''] = local.split(' ');
        const [hours = '', minutes = ''] = time.split(':');
        expect(serverTimeToInstant(date, hours, minutes, zone)).toBe(instant);
        expect(instantToServerTime(instant, zone)).toEqual({ date, hours, minutes, seconds: '00' });
    });

    test.each([
        { zone: 'America/New_York', date: '2026-03-08', time: '02:30', instant: '2026-03-08T07:30:00.000Z' },
        { zone: 'Europe/London', date: '2026-03-29', time: '01:15', instant: '2026-03-29T01:15:00.000Z' },
        { zone: 'Australia/Lord_Howe', date: '2026-10-04', time: '02:10', instant: '2026-10-03T15:40:00.000Z' }
    ])('$time on $date, which $zone skips, moves forward by the gap', ({ zone, date, time, instant }) => {
        const [hours = '', minutes = ''] = time.split(':');
        expect(serverTimeToInstant(date, hours, minutes, zone)).toBe(instant);
    });

    test.each([
        { zone: 'America/New_York', date: '2026-11-01', time: '01:30', instant: '2026-11-01T05:30:00.000Z' },
        { zone: 'Europe/London', date: '2026-10-25', time: '01:30', instant: '2026-10-25T00:30:00.000Z' }
    ])('$time on $date, which $zone has twice, means the first', ({ zone, date, time, instant }) => {
        const [hours = '', minutes = ''] = time.split(':');
        expect(serverTimeToInstant(date, hours, minutes, zone)).toBe(instant);
    });

    test.each([
        ['2026-02-30', '10', '00', 'UTC'],
        ['2026-1-5', '10', '00', 'UTC'],
        ['2026-01-05', '24', '00', 'UTC'],
        ['2026-01-05', '10', '60', 'UTC'],
        ['2026-01-05', '', '', 'UTC'],
        ['1969-01-05', '10', '00', 'UTC'],
        ['2200-01-05', '10', '00', 'UTC'],
        ['2026-01-05', '10', '00', 'Asia/Nowhere'],
        ['2026-01-05', '10', '00', '']
    ])('"%s %s:%s" in "%s" is refused', (date, hours, minutes, zone) => {
        expect(() => serverTimeToInstant(date, hours, minutes, zone)).toThrow(RangeError);
    });

    test('of an unreadable instant or an unknown zone is refused', () => {
        expect(() => instantToServerTime('soon', 'UTC')).toThrow(RangeError);
        expect(() => instantToServerTime('2026-01-05T00:00:00Z', 'Asia/Nowhere')).toThrow(RangeError);
        expect(isTimeZone('Asia/Nowhere')).toBe(false);
    });

    const zones = [
        'Asia/Kolkata',
        'UTC',
        'America/New_York',
        'Europe/London',
        'Australia/Lord_Howe',
        'Asia/Kathmandu',
        'America/Santiago',
        'Pacific/Apia',
        'Africa/Casablanca'
    ];

    test('comes back as the same wall clock, whatever the instant', () => {
        fc.assert(
            fc.property(
                fc.constantFrom(...zones),
                fc.integer({ min: Date.UTC(1971, 0, 1) / 1000, max: Date.UTC(2099, 11, 31) / 1000 }),
                (zone, seconds) => {
                    const wall = instantToServerTime(new Date(seconds * 1000).toISOString(), zone);
                    const back = serverTimeToInstant(wall.date, wall.hours, wall.minutes, zone, wall.seconds);
                    expect(instantToServerTime(back, zone)).toEqual(wall);
                    expect(Date.parse(back)).toBeLessThanOrEqual(seconds * 1000);
                }
            )
        );
    });
});
