import { Hono } from 'hono';
import { describeQuery } from '../query/columnMetadata.ts';
import { runSoql } from '../query/runSoql.ts';
import type { ToolingStore } from '../tooling/toolingStore.ts';
import { ApiError, badRequest } from './apiError.ts';
import type { ApiVariables, DataContext } from './context.ts';

/** `tooling/query`: which flows and components are deployed. The local org answers in one page. */
export function toolingRoutes({ users, clock }: DataContext, { schema, store }: ToolingStore): Hono<ApiVariables> {
    return new Hono<ApiVariables>().get('/tooling/query', (c) => {
        const soql = c.req.query('q');
        if (c.get('acting').id !== users.admin.id) {
            throw new ApiError(403, [{ errorCode: 'API_DISABLED_FOR_USER', message: 'The user may not view setup' }]);
        }
        if (soql === undefined) {
            throw badRequest('MALFORMED_QUERY', 'The parameter q is missing');
        }
        if (c.req.query('columns') === 'true') {
            return c.json(describeQuery(schema, soql));
        }
        const { records, totalSize } = runSoql({ schema, store, today: { now: clock(), timeZone: 'UTC' } }, soql);
        return c.json({ size: totalSize, totalSize, done: true, queryLocator: null, entityTypeName: null, records });
    });
}
