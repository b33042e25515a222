import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The header that a request is named in, by a proxy or by the gateway; the answer carries it, too. */
export const REQUEST_ID = 'x-request-id';

/** Ids as proxies make them: 16 bytes, as nginx, W3C Trace Context or a UUID write them. Anything else could be a number. */
const ID = /^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i;

const ID_BYTES = 16;
const POOL = 256;

let pool = Buffer.alloc(0);
let used = 0;

/** Names a request, for everybody who reads its headers from now on; keeps a name that a proxy gave it. */
export function nameRequest(headers: IncomingHttpHeaders): string {
    const given = headers[REQUEST_ID];
    const id = typeof given === 'string' && ID.test(given) ? given : newId();
    headers[REQUEST_ID] = id;
    return id;
}

/** Random bytes are dear one by one. */
function newId(): string {
    if (used === pool.byteLength) {
        pool = randomBytes(ID_BYTES * POOL);
        used = 0;
    }
    used += ID_BYTES;
    return pool.toString('hex', used - ID_BYTES, used);
}
