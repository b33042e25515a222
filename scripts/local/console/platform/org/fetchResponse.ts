import { member } from './member.ts';

/** How Lightning Data Service reports a failed request: modelled after the Fetch API's Response, not an Error. */
export interface FetchResponse {
    readonly ok: false;
    /** 400 to 599. */
    readonly status: number;
    readonly statusText: string;
    /** Reads carry an array of `{ errorCode, message }`, writes an object, a lost connection an object. */
    readonly body: unknown;
    readonly headers: Readonly<Record<string, string>>;
    readonly errorType: 'fetchResponse';
}

export function fetchResponse(status: number, statusText: string, body: unknown): FetchResponse {
    return Object.freeze({ ok: false, status, statusText, body, headers: {}, errorType: 'fetchResponse' });
}

/** The form writes are reported in: the first entry of the server's array, or the body as it is. */
export function asWriteFailure(failure: FetchResponse): FetchResponse {
    const body = Array.isArray(failure.body) ? failure.body[0] : failure.body;
    return fetchResponse(failure.status, failure.statusText, body);
}

/** The words in a failure, for people. */
export function messagesOf(failure: unknown): string[] {
    if (failure === null || typeof failure !== 'object') {
        return [String(failure)];
    }
    const body = member(failure, 'body');
    const entries: readonly unknown[] = Array.isArray(body) ? body : [body ?? failure];
    return entries.flatMap((entry) => {
        const detailed = member(member(entry, 'output'), 'errors');
        const details = Array.isArray(detailed) ? detailed.flatMap((one) => messagesOf(one)) : [];
        const message = member(entry, 'message');
        return details.length > 0 || message === undefined ? details : [String(message)];
    });
}
