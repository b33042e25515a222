import type { BlockList } from 'node:net';
import type { Log } from '../log.ts';
import type { GatewayMetrics, Refusal } from '../metrics.ts';
import { createAuthentication } from './authentication.ts';
import type { AuthenticationSettings } from './authentication.ts';
import { REQUEST_ID } from './requestId.ts';
import { createRateLimit } from './rateLimit.ts';
import type { RateLimitSettings } from './rateLimit.ts';
import type { RequestHeaders } from './requestHeaders.ts';
import { addressList, isListed, sourceAddress } from './sourceAddress.ts';
import type { ConnectionBindings } from './sourceAddress.ts';

export interface SourceSettings {
    /** Addresses and networks that may send; anybody when empty. */
    readonly allowed: readonly string[];
    /** Proxies whose `X-Forwarded-For` is believed. */
    readonly proxies: readonly string[];
    readonly rate?: RateLimitSettings;
}

export interface GuardOptions extends SourceSettings {
    readonly now: () => number;
    readonly log: Log;
    readonly metrics: GatewayMetrics;
    /** What a request has to carry; nothing when left out. */
    readonly authentication?: AuthenticationSettings;
}

/** Why a request is turned away, for whoever sent it. */
export interface TurnedAway {
    readonly status: 401 | 403 | 429;
    readonly message: string;
    readonly headers: Readonly<Record<string, string>>;
}

/** Undefined for a request that may pass. */
export type Guard = (headers: RequestHeaders, bindings: ConnectionBindings) => TurnedAway | undefined;

const REFUSALS: Readonly<Record<'source' | 'rate' | 'secret', TurnedAway & { readonly reason: Refusal }>> = {
    source: {
        reason: 'source not allowed',
        status: 403,
        message: 'This address may not use the gateway',
        headers: {}
    },
    rate: { reason: 'too many requests', status: 429, message: 'Too many requests', headers: { 'retry-after': '1' } },
    secret: {
        reason: 'not authenticated',
        status: 401,
        message: 'Invalid or missing access token',
        headers: { 'www-authenticate': 'Bearer' }
    }
};

/** Lets requests through that come from an allowed source, not too many of them, and carry a secret. */
export function createGuard(options: GuardOptions): Guard {
    const { log, metrics, authentication } = options;
    const isAuthenticated = authentication === undefined ? () => true : createAuthentication(authentication);
    const listed = (entries: readonly string[]): BlockList | undefined =>
        entries.length === 0 ? undefined : addressList(entries);
    const allowed = listed(options.allowed);
    const proxies = listed(options.proxies);
    const withinRate = options.rate === undefined ? () => true : createRateLimit(options.rate, options.now);

    function whyNot(headers: RequestHeaders, source: string): keyof typeof REFUSALS | undefined {
        if (allowed !== undefined && !isListed(allowed, source)) {
            return 'source';
        }
        if (!withinRate(source)) {
            return 'rate';
        }
        return isAuthenticated(headers) ? undefined : 'secret';
    }

    return (headers, bindings) => {
        const source = sourceAddress(bindings, headers, proxies);
        const cause = whyNot(headers, source);
        if (cause === undefined) {
            return undefined;
        }
        const refusal = REFUSALS[cause];
        metrics.refused(refusal.reason);
        const request = headers.get(REQUEST_ID) ?? undefined;
        log({ level: 'warn', event: 'request refused', reason: refusal.reason, source, request });
        return refusal;
    };
}
