export interface RateLimitSettings {
    /** Requests that one source may make each second, on average. */
    readonly perSecond: number;
    /** Requests that it may make at once. */
    readonly burst: number;
}

/** Takes one request of a source; false when the source has to wait. */
export type RateLimit = (source: string) => boolean;

interface Bucket {
    tokens: number;
    at: number;
}

/** Sources that are remembered. The longest unseen is forgotten first, so many addresses cost little memory. */
const MOST_SOURCES = 10_000;

/** A token bucket for each source. `now` gives milliseconds. */
export function createRateLimit({ perSecond, burst }: RateLimitSettings, now: () => number): RateLimit {
    const buckets = new Map<string, Bucket>();
    return (address) => {
        const source = networkOf(address);
        const at = now();
        const known = buckets.get(source);
        const gained = known === undefined ? burst : known.tokens + Math.max(0, ((at - known.at) * perSecond) / 1000);
        const tokens = Math.min(burst, gained);
        const allowed = tokens >= 1;
        buckets.delete(source);
        buckets.set(source, { tokens: allowed ? tokens - 1 : tokens, at });
        if (buckets.size > MOST_SOURCES) {
            const [oldest] = buckets.keys();
            buckets.delete(oldest ?? '');
        }
        return allowed;
    };
}

/** Whoever has one address of IPv6 has the 2^64 of its network. */
function networkOf(address: string): string {
    if (!address.includes(':')) {
        return address;
    }
    const [head = '', tail = ''] = address.split('::');
    const groups = head.split(':');
    const missing = address.includes('::') ? 8 - groups.length - tail.split(':').length : 0;
    return [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0')].slice(0, 4).join(':');
}
