import { Hono } from 'hono';
import { z } from 'zod';
import { buildGraphqlSchema } from '../graphql/graphqlSchema.ts';
import { createGraphqlRunner } from '../graphql/runGraphql.ts';
import { createRelatedValues } from '../query/relatedValues.ts';
import type { OrgSchema } from '../../metadata/objects/schema.ts';
import type { ApiVariables, DataContext } from './context.ts';
import { parseBody, readJson } from './requestBody.ts';
import { localeOf } from './userLocale.ts';

const requestShape = z.object({
    query: z.string(),
    variables: z.record(z.string(), z.unknown()).nullish(),
    operationName: z.string().nullish()
});

// Building a schema takes a while, and users with the same permission sets share theirs.
const runners = new WeakMap<OrgSchema, ReturnType<typeof createGraphqlRunner>>();

function runnerOf(schema: OrgSchema): ReturnType<typeof createGraphqlRunner> {
    const runner = runners.get(schema) ?? createGraphqlRunner(buildGraphqlSchema(schema));
    runners.set(schema, runner);
    return runner;
}

/** `graphql`: one request may ask for up to ten objects. */
export function graphqlRoutes({ schema, store, users, clock }: DataContext): Hono<ApiVariables> {
    const run = runnerOf(schema);
    return new Hono<ApiVariables>().post('/graphql', async (c) => {
        const request = parseBody(requestShape, await readJson(c.req.raw));
        const answer = run(request, {
            store,
            related: createRelatedValues(schema, store),
            locale: localeOf(users, c.get('acting').id),
            now: clock(),
            queries: 0
        });
        return c.json(answer);
    });
}
