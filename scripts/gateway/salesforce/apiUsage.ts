/** Requests of the last 24 hours, of the whole org, against what its licences allow. */
export interface ApiUsage {
    readonly used: number;
    readonly allowed: number;
}

/** Reads `Sforce-Limit-Info: api-usage=18/15000; per-app-api-usage=17/250(appName=...)`; undefined when it says nothing. */
export function readLimitInfo(header: string | null): ApiUsage | undefined {
    const [, used, allowed] = /(?:^|[;\s])api-usage=(\d+)\/(\d+)/.exec(header ?? '') ?? [];
    return allowed === undefined || Number(allowed) === 0
        ? undefined
        : { used: Number(used), allowed: Number(allowed) };
}
