import { deepFreeze } from '../records/deepFreeze.ts';
import { fetchResponse } from './fetchResponse.ts';

const API = '/services/data/v66.0';

/** What a request came to: content as the org sent it, or a failure as Lightning Data Service reports it. */
export type OrgAnswer = { readonly ok: true; readonly content: unknown } | ReturnType<typeof fetchResponse>;

export interface OrgRequest {
    readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
    /** Sent as JSON. */
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
}

async function contentOf(response: Response): Promise<unknown> {
    const text = await response.text();
    try {
        return text === '' ? null : JSON.parse(text);
    } catch {
        return { message: text };
    }
}

/**
 * One HTTP request to the org's REST API; `path` follows `/services/data/v66.0`. Never rejects: a lost connection is
 * an answer too.
 */
export async function askOrg(
    path: string,
    { method = 'GET', body, headers = {} }: OrgRequest = {}
): Promise<OrgAnswer> {
    let response: Response;
    try {
        response = await fetch(`${API}${path}`, {
            method,
            headers: {
                accept: 'application/json',
                ...(body !== undefined && { 'content-type': 'application/json' }),
                ...headers
            },
            ...(body !== undefined && { body: JSON.stringify(body) })
        });
    } catch {
        return fetchResponse(503, 'Service Unavailable', { message: 'Disconnected or Canceled' });
    }
    const content = await contentOf(response);
    return response.ok
        ? { ok: true, content: deepFreeze(content) }
        : fetchResponse(response.status, response.statusText, content);
}
