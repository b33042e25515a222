import type { WebApp } from '../node/listen.ts';

export interface DeferredApp extends WebApp {
    use(app: WebApp): void;
}

/** An app that has an address before it can answer: the servers of a stack need each other's addresses to be made. */
export function deferredApp(): DeferredApp {
    let ready: WebApp | undefined;
    return {
        use(app) {
            ready = app;
        },
        fetch: (request, bindings) =>
            ready?.fetch(request, bindings) ??
            new Response('Still starting, try again in a moment.', { status: 503, headers: { 'retry-after': '1' } })
    };
}
