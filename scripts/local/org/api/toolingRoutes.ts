import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { describeQuery } from '../query/columnMetadata.ts';
import { runSoql } from '../query/runSoql.ts';
import type { ToolingStore } from '../tooling/toolingStore.ts';
import { ApiError, badRequest } from './apiError.ts';
import type { ApiVariables, DataContext } from './context.ts';
import { parseBody, readJson } from './requestBody.ts';

const activation = z.object({ Metadata: z.object({ activeVersionNumber: z.number().int().min(0) }) });

/** Which flows and components are deployed, answered in one page, and which version of a flow is active. */
export function toolingRoutes({ users, clock }: DataContext, tooling: ToolingStore): Hono<ApiVariables> {
    const { schema, store } = tooling;
    const refuseOthers = (c: Context<ApiVariables>): void => {
        if (c.get('acting').id !== users.admin.id) {
            throw new ApiError(403, [{ errorCode: 'API_DISABLED_FOR_USER', message: 'The user may not view setup' }]);
        }
    };
    return new Hono<ApiVariables>()
        .get('/tooling/query', (c) => {
            refuseOthers(c);
            const soql = c.req.query('q');
            if (soql === undefined) {
                throw badRequest('MALFORMED_QUERY', 'The parameter q is missing');
            }
            if (c.req.query('columns') === 'true') {
                return c.json(describeQuery(schema, soql));
            }
            const { records, totalSize } = runSoql({ schema, store, today: { now: clock(), timeZone: 'UTC' } }, soql);
            return c.json({
                size: totalSize,
                totalSize,
                done: true,
                queryLocator: null,
                entityTypeName: null,
                records
            });
        })
        .patch('/tooling/sobjects/FlowDefinition/:id', async (c) => {
            refuseOthers(c);
            const { Metadata: metadata } = parseBody(activation, await readJson(c.req.raw));
            if (!tooling.setActiveVersion(c.req.param('id'), metadata.activeVersionNumber)) {
                throw badRequest('INVALID_INPUT', 'There is no such flow or no such version of it');
            }
            return c.body(null, 204);
        });
}
