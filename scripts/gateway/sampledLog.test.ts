import type { LogEntry } from './log.ts';
import { sampledLog } from './sampledLog.ts';

const refused: LogEntry = { level: 'warn', event: 'request refused', reason: 'not authenticated' };

test('of a thousand refusals a few are logged one by one, and the others as a number', () => {
    jest.useFakeTimers();
    const logged: LogEntry[] = [];
    const log = sampledLog((entry) => logged.push(entry));
    Array.from({ length: 1000 }).forEach((_, index) => log({ ...refused, source: `192.0.2.${index % 256}` }));
    log({ ...refused, reason: 'too many requests' });
    log({ level: 'info', event: 'pop redirected' });
    expect(logged).toHaveLength(7);
    jest.advanceTimersByTime(10_000);
    expect(logged.at(-1)).toEqual({ ...refused, heldBack: 995 });
    expect(logged).toHaveLength(8);
    log(refused);
    expect(logged.at(-1)).toEqual(refused);
    jest.advanceTimersByTime(10_000);
    expect(logged).toHaveLength(9);
    jest.useRealTimers();
});
