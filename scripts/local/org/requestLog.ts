/** What a request was for, so that a test can count, for example, GraphQL requests. */
export type RequestKind = 'oauth' | 'graphql' | 'query' | 'sobjects' | 'composite' | 'ui-api' | 'flow' | 'other';

export interface RequestLogEntry {
    readonly at: Date;
    readonly method: string;
    /** Path without the query string. */
    readonly path: string;
    readonly kind: RequestKind;
    readonly status: number;
    readonly ms: number;
}

export interface RequestLog {
    readonly entries: readonly RequestLogEntry[];
    /** Notes the request once it is answered. */
    record(request: Request, answer: () => Response | Promise<Response>): Promise<Response>;
}

/** Entries kept; the oldest go first, so that a long-running org does not grow without end. */
const CAPACITY = 10_000;

const kinds: readonly (readonly [RegExp, RequestKind])[] = [
    [/^\/services\/oauth2\//, 'oauth'],
    [/^\/services\/data\/v[\d.]+\/graphql$/, 'graphql'],
    [/^\/services\/data\/v[\d.]+\/query(All)?(\/|$)/, 'query'],
    [/^\/services\/data\/v[\d.]+\/sobjects(\/|$)/, 'sobjects'],
    [/^\/services\/data\/v[\d.]+\/composite(\/|$)/, 'composite'],
    [/^\/services\/data\/v[\d.]+\/ui-api\//, 'ui-api'],
    [/^\/services\/data\/v[\d.]+\/actions\//, 'flow']
];

export function createRequestLog(clock: () => Date): RequestLog {
    const entries: RequestLogEntry[] = [];
    return {
        entries,
        record: async (request, answer) => {
            const at = clock();
            const started = performance.now();
            const response = await answer();
            const path = new URL(request.url).pathname;
            const kind = kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
            const ms = performance.now() - started;
            entries.push({ at, method: request.method, path, kind, status: response.status, ms });
            if (entries.length > CAPACITY) {
                entries.shift();
            }
            return response;
        }
    };
}
