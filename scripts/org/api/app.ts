import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { QueryError } from '../store/queryError.ts';
import { ApiError, badRequest, notFound, unsupported } from './apiError.ts';
import { compositeRoutes } from './composite.ts';
import type { ApiContext, ApiVariables } from './context.ts';
import { API_ROOT, API_VERSION } from './context.ts';
import { flowActionRoutes } from './flowActions.ts';
import { graphqlRoutes } from './graphqlRoutes.ts';
import { createApiUsage, limitRoutes } from './limits.ts';
import { oauthRoutes } from './oauth.ts';
import { queryRoutes } from './queryRoutes.ts';
import { sobjectRoutes } from './sobjects.ts';
import { uiObjectInfoRoutes } from './uiObjectInfo.ts';
import { uiRecordRoutes } from './uiRecords.ts';

/** The REST APIs of the org as one app: OAuth, sObjects, composite, query, UI API, GraphQL and flow actions. */
export function createApi(context: ApiContext): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();
    const usage = createApiUsage(context.clock);
    app.route('/', oauthRoutes(context));
    app.get('/services/data', (c) => c.json([{ label: "Spring '26", url: API_ROOT, version: API_VERSION }]));

    app.use('/services/data/*', async (c, next) => {
        const acting = context.sessions.find(bearerOf(c.req.header('authorization')));
        if (!acting) {
            throw new ApiError(401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
        }
        c.set('acting', acting);
        const used = usage.count();
        await next();
        c.res.headers.set('Sforce-Limit-Info', `api-usage=${used}/${usage.limit}`);
    });
    app.get(API_ROOT, (c) => c.json(resources));
    app.get(`${API_ROOT}/`, (c) => c.json(resources));
    app.route(API_ROOT, sobjectRoutes(context));
    app.route(API_ROOT, compositeRoutes(context));
    app.route(API_ROOT, queryRoutes(context));
    app.route(API_ROOT, uiRecordRoutes(context));
    app.route(API_ROOT, uiObjectInfoRoutes(context));
    app.route(API_ROOT, graphqlRoutes(context));
    app.route(API_ROOT, flowActionRoutes(context));
    app.route(API_ROOT, limitRoutes(usage));

    app.notFound((c) => {
        const { pathname } = new URL(c.req.url);
        const version = /^\/services\/data\/v([\d.]+)/.exec(pathname)?.[1];
        if (version !== undefined && version !== API_VERSION) {
            return errorResponse(notFound(`The local org speaks API version ${API_VERSION} only, not ${version}`));
        }
        return errorResponse(pathname.startsWith(API_ROOT) ? unsupported(`${c.req.method} ${pathname}`) : notFound());
    });
    app.onError((error, c) => errorResponse(toApiError(error, `${c.req.method} ${c.req.path}`, context)));
    return app;
}

const resources = Object.fromEntries(
    ['sobjects', 'query', 'queryAll', 'composite', 'limits', 'ui-api', 'graphql', 'actions'].map((name) => [
        name,
        `${API_ROOT}/${name}`
    ])
);

function bearerOf(header: string | undefined): string {
    return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(header ?? '')?.[1] ?? '';
}

function toApiError(error: unknown, request: string, context: ApiContext): ApiError {
    if (error instanceof ApiError) {
        return error;
    }
    if (error instanceof QueryError) {
        return badRequest(error.errorCode, error.message);
    }
    if (error instanceof HTTPException) {
        return new ApiError(error.status, [{ errorCode: 'INVALID_REQUEST', message: error.message }]);
    }
    context.onDefect(error, request);
    const message = error instanceof Error ? error.message : String(error);
    return new ApiError(500, [{ errorCode: 'UNKNOWN_EXCEPTION', message: `An unexpected error occurred: ${message}` }]);
}

function errorResponse(error: ApiError): Response {
    return Response.json(error.entries, { status: error.status });
}
