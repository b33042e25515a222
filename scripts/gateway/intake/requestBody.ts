import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { RequestHeaders } from '../access/requestHeaders.ts';
import { errorCode } from '../systemError.ts';

export const LARGEST_BODY = 64 * 1024;

interface Unread {
    readonly ok: false;
    /** Set when the body is not worth keeping: it is not all there. */
    readonly lost?: 'too large' | 'broken off';
    readonly reason: string;
    readonly bytes: Uint8Array;
}

export type RequestBody = { readonly ok: true; readonly bytes: Uint8Array } | Unread;

const NOTHING = new Uint8Array();
const DECODERS = new Map(
    Object.entries({
        gzip: promisify(gunzip),
        'x-gzip': promisify(gunzip),
        deflate: promisify(inflate),
        br: promisify(brotliDecompress)
    })
);
/** A body whose end never came. */
export const BROKEN_OFF: Unread = { ok: false, lost: 'broken off', reason: 'The body broke off', bytes: NOTHING };
const tooLarge: Unread = {
    ok: false,
    lost: 'too large',
    reason: `The body is larger than ${LARGEST_BODY} bytes`,
    bytes: NOTHING
};

/** What came as it is, when it is not larger than a body may be. */
export function plainBody(bytes: Uint8Array): RequestBody {
    return bytes.byteLength > LARGEST_BODY ? tooLarge : { ok: true, bytes };
}

/** The body as it was before compression, at most 64 kB of it: neither more nor a bomb is taken in. Never throws. */
export async function readBody(request: Request, headers: RequestHeaders = request.headers): Promise<RequestBody> {
    const sent = await read(request, headers);
    if (!(sent instanceof Uint8Array)) {
        return sent;
    }
    const encoding = (headers.get('content-encoding') ?? '').trim().toLowerCase();
    if (encoding === '' || encoding === 'identity') {
        return { ok: true, bytes: sent };
    }
    const decode = DECODERS.get(encoding);
    if (decode === undefined) {
        return unreadable('Send the body plain, or with gzip, deflate or br', sent);
    }
    try {
        return { ok: true, bytes: await decode(sent, { maxOutputLength: LARGEST_BODY }) };
    } catch (error) {
        const isBomb = errorCode(error) === 'ERR_BUFFER_TOO_LARGE';
        return isBomb ? tooLarge : unreadable(`The body is not valid ${encoding}`, sent);
    }
}

async function read(request: Request, headers: RequestHeaders): Promise<Uint8Array | Unread> {
    const length = headers.get('content-length');
    if (Number(length ?? 0) > LARGEST_BODY) {
        return tooLarge;
    }
    try {
        return length === null ? await collect(request) : new Uint8Array(await request.arrayBuffer());
    } catch {
        return BROKEN_OFF;
    }
}

function unreadable(reason: string, bytes: Uint8Array): Unread {
    return { ok: false, reason, bytes };
}

async function collect(request: Request): Promise<Uint8Array | Unread> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const body: AsyncIterable<Uint8Array> | null = request.body;
    for await (const chunk of body ?? []) {
        size += chunk.byteLength;
        if (size > LARGEST_BODY) {
            return tooLarge;
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
