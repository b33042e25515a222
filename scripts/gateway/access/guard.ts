import { rejected } from '../intake/envelope.ts';
import type { Log } from '../log.ts';
import type { GatewayMetrics, Refusal } from '../metrics.ts';
import { createAuthentication } from './authentication.ts';
import type { AuthenticationSettings } from './authentication.ts';
import { createRateLimit } from './rateLimit.ts';
import type { RateLimitSettings } from './rateLimit.ts';
import type { RequestHeaders } from './requestHeaders.ts';
import { addressList, isListed, sourceAddress } from './sourceAddress.ts';
import type { ConnectionBindings } from './sourceAddress.ts';

export interface SourceSettings {
    /** Addresses and networks that may push and command; anybody with a secret when empty. */
    readonly allowed: readonly string[];
    /** Proxies whose `X-Forwarded-For` is believed. */
    readonly proxies: readonly string[];
    readonly rate?: RateLimitSettings;
}

export interface GuardOptions extends AuthenticationSettings, SourceSettings {
    readonly now: () => number;
    readonly log: Log;
    readonly metrics: GatewayMetrics;
}

/** The answer to a request that is turned away; undefined for one that may pass. */
export type Guard = (headers: RequestHeaders, bindings: ConnectionBindings) => Response | undefined;

/** Lets requests through that come from an allowed source, not too many of them, and carry a secret. */
export function createGuard(options: GuardOptions): Guard {
    const { log, metrics } = options;
    const authenticated = createAuthentication(options);
    const allowed = options.allowed.length === 0 ? undefined : addressList(options.allowed);
    const proxies = addressList(options.proxies);
    const withinRate = options.rate === undefined ? () => true : createRateLimit(options.rate, options.now);

    function refuse(reason: Refusal, response: Response): Response {
        metrics.refused(reason);
        log({ level: 'warn', event: 'request refused', reason });
        return response;
    }

    return (headers, bindings) => {
        const source = sourceAddress(bindings, headers, proxies);
        if (allowed !== undefined && !isListed(allowed, source)) {
            return refuse('source not allowed', rejected(403, 'This address may not use the gateway'));
        }
        if (!withinRate(source)) {
            return refuse('too many requests', rejected(429, 'Too many requests', { 'retry-after': '1' }));
        }
        if (!authenticated(headers)) {
            const challenge = { 'www-authenticate': 'Bearer' };
            return refuse('not authenticated', rejected(401, 'Invalid or missing access token', challenge));
        }
        return undefined;
    };
}
