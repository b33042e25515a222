import type { Pool } from 'pg';
import { z } from 'zod';
import { withoutWaiting } from './postgresSchema.ts';

/**
 * Bytes that a row and its index entries cost besides the push's text: 384 while it waits, up to 1,060 once it is settled and
 * until the database has cleaned up.
 */
export const BYTES_BESIDES = 600;

/** Bytes that a push takes, in SQL. */
export const ROW_BYTES = `octet_length(body) + ${BYTES_BESIDES}`;

/** What the pushes take. A table keeps its size when rows go, so it is the rows that count, not the table. */
export interface UsedBytes {
    /** Adds up the rows when that was done long ago; in between, what this process adds and removes is counted. */
    bytes(): Promise<number>;
    add(bytes: number): void;
}

/** Other gateways fill the same tables: in this many milliseconds a few hundred megabytes at most. */
const MEASURE_EVERY = 60_000;

const TOTAL = `SELECT coalesce(sum(${ROW_BYTES}), 0) AS bytes FROM pushes`;
const row = z.object({ bytes: z.coerce.number() });

export function createUsedBytes(pool: Pool, now: () => number = Date.now): UsedBytes {
    let known = 0;
    let measuredAt = -Infinity;
    let measuring: Promise<void> | undefined;

    async function measure(): Promise<void> {
        const { rows } = await withoutWaiting(pool, async (client) => {
            // Adding up a large journal takes longer than a push may.
            await client.query('SET LOCAL statement_timeout = 0');
            return client.query(TOTAL);
        });
        known = row.parse(rows[0]).bytes;
        measuredAt = now();
    }

    return {
        async bytes() {
            if (now() - measuredAt > MEASURE_EVERY) {
                measuring ??= measure().finally(() => (measuring = undefined));
                // Only the first caller has to wait: a known size is close enough until the new one is there.
                if (measuredAt === -Infinity) {
                    await measuring;
                } else {
                    measuring.catch(() => undefined);
                }
            }
            return known;
        },
        add(bytes) {
            known += bytes;
        }
    };
}
