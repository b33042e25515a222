import type { RequestHeaders } from './requestHeaders.ts';
import { addressList, connectedAddress, isListed, sourceAddress } from './sourceAddress.ts';
import type { ConnectionBindings } from './sourceAddress.ts';

export interface MonitorSettings {
    /** Addresses and networks that may read metrics and reasons; this machine and private networks when left out. */
    readonly monitors?: readonly string[];
}

const PRIVATE = ['127.0.0.0/8', '::1', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];

/**
 * Tells whether a request comes from where the gateway is watched. One that came over no connection was made within this
 * process.
 */
export function createMonitorCheck({
    monitors = PRIVATE,
    proxies
}: MonitorSettings & { readonly proxies: readonly string[] }): (
    headers: RequestHeaders,
    bindings: ConnectionBindings
) => boolean {
    const watching = addressList(monitors);
    const trusted = addressList(proxies);
    return (headers, bindings) => {
        if (bindings.incoming === undefined) {
            return true;
        }
        // Who is behind a proxy that nobody named as trusted could be anybody.
        const isBehindStranger =
            headers.get('x-forwarded-for') !== null && !isListed(trusted, connectedAddress(bindings));
        return !isBehindStranger && isListed(watching, sourceAddress(bindings, headers, trusted));
    };
}
