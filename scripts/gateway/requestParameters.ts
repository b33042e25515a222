export type Parameters = readonly (readonly [string, string])[];

export type ReadParameters =
    { readonly ok: true; readonly parameters: Parameters } | { readonly ok: false; readonly message: string };

/**
 * The parameters of a push or pop, in the order they came: query of a GET, else form or JSON of the body. The type that a
 * server declares is not trusted: a body that starts with a brace is JSON, also as `text/plain` or without a type.
 */
export async function readParameters(request: Request): Promise<ReadParameters> {
    if (request.method === 'GET') {
        return { ok: true, parameters: [...new URL(request.url).searchParams] };
    }
    const type = mediaType(request);
    if (type === 'multipart/form-data') {
        return { ok: false, message: 'Send the parameters as application/x-www-form-urlencoded or application/json' };
    }
    const text = await request.text();
    return type === 'application/json' || text.trimStart().startsWith('{')
        ? jsonParameters(text)
        : { ok: true, parameters: [...new URLSearchParams(text.trim())] };
}

function mediaType(request: Request): string {
    const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
    return type.trim().toLowerCase();
}

function jsonParameters(text: string): ReadParameters {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        return { ok: false, message: 'The body is not valid JSON' };
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return { ok: false, message: 'The JSON body has to be one object' };
    }
    return { ok: true, parameters: Object.entries(value).map(([name, entry]) => [name, textOf(entry)]) };
}

function textOf(value: unknown): string {
    if (value === null || value === undefined) {
        return '';
    }
    return typeof value === 'string' ? value : JSON.stringify(value);
}
