import type { IncomingHttpHeaders } from 'node:http';

/** Reads headers by their lower-case names. */
export type RequestHeaders = Pick<Headers, 'get'>;

/**
 * The headers that Node has read already, where there are any: making a Web object of them costs every push as much as
 * understanding it.
 */
export function headersOf(
    request: Request,
    { incoming }: { readonly incoming?: { readonly headers?: IncomingHttpHeaders } }
): RequestHeaders {
    const read = incoming?.headers;
    return read === undefined ? request.headers : readHeaders(read);
}

export function readHeaders(headers: IncomingHttpHeaders): RequestHeaders {
    return { get: (name) => textOf(headers[name]) };
}

function textOf(value: string | string[] | undefined): string | null {
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
}
