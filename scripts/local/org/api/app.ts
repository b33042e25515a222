import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { QueryError } from '../store/queryError.ts';
import { ApiError, badRequest, notFound, unsupported } from './apiError.ts';
import { analyticsRoutes } from './analytics/analyticsRoutes.ts';
import type { BulkJobs } from './bulk/bulkRoutes.ts';
import { bulkRoutes } from './bulk/bulkRoutes.ts';
import { compositeRoutes } from './composite.ts';
import type { ActingUser } from '../records.ts';
import type { UserAccess } from '../permissions/access.ts';
import type { ApiContext, ApiVariables, DataContext } from './context.ts';
import { API_ROOT, API_VERSION } from './context.ts';
import { externalServiceActionRoutes } from './externalServiceActions.ts';
import { flowActionRoutes } from './flowActions.ts';
import type { Deployments } from '../deployment/deployments.ts';
import { graphqlRoutes } from './graphqlRoutes.ts';
import type { ApiUsage } from './limits.ts';
import { createApiUsage, limitRoutes } from './limits.ts';
import { metadataSoapRoutes } from './metadataSoap.ts';
import { namedCredentialRoutes } from './namedCredentialRoutes.ts';
import { oauthRoutes } from './oauth.ts';
import { queryRoutes } from './queryRoutes.ts';
import { sobjectRoutes } from './sobjects.ts';
import { toolingRoutes } from './toolingRoutes.ts';
import type { ToolingStore } from '../tooling/toolingStore.ts';
import { uiObjectInfoRoutes } from './uiObjectInfo.ts';
import { localeOf } from './userLocale.ts';
import { createReportDesk } from '../reports/reportDesk.ts';
import { uiRecordRoutes } from './uiRecords.ts';
import type { Store } from '../store/store.ts';

/** Each user has an app of its own, built at the first request: it knows the fields and the rows that the user may see. */
interface DataEnvironment {
    readonly Bindings: { acting: ActingUser };
    readonly Variables: { acting: ActingUser };
}

/** What is not reached through the store of records. */
export interface ApiResources {
    readonly bulkJobs: BulkJobs;
    readonly tooling: ToolingStore;
    readonly deployments: Deployments;
}

/** The REST APIs of the org as one app: OAuth, sObjects, composite, query, Bulk API 2.0, UI API, GraphQL, flow actions. */
export function createApi(context: ApiContext, resources: ApiResources): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();
    const usage = createApiUsage(context.clock);
    const reportSources = {
        analytics: context.analytics,
        accessOf: context.accessOf,
        store: context.store,
        localeOf: (userId: string) => localeOf(context.users, userId),
        now: context.clock,
        isAdmin: (userId: string) => userId === context.users.admin.id
    };
    const dataApis = new Map<UserAccess, Map<string, ReturnType<typeof createDataApi>>>();
    const dataApiOf = (access: UserAccess, acting: ActingUser): ReturnType<typeof createDataApi> => {
        const apis = dataApis.get(access) ?? new Map<string, ReturnType<typeof createDataApi>>();
        const known = apis.get(acting.id);
        if (known) {
            return known;
        }
        const { schema, mayRunFlow } = access;
        const dataContext = {
            ...context,
            store: storeOf(context.store, acting),
            schema,
            mayRunFlow,
            reports: createReportDesk(reportSources, acting)
        };
        const made = createDataApi(dataContext, usage, resources);
        apis.set(acting.id, made);
        dataApis.set(access, apis);
        return made;
    };
    app.route('/', oauthRoutes(context));
    app.route('/', metadataSoapRoutes(context, resources.deployments));
    app.get('/services/data', (c) => c.json([{ label: "Spring '26", url: API_ROOT, version: API_VERSION }]));
    app.all('/services/data/*', async (c) => {
        const acting = context.sessions.find(bearerOf(c.req.header('authorization')));
        if (!acting) {
            throw new ApiError(401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
        }
        const used = usage.count();
        const response = await dataApiOf(context.accessOf(acting), acting).fetch(c.req.raw, { acting });
        response.headers.set('Sforce-Limit-Info', `api-usage=${used}/${usage.limit}`);
        return response;
    });
    app.notFound((c) =>
        errorResponse(
            /^\/(services|cometd)\//.test(c.req.path) ? unsupported(`${c.req.method} ${c.req.path}`) : notFound()
        )
    );
    app.onError((error, c) => errorResponse(toApiError(error, `${c.req.method} ${c.req.path}`, context)));
    return app;
}

/** The store as a user reads it; what is shared with the user is asked anew every time. */
function storeOf(store: Store, acting: ActingUser): Store {
    return {
        ...store,
        find: (query) => store.visibleTo(acting).find(query),
        count: (query) => store.visibleTo(acting).count(query),
        get: (object, id, options) => store.visibleTo(acting).get(object, id, options)
    };
}

/** Everything below `/services/data`, for one user. */
function createDataApi(context: DataContext, usage: ApiUsage, own: ApiResources): Hono<DataEnvironment> {
    const app = new Hono<DataEnvironment>();
    app.use(async (c, next) => {
        c.set('acting', c.env.acting);
        await next();
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
    app.route(API_ROOT, bulkRoutes(context, own.bulkJobs));
    app.route(API_ROOT, externalServiceActionRoutes(context));
    app.route(API_ROOT, namedCredentialRoutes(context));
    app.route(API_ROOT, analyticsRoutes(context));
    app.route(API_ROOT, toolingRoutes(context, own.tooling));
    app.route(API_ROOT, limitRoutes(usage));
    app.notFound((c) => errorResponse(unknownResource(c.req.method, c.req.path)));
    app.onError((error, c) => errorResponse(toApiError(error, `${c.req.method} ${c.req.path}`, context)));
    return app;
}

function unknownResource(method: string, path: string): ApiError {
    const version = /^\/services\/data\/v([\d.]+)/.exec(path)?.[1];
    if (version !== undefined && version !== API_VERSION) {
        return notFound(`The local org speaks API version ${API_VERSION} only, not ${version}`);
    }
    return unsupported(`${method} ${path}`);
}

const resources = Object.fromEntries(
    [
        'sobjects',
        'query',
        'queryAll',
        'composite',
        'limits',
        'ui-api',
        'graphql',
        'actions',
        'analytics',
        'jobs',
        'tooling'
    ].map((name) => [name, `${API_ROOT}/${name}`])
);

function bearerOf(header: string | undefined): string {
    return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(header ?? '')?.[1] ?? '';
}

function toApiError(error: unknown, request: string, context: Pick<ApiContext, 'onDefect'>): ApiError {
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
