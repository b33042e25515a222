import { nextRun } from './scheduleTimes.ts';

const ZONE = 'Asia/Kolkata';

test.each([
    ['before the first day', 'Daily', '2026-01-01T00:00:00Z', '2026-03-01T20:30:00.000Z'],
    ['the same night', 'Daily', '2026-03-10T20:00:00Z', '2026-03-10T20:30:00.000Z'],
    ['exactly then', 'Daily', '2026-03-10T20:30:00Z', '2026-03-11T20:30:00.000Z'],
    ['after it', 'Daily', '2026-03-10T21:00:00Z', '2026-03-11T20:30:00.000Z'],
    ['in the middle of a week', 'Weekly', '2026-03-04T00:00:00Z', '2026-03-08T20:30:00.000Z'],
    ['on the day of the week, before', 'Weekly', '2026-03-08T20:00:00Z', '2026-03-08T20:30:00.000Z'],
    ['before the only time', 'Once', '2026-01-01T00:00:00Z', '2026-03-01T20:30:00.000Z'],
    ['after the only time', 'Once', '2026-03-01T20:30:00Z', undefined]
] as const)('%s, a flow that runs %s at two in the morning is due', (_, frequency, after, due) => {
    const schedule = { frequency, startDate: '2026-03-02', startTime: '02:00:00', records: undefined };
    expect(nextRun(schedule, new Date(after), ZONE)?.toISOString()).toBe(due);
});

test('the hour stays the same when clocks change', () => {
    const schedule = {
        frequency: 'Daily',
        startDate: '2026-03-01',
        startTime: '02:30:00',
        records: undefined
    } as const;
    const runs = ['2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z'].map((after) =>
        nextRun(schedule, new Date(after), 'Europe/Berlin')?.toISOString()
    );
    expect(runs).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z']);
});
