import { createProgress, duration, progressLine } from './progress.ts';

test.each([
    [{ done: 0, total: 1000, before: 0, seconds: 0 }, 'Rows  [........................]  0 %  0 of 1,000'],
    [
        { done: 500, total: 1000, before: 0, seconds: 10 },
        'Rows  [############............]  50 %  500 of 1,000  50/s  10 s left'
    ],
    [
        { done: 500, total: 1000, before: 400, seconds: 10 },
        'Rows  [############............]  50 %  500 of 1,000  10/s  50 s left'
    ],
    [
        { done: 1000, total: 1000, before: 0, seconds: 10 },
        'Rows  [########################]  100 %  1,000 of 1,000  100/s'
    ],
    [{ done: 0, total: 0, before: 0, seconds: 1 }, 'Rows  [########################]  100 %  0 of 0'],
    [{ done: 120, before: 0, seconds: 2 }, 'Rows  120  60/s']
])('%j reads as a line', (state, line) => {
    expect(progressLine('Rows', state)).toBe(line);
});

test.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [200, '3 min 20 s'],
    [7500, '2 h 5 min']
])('%d seconds are %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
});

test.each([
    [true, 200, ['Rows  1', 'Rows  2', 'Rows  3']],
    [true, 100, ['Rows  1', 'Rows  3']],
    [false, 200, []],
    [false, 5000, ['Rows  2', 'Rows  3']]
])('a live stream (%s) that is told every %d ms shows %j', (isLive, pause, expected) => {
    const shown: string[] = [];
    const terminal = {
        isLive,
        print: () => undefined,
        note: () => undefined,
        progress: (line: string) => void shown.push(line.split('  ').slice(0, 2).join('  '))
    };
    let now = 1_000_000;
    const progress = createProgress(terminal, () => new Date(now), 'Rows');
    for (const done of [1, 2, 3]) {
        progress.show(done);
        now += pause;
    }
    expect(shown).toEqual(expected);
});
