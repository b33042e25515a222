/** A token that the server gave; milliseconds since 1970. */
export interface GivenToken {
    readonly token: string;
    readonly expiresAt?: number;
}

/** The tokens of one server. */
export interface AccessTokens {
    /** The one that is kept, or a fresh one; rejects as the fetching does. */
    get(fetchToken: () => Promise<GivenToken>): Promise<string>;
    /** The server no longer takes this one. */
    refused(token: string): void;
}

/** Milliseconds before its end that a token is not used any more: clocks differ, and a command travels. */
const MARGIN = 60_000;

/**
 * Fetches a token when a command needs one, once however many commands wait for it, and keeps it until shortly before its
 * end. One that does not say its end serves the commands that waited for it. Nothing is fetched ahead of need, and only
 * the token that was refused is forgotten: several gateways of one server take what it gives them and chase nothing.
 */
export function createAccessTokens(now: () => number): AccessTokens {
    let kept: GivenToken | undefined;
    let fetching: Promise<string> | undefined;

    async function fetchOnce(fetchToken: () => Promise<GivenToken>): Promise<string> {
        try {
            kept = await fetchToken();
            return kept.token;
        } finally {
            fetching = undefined;
        }
    }

    return {
        get(fetchToken) {
            if (kept !== undefined && now() < (kept.expiresAt ?? 0) - MARGIN) {
                return Promise.resolve(kept.token);
            }
            fetching ??= fetchOnce(fetchToken);
            return fetching;
        },
        refused(token) {
            kept = kept?.token === token ? undefined : kept;
        }
    };
}
