import { dayIn, startOfDay } from '../query/dateLiterals.ts';
import type { FlowSchedule, TimedPath } from '../../metadata/flows/definition.ts';

const DAY = 24 * 60 * 60_000;

const UNITS: Readonly<Record<TimedPath['offset']['unit'], number>> = {
    Minutes: 60_000,
    Hours: 60 * 60_000,
    Days: DAY
};

const PERIODS: Readonly<Record<FlowSchedule['frequency'], number>> = { Once: Infinity, Daily: 1, Weekly: 7 };

/** Milliseconds that a path is due after the time it counts from. */
export function offsetOf({ offset }: TimedPath): number {
    return offset.count * UNITS[offset.unit];
}

/**
 * When a flow is due next, after an instant; undefined when it is not any more. Dates and times are the org's.
 * @param timeZone IANA name
 */
export function nextRun(schedule: FlowSchedule, after: Date, timeZone: string): Date | undefined {
    const [hours, minutes, seconds] = schedule.startTime.split(':').map(Number);
    const ofDay = ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1000;
    const runOn = (day: string): Date => new Date(Date.parse(startOfDay(day, timeZone)) + ofDay);
    const period = PERIODS[schedule.frequency];
    const first = Date.parse(schedule.startDate);
    const today = Date.parse(dayIn(timeZone, after));
    const periods = Math.max(0, Math.floor((today - first) / DAY / period));
    // The clock of the org may have changed since midnight, so the run may be on either of two days.
    const candidates = period === Infinity ? [0] : [periods, periods + 1, periods + 2];
    return candidates
        .map((count) => runOn(new Date(first + (count === 0 ? 0 : count * period) * DAY).toISOString().slice(0, 10)))
        .find((run) => run.getTime() > after.getTime());
}
