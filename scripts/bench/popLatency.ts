import type { Page, Request } from '@playwright/test';
import { launchBrowser } from '../e2e/browser.ts';
import { ConsolePage } from '../e2e/consolePage.ts';
import { eventuallyEqual } from '../e2e/expect.ts';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { startStack } from '../start/stack.ts';

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

function popAddress(origin: string, reference: string): string {
    const parameters = new URLSearchParams({
        c__AgentID: 'AG_ASHA',
        c__CallerID: KNOWN_CALLER_NUMBER,
        c__CallReferenceID: reference,
        c__DID: '4040123400',
        c__ConvoxID: '4543201',
        c__Process: 'SUPPORT',
        c__TypeOfCall: 'Inbound call'
    });
    return `${origin}/lightning/cmp/c__convoxScreenPop?${parameters.toString()}`;
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

/**
 * Times screen pops in a real browser, from the navigation that ConVox makes to the customer's record on the screen,
 * and beside them the bare GraphQL request that finds the customer, in the same run against the same org.
 */
export async function measurePops(assets: string, runs: number): Promise<Latency[]> {
    const stack = await startStack({
        database: ':memory:',
        assets,
        ports: { console: 0, convox: 0, gateway: 0, org: 0 }
    });
    const { browser } = await launchBrowser();
    try {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        const desk = new ConsolePage(await context.newPage(), stack.urls.console);
        await desk.open();
        const graphql = desk.page.waitForRequest((request) => request.url().endsWith('/graphql'));
        const times: number[] = [];
        for (let run = 0; run < runs; run += 1) {
            const pop = await context.newPage();
            const started = performance.now();
            void pop.goto(popAddress(stack.urls.console, `BENCH${run}`)).catch(() => undefined);
            await desk.shownPage.locator('.console-highlights').getByText('Priya Nair').waitFor();
            times.push(performance.now() - started);
            await pop.close();
            await desk.page.getByRole('button', { name: 'Close tab' }).click();
            await eventuallyEqual(() => desk.workspaceTabs.count(), 0);
        }
        const latencies = stack.org.store
            .find({ object: 'ConVox_Call__c' })
            .flatMap(({ Pop_Latency_Ms__c: value }) => (typeof value === 'number' ? [value] : []));
        return [
            latencyOf('pop navigation (a new tab of the console) to record visible', times),
            latencyOf('of that, by the call records: hand-over to record opened', latencies),
            latencyOf('the bare GraphQL round trip', await bareRoundTrips(desk.page, await graphql, runs))
        ];
    } finally {
        await browser.close();
        await stack.close();
    }
}
