import { Hono } from 'hono';
import type { ApiVariables } from './context.ts';

/** Calls of the last 24 hours against the allowance of a Developer Edition org. */
export interface ApiUsage {
    /** Counts one call and returns the calls of the last 24 hours. */
    count(): number;
    used(): number;
    readonly limit: number;
}

const LIMIT = 15_000;
const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

export function createApiUsage(clock: () => Date): ApiUsage {
    // Hourly buckets: exact enough for an allowance, and a fixed amount of memory.
    const hours = new Map<number, number>();
    const used = (): number => {
        const oldest = (clock().getTime() - DAY) / HOUR;
        for (const hour of hours.keys()) {
            if (hour < oldest) {
                hours.delete(hour);
            }
        }
        return [...hours.values()].reduce((sum, calls) => sum + calls, 0);
    };
    return {
        limit: LIMIT,
        used,
        count: () => {
            const hour = Math.floor(clock().getTime() / HOUR);
            hours.set(hour, (hours.get(hour) ?? 0) + 1);
            return used();
        }
    };
}

/** `limits`: only what the local org really counts. */
export function limitRoutes(usage: ApiUsage): Hono<ApiVariables> {
    return new Hono<ApiVariables>().get('/limits', (c) =>
        c.json({ DailyApiRequests: { Max: usage.limit, Remaining: Math.max(0, usage.limit - usage.used()) } })
    );
}
