import { hash, timingSafeEqual } from 'node:crypto';
import type { RequestHeaders } from './requestHeaders.ts';

export interface AuthenticationSettings {
    /** Secrets that are taken now: two while one replaces the other. */
    readonly secrets: readonly string[];
    /** A header of the installation's own, beside `Access-Token` and `Authorization: Bearer`. */
    readonly secretHeader?: string;
    /** Takes no secret from the other two. */
    readonly onlyHeader?: boolean;
}

/**
 * Tells whether a request carries one of the secrets. Digests are compared, all of them, in constant time: neither the
 * length of a secret nor which of them is near can be measured.
 */
export function createAuthentication({
    secrets,
    secretHeader,
    onlyHeader = false
}: AuthenticationSettings): (headers: RequestHeaders) => boolean {
    const digests = secrets.map(digest);
    const headerNames = [
        ...(onlyHeader ? [] : ['access-token']),
        ...(secretHeader ? [secretHeader.toLowerCase()] : [])
    ];
    const isKnown = (offered: string): boolean => {
        const given = digest(offered.trim());
        return digests.map((known) => timingSafeEqual(known, given)).includes(true);
    };
    return (headers) => {
        const authorization = onlyHeader ? null : headers.get('authorization');
        const bearer = /^bearer (.+)$/i.exec(authorization ?? '')?.[1];
        const offered = [bearer ?? null, ...headerNames.map((name) => headers.get(name))];
        return offered
            .filter((secret) => secret !== null)
            .map(isKnown)
            .includes(true);
    };
}

function digest(text: string): Buffer {
    return hash('sha256', text, 'buffer');
}
