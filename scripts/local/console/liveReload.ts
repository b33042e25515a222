import { streamSSE } from 'hono/streaming';
import type { Context } from 'hono';

export interface LiveReload {
    /** Tells every open page to load itself again. */
    reload(): void;
    /** Keeps a page's connection open for as long as the page is. */
    stream(context: Context): Response;
}

/** Server-sent events to open pages. */
export function createLiveReload(): LiveReload {
    const pages = new Set<() => void>();
    return {
        reload() {
            for (const tell of pages) {
                tell();
            }
        },
        stream(context) {
            return streamSSE(context, async (stream) => {
                const tell = (): void => void stream.writeSSE({ event: 'reload', data: '' });
                pages.add(tell);
                await new Promise<void>((resolve) => stream.onAbort(resolve));
                pages.delete(tell);
            });
        }
    };
}
