import { Hono } from 'hono';
import { describeQuery } from '../query/columnMetadata.ts';
import { runSoql } from '../query/runSoql.ts';
import { badRequest } from './apiError.ts';
import type { ApiVariables, DataContext } from './context.ts';
import { API_ROOT } from './context.ts';

/** Rows that wait for the client to fetch the next page. */
interface Cursor {
    readonly records: readonly object[];
    readonly batchSize: number;
}

const LARGEST_BATCH = 2000;
const SMALLEST_BATCH = 200;
/** Cursors an org keeps per user; the oldest is dropped first. */
const OPEN_CURSORS = 10;

/** `query`, `queryAll` and their next pages. */
export function queryRoutes({ schema, store, users, clock }: DataContext): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();
    const cursors = new Map<string, Cursor>();
    let opened = 0;

    function page(locator: string, cursor: Cursor, start: number, path: string): object {
        const end = start + cursor.batchSize;
        const done = end >= cursor.records.length;
        return {
            totalSize: cursor.records.length,
            done,
            ...(done ? {} : { nextRecordsUrl: `${API_ROOT}/${path}/${locator}-${end}` }),
            records: cursor.records.slice(start, end)
        };
    }

    function open(cursor: Cursor): string {
        opened += 1;
        const locator = `01g5g${String(opened).padStart(10, '0')}AAA`;
        if (cursor.records.length > cursor.batchSize) {
            cursors.set(locator, cursor);
            const [oldest] = cursors.keys();
            if (cursors.size > OPEN_CURSORS && oldest !== undefined) {
                cursors.delete(oldest);
            }
        }
        return locator;
    }

    for (const path of ['query', 'queryAll'] as const) {
        app.get(`/${path}`, (c) => {
            const soql = c.req.query('q');
            if (soql === undefined) {
                throw badRequest('MALFORMED_QUERY', 'The parameter q is missing');
            }
            if (c.req.query('columns') === 'true') {
                return c.json(describeQuery(schema, soql));
            }
            const timeZone = users.get(c.get('acting').id)?.timeZone ?? 'UTC';
            const { records, totalSize } = runSoql(
                { schema, store, today: { now: clock(), timeZone }, includeDeleted: path === 'queryAll' },
                soql
            );
            if (records.length === 0) {
                return c.json({ totalSize, done: true, records });
            }
            const cursor = { records, batchSize: batchSizeOf(c.req.header('Sforce-Query-Options')) };
            return c.json(page(open(cursor), cursor, 0, path));
        });
        app.get(`/${path}/:locator`, (c) => {
            const [locator = '', start] = c.req.param('locator').split('-');
            const cursor = cursors.get(locator);
            if (!cursor || !Number.isInteger(Number(start))) {
                throw badRequest('INVALID_QUERY_LOCATOR', 'invalid query locator');
            }
            return c.json(page(locator, cursor, Number(start), path));
        });
    }
    return app;
}

function batchSizeOf(header: string | undefined): number {
    const asked = Number(/batchSize\s*=\s*(\d+)/i.exec(header ?? '')?.[1] ?? LARGEST_BATCH);
    return Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, asked));
}
