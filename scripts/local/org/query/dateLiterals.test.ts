import { dayIn, rangeOfLiteral, startOfDay } from './dateLiterals.ts';

// 2026-03-04 is a Wednesday.
test.each([
    ['TODAY', '2026-03-04', '2026-03-05'],
    ['YESTERDAY', '2026-03-03', '2026-03-04'],
    ['TOMORROW', '2026-03-05', '2026-03-06'],
    ['THIS_WEEK', '2026-03-01', '2026-03-08'],
    ['LAST_WEEK', '2026-02-22', '2026-03-01'],
    ['NEXT_WEEK', '2026-03-08', '2026-03-15'],
    ['THIS_MONTH', '2026-03-01', '2026-04-01'],
    ['LAST_MONTH', '2026-02-01', '2026-03-01'],
    ['NEXT_MONTH', '2026-04-01', '2026-05-01'],
    ['THIS_YEAR', '2026-01-01', '2027-01-01'],
    ['LAST_YEAR', '2025-01-01', '2026-01-01'],
    ['NEXT_YEAR', '2027-01-01', '2028-01-01'],
    ['LAST_N_DAYS:7', '2026-02-25', '2026-03-05'],
    ['NEXT_N_DAYS:2', '2026-03-05', '2026-03-07'],
    ['N_DAYS_AGO:3', '2026-03-01', '2026-03-02'],
    ['today', '2026-03-04', '2026-03-05']
])('%s is from %s until before %s', (literal, start, end) => {
    expect(rangeOfLiteral(literal, '2026-03-04')).toEqual({ start, end });
});

test('a literal that the local org does not know is refused by name', () => {
    expect(() => rangeOfLiteral('THIS_FISCAL_YEAR', '2026-03-04')).toThrow('THIS_FISCAL_YEAR');
});

test('a day starts at midnight of its zone', () => {
    expect(startOfDay('2026-03-04', 'Asia/Kolkata')).toBe('2026-03-03T18:30:00.000Z');
    expect(startOfDay('2026-03-04', 'UTC')).toBe('2026-03-04T00:00:00.000Z');
    // The clocks of New York go forward on 8 March 2026, at two in the morning.
    expect(startOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-08T05:00:00.000Z');
    expect(startOfDay('2026-03-09', 'America/New_York')).toBe('2026-03-09T04:00:00.000Z');
});

test('today is the day where the user is', () => {
    expect(dayIn('Asia/Kolkata', new Date('2026-03-03T19:00:00Z'))).toBe('2026-03-04');
});
