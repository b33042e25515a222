import { API_ROOT } from './context.ts';

/**
 * Salesforce CLI reads who signed in at this version, whichever it uses afterwards; the answer is the same in all later
 * ones.
 */
const SIGN_IN_ROOT = /^\/services\/data\/v51\.0(?=\/(?:sobjects\/User\/\w+|query)$)/;

/**
 * The request at the address that the routes know: the platform takes `//services/data` and a slash at the end as it
 * takes the plain address, and clients send both.
 */
export function atPlainAddress(request: Request): Request {
    const url = new URL(request.url);
    const path = url.pathname.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
    const plain = request.method === 'GET' ? path.replace(SIGN_IN_ROOT, API_ROOT) : path;
    if (plain === url.pathname) {
        return request;
    }
    url.pathname = plain;
    return new Request(url, request);
}
