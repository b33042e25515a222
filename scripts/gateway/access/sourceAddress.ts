import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { RequestHeaders } from './requestHeaders.ts';

/** What Node knows of a connection; absent when a request did not come over one. */
export interface ConnectionBindings {
    readonly incoming?: {
        readonly socket?: { readonly remoteAddress?: string | undefined };
        readonly headers?: IncomingHttpHeaders;
    };
}

/**
 * Addresses and networks in CIDR notation.
 * @throws Error that names the entry that is neither
 */
export function addressList(entries: readonly string[]): BlockList {
    const list = new BlockList();
    for (const entry of entries) {
        const [address = '', prefix] = entry.split('/');
        const version = isIP(address);
        const longest = version === 4 ? 32 : 128;
        const length = prefix === undefined ? longest : Number(prefix);
        if (version === 0 || !Number.isInteger(length) || length < 0 || length > longest) {
            throw new Error(`"${entry}" is neither an IP address nor a network such as 10.0.0.0/8`);
        }
        list.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6');
    }
    return list;
}

export function isListed(list: BlockList, address: string): boolean {
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** Who is at the other end of the connection; '' when nothing is known. */
export function connectedAddress({ incoming }: ConnectionBindings): string {
    return plain(incoming?.socket?.remoteAddress ?? '');
}

/**
 * Where a request really comes from. `X-Forwarded-For` is believed as far as trusted proxies wrote it: read from the right,
 * the first address that is none of theirs. '' when nothing is known.
 */
export function sourceAddress(
    bindings: ConnectionBindings,
    headers: RequestHeaders,
    proxies: BlockList | undefined
): string {
    let source = connectedAddress(bindings);
    if (proxies === undefined || !isListed(proxies, source)) {
        return source;
    }
    const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => plain(hop.trim()));
    for (const hop of hops.toReversed()) {
        if (isIP(hop) === 0) {
            return source;
        }
        source = hop;
        if (!isListed(proxies, hop)) {
            return source;
        }
    }
    return source;
}

/** An IPv4 address that came through an IPv6 socket is written as IPv6. */
function plain(address: string): string {
    return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
