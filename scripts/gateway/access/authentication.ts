import { timingSafeEqual } from 'node:crypto';
import type { RequestHeaders } from './requestHeaders.ts';

export interface AuthenticationSettings {
    /** Secrets that are taken now: two while one replaces the other. At most 512 bytes each. */
    readonly secrets: readonly string[];
    /** A header of the installation's own, beside `Access-Token` and `Authorization: Bearer`. */
    readonly secretHeader?: string;
    /** Takes no secret from the other two. */
    readonly onlyHeader?: boolean;
}

export const LONGEST_SECRET = 512;

/**
 * Tells whether a text is one of the secrets. All of them are compared over the same number of bytes, in constant time:
 * neither the length of a secret nor which of them is near can be measured.
 */
export function createSecretCheck(secrets: readonly string[]): (offered: string) => boolean {
    const size = LENGTH_BYTES + Math.max(0, ...secrets.map((secret) => Buffer.byteLength(secret)));
    const known = secrets.map((secret) => framed(secret, Buffer.alloc(size)));
    const given = Buffer.alloc(size);
    return (offered) => {
        framed(offered.trim(), given);
        return known.map((secret) => timingSafeEqual(secret, given)).includes(true);
    };
}

/** Tells whether a request carries one of the secrets. */
export function createAuthentication({
    secrets,
    secretHeader,
    onlyHeader = false
}: AuthenticationSettings): (headers: RequestHeaders) => boolean {
    const isKnown = createSecretCheck(secrets);
    const headerNames = [
        ...(onlyHeader ? [] : ['access-token']),
        ...(secretHeader ? [secretHeader.toLowerCase()] : [])
    ];
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

const LENGTH_BYTES = 4;

/** The text's whole length, and as much of it as there is room for; a secret always fits. */
function framed(text: string, frame: Buffer): Buffer {
    frame.fill(0);
    frame.writeUInt32LE(Buffer.byteLength(text));
    frame.write(text, LENGTH_BYTES);
    return frame;
}
