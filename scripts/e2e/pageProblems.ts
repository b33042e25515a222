import type { BrowserContext, Page } from '@playwright/test';

/** The base components read across shadow roots, which the engine's development mode mentions for each of them. */
const NOISE = /\[LWC warn\]/;

/** What Chromium writes for every request that is answered with an error or cut off, and for media that the page may not load, whether the page expected it or not. */
const REFUSED_REQUEST =
    /^(Failed to load resource: (?:the server responded with a status of|net::ERR_INTERNET_DISCONNECTED)|Loading media from .* Content Security Policy)/;

/** A record that was changed meanwhile: whoever saves looks again, and no fault is told to anybody. */
const OUTDATED_REQUEST = /status of 412 /;

/** What Chromium asks for by itself, now and then, where a page is no HTML and names none. */
const FAVICON = '/favicon.ico';

/**
 * Collects what went wrong inside every page of a context: uncaught errors, and what was written to the console as an
 * error. Refused requests count unless the test says that it provokes them.
 */
export function watchProblems(context: BrowserContext, { provokesRefusals = false } = {}): readonly string[] {
    const problems: string[] = [];
    const watch = (page: Page): void => {
        page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.stack ?? error.message}`));
        page.on('console', (message) => {
            const text = message.text();
            const isRefusal = REFUSED_REQUEST.test(text);
            const isHarmless = OUTDATED_REQUEST.test(text) || message.location().url.endsWith(FAVICON);
            const isExpected = isRefusal && (provokesRefusals || isHarmless);
            if (message.type() === 'error' && !NOISE.test(text) && !isExpected) {
                problems.push(`${page.url()}: ${text} ${message.location().url}`);
            }
        });
    };
    context.pages().forEach(watch);
    context.on('page', watch);
    return problems;
}
