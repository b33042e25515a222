import { nextPick, picksAfter, pickText } from '../followUpPicks.ts';

const KOLKATA = 'Asia/Kolkata';
/** 14:40 in Kolkata. */
const NOW = new Date('2026-11-20T09:10:00Z');
const LATE = new Date('2026-12-31T12:00:00Z');

test.each([
    [
        'in the afternoon',
        NOW,
        KOLKATA,
        ['2026-11-20 15:45', '2026-11-20 18:00', '2026-11-21 10:00', '2026-11-27 10:00']
    ],
    ['when the evening is over', LATE, KOLKATA, ['2026-12-31 18:30', '2027-01-01 10:00', '2027-01-07 10:00']],
    [
        'on the clock of a server elsewhere',
        NOW,
        'America/New_York',
        ['2026-11-20 05:15', '2026-11-20 18:00', '2026-11-21 10:00', '2026-11-27 10:00']
    ],
    ['of a server whose zone nobody knows', NOW, 'Nowhere', []]
])('offers times for a follow-up %s', (_when, now, timeZone, times) => {
    const picks = picksAfter(now, timeZone);
    expect(picks.map(({ date, time }) => `${date} ${time}`)).toEqual(times);
});

test('goes through the times, and from the last one to the first', () => {
    let chosen = { date: '', time: '' };
    const taken = Array.from({ length: 5 }, () => {
        chosen = nextPick(chosen, picksAfter(NOW, KOLKATA)) ?? chosen;
        return chosen.time;
    });
    expect(taken).toEqual(['15:45', '18:00', '10:00', '10:00', '15:45']);
});

test('a pick is read out with its day and time, which its name may not tell', () => {
    const [soon] = picksAfter(NOW, KOLKATA);
    expect(soon && pickText(soon)).toMatch(/^c\.ConVox_DispositionForm_Pick_Hour, November 20, 2026 at 3:45\sPM$/);
});
