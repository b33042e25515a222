import type { Page, Request } from '@playwright/test';

export interface Latency {
    readonly name: string;
    readonly runs: number;
    /** Milliseconds. */
    readonly p50: number;
    readonly p95: number;
}

/** What the middle one and nearly all took. */
export function latencyOf(name: string, times: readonly number[]): Latency {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
    return { name, runs: sorted.length, p50: at(0.5), p95: at(0.95) };
}

/** The same request again, from the same page, as often as asked: what nothing that asks it can be faster than. */
export async function bareRoundTrips(page: Page, request: Request, runs: number): Promise<number[]> {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
        const started = performance.now();
        const response = await page.request.fetch(request.url(), {
            method: request.method(),
            headers: { 'content-type': 'application/json' },
            data: request.postData() ?? ''
        });
        await response.text();
        times.push(performance.now() - started);
    }
    return times;
}
