import type { IncomingMessage, ServerResponse } from 'node:http';
import { SCRIPT_FOLDER } from './callControl/dialects/sheet.ts';
import type { GatewayMetrics, RouteName } from './metrics.ts';
import type { Span, Tracing } from './tracing/tracing.ts';

/** Watches a request until it is answered. */
export type RequestObserver = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

const ROUTES: readonly RouteName[] = ['call-status', 'pop', 'health', 'metrics'];
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

export function createRequestObserver(
    metrics: Pick<GatewayMetrics, 'answered'>,
    tracing: Tracing | undefined
): RequestObserver {
    return (incoming, outgoing) => {
        const started = performance.now();
        const route = routeOf(incoming.url ?? '');
        const span = tracing && beginSpan(tracing, incoming, route);
        // Also when its sender leaves before the end.
        outgoing.once('close', () => {
            const status = outgoing.writableFinished ? outgoing.statusCode : 0;
            metrics.answered(route, status, (performance.now() - started) / 1000);
            span?.end({ 'http.response.status_code': status }, status === 0 || status >= 500);
        });
    };
}

/** A span of the caller's trace, if it brought one; for everybody who reads the headers from now on, it is the caller. */
function beginSpan(tracing: Tracing, { method = '', headers }: IncomingMessage, route: RouteName): Span {
    const known = METHODS.includes(method) ? method : '_OTHER';
    const attributes = { 'http.request.method': known, 'http.route': route };
    const span = tracing.start(`${known} ${route}`, 'server', attributes, headers);
    Object.assign(headers, span.headers);
    return span;
}

/** @param address path and query of a request */
export function routeOf(address: string): RouteName {
    const url = address.replace(/^\/servers\/[^/?]+/, '');
    if (url.startsWith(`${SCRIPT_FOLDER}/`)) {
        return 'call-control';
    }
    const [, first = ''] = /^\/([a-z-]+)(?:[/?]|$)/.exec(url) ?? [];
    return ROUTES.find((route) => route === first) ?? 'other';
}
