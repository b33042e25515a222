import type { IncomingMessage, ServerResponse } from 'node:http';
import { SCRIPT_FOLDER } from './callControl/callControlRoute.ts';
import type { GatewayMetrics, RouteName } from './metrics.ts';

/** Watches a request until it is answered. */
export type RequestObserver = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

const ROUTES: readonly RouteName[] = ['call-status', 'pop', 'health', 'metrics'];

export function createRequestObserver(metrics: Pick<GatewayMetrics, 'answered'>): RequestObserver {
    return (incoming, outgoing) => {
        const started = performance.now();
        const route = routeOf(incoming.url ?? '');
        // Also when its sender leaves before the end.
        outgoing.once('close', () => {
            const status = outgoing.writableFinished ? outgoing.statusCode : 0;
            metrics.answered(route, status, (performance.now() - started) / 1000);
        });
    };
}

/** @param url path and query of a request */
export function routeOf(url: string): RouteName {
    if (url.startsWith(`${SCRIPT_FOLDER}/`)) {
        return 'call-control';
    }
    const [, first = ''] = /^\/([a-z-]+)(?:[/?]|$)/.exec(url) ?? [];
    return ROUTES.find((route) => route === first) ?? 'other';
}
