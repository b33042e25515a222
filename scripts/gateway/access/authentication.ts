import { createHash, timingSafeEqual } from 'node:crypto';

export interface AuthenticationSettings {
    /** Secrets that are taken now: two while one replaces the other. */
    readonly secrets: readonly string[];
    /** A header of the installation's own, beside `Access-Token` and `Authorization: Bearer`. */
    readonly secretHeader?: string;
}

/**
 * Tells whether a request carries one of the secrets. Digests are compared, all of them, in constant time: neither the
 * length of a secret nor which of them is near can be measured.
 */
export function createAuthentication({ secrets, secretHeader }: AuthenticationSettings): (headers: Headers) => boolean {
    const digests = secrets.map(digest);
    const headerNames = ['access-token', ...(secretHeader ? [secretHeader.toLowerCase()] : [])];
    return (headers) => {
        const bearer = /^bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
        const offered = [bearer, ...headerNames.map((name) => headers.get(name) ?? undefined)];
        return offered
            .filter((secret) => secret !== undefined)
            .map((secret) => digest(secret.trim()))
            .map((given) => digests.map((known) => timingSafeEqual(known, given)).includes(true))
            .includes(true);
    };
}

function digest(text: string): Buffer {
    return createHash('sha256').update(text).digest();
}
