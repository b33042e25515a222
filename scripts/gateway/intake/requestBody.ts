import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
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
const withHeader = promisify(inflate);
const withoutHeader = promisify(inflateRaw);
const DECODERS = new Map(
    Object.entries({
        gzip: promisify(gunzip),
        'x-gzip': promisify(gunzip),
        // PHP's gzdeflate leaves out the header of zlib, which is a multiple of 31.
        deflate: (bytes: Uint8Array, limits: { maxOutputLength: number }) =>
            (bytes[0] ?? 0) % 16 === 8 && ((bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)) % 31 === 0
                ? withHeader(bytes, limits)
                : withoutHeader(bytes, limits),
        br: promisify(brotliDecompress)
    })
);
/** A body whose end never came. */
export const BROKEN_OFF: Unread = { ok: false, lost: 'broken off', reason: 'The body broke off', bytes: NOTHING };
function tooLarge(largest: number): Unread {
    return { ok: false, lost: 'too large', reason: `The request is larger than ${largest} bytes`, bytes: NOTHING };
}

/** The query of an address, when it is not larger than a body may be. */
export function queryOf({ url }: Request, largest = LARGEST_BODY): RequestBody {
    const start = url.indexOf('?');
    const bytes = Buffer.from(start === -1 ? '' : url.slice(start + 1));
    return bytes.byteLength > largest ? tooLarge(largest) : { ok: true, bytes };
}

/** The body as it was before compression, at most so many bytes of it: neither more nor a bomb is taken in. Never throws. */
export async function readBody(
    request: Request,
    headers: RequestHeaders = request.headers,
    largest = LARGEST_BODY
): Promise<RequestBody> {
    const sent = await read(request, headers, largest);
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
        return { ok: true, bytes: await decode(sent, { maxOutputLength: largest }) };
    } catch (error) {
        const isBomb = errorCode(error) === 'ERR_BUFFER_TOO_LARGE';
        return isBomb ? tooLarge(largest) : unreadable(`The body is not valid ${encoding}`, sent);
    }
}

async function read(request: Request, headers: RequestHeaders, largest: number): Promise<Uint8Array | Unread> {
    const length = headers.get('content-length');
    if (Number(length ?? 0) > largest) {
        return tooLarge(largest);
    }
    try {
        return length === null ? await collect(request, largest) : new Uint8Array(await request.arrayBuffer());
    } catch {
        return BROKEN_OFF;
    }
}

function unreadable(reason: string, bytes: Uint8Array): Unread {
    return { ok: false, reason, bytes };
}

async function collect(request: Request, largest: number): Promise<Uint8Array | Unread> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const body: AsyncIterable<Uint8Array> | null = request.body;
    for await (const chunk of body ?? []) {
        size += chunk.byteLength;
        if (size > largest) {
            return tooLarge(largest);
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
