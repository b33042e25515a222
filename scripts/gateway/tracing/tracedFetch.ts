import type { Tracing } from './tracing.ts';

/** How a request to Salesforce is sent: to addresses that hold no data of a customer. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

/** A `fetch` of which every request is a span, named in its headers; the plain one without tracing. */
export function tracedFetch(tracing: Tracing | undefined): Send {
    if (tracing === undefined) {
        return fetch;
    }
    return async (url, init) => {
        const { hostname, pathname } = new URL(url);
        const method = init.method ?? 'GET';
        const span = tracing.start(`${method} Salesforce`, 'client', {
            'http.request.method': method,
            'server.address': hostname,
            'url.path': pathname
        });
        const headers = new Headers(init.headers);
        Object.entries(span.headers).forEach(([name, value]) => headers.set(name, value));
        try {
            const response = await fetch(url, { ...init, headers });
            span.end({ 'http.response.status_code': response.status }, !response.ok);
            return response;
        } catch (error) {
            span.end({ 'error.type': error instanceof Error ? error.name : 'unknown' }, true);
            throw error;
        }
    };
}
