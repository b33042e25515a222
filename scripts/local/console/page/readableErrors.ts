const reported = new WeakSet<Error>();

/** The same failure as an error of the page, or undefined for one that is that already. */
function ownError(failure: unknown): Error | undefined {
    if (!(failure instanceof Error) || reported.has(failure)) {
        return undefined;
    }
    const own = new Error(failure.message);
    own.name = failure.name;
    own.stack = failure.stack ?? own.stack;
    reported.add(own);
    return own;
}

function report(event: Event, failure: unknown): void {
    const own = ownError(failure);
    if (own) {
        event.preventDefault();
        reportError(own);
    }
}

/**
 * Reports what nobody caught again as errors of the page: a failure inside a sandbox arrives as a proxy, of which a
 * browser's console shows neither message nor stack.
 */
export function keepErrorsReadable(): void {
    addEventListener('error', (event) => report(event, event.error));
    addEventListener('unhandledrejection', (event) => report(event, event.reason));
}
