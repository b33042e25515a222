/**
 * `npm run bench -- call`: how long an agent waits in a call, in the installation of the browser tests: from the pop to the
 * record, from saving to ConVox's answer, and from there to ConVox's report, beside what it takes to be in the org.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from '@playwright/test';
import { compilePackage } from '../build/compile.ts';
import { AgentScreenPage } from '../e2e/agentScreenPage.ts';
import { keepBackgroundPagesDrawing } from '../e2e/backgroundPages.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { CallStory } from '../e2e/callStory.ts';
import { ConsolePage } from '../e2e/consolePage.ts';
import { PROMPT_CONVOX } from '../e2e/desk.ts';
import { endingRequest } from '../e2e/endingRequests.ts';
import { eventuallyEqual, GIVE_UP_AFTER } from '../e2e/expect.ts';
import { buildConsole } from '../local/console/build/buildConsole.ts';
import { root, startStack } from '../start/stack.ts';
import { latencyOf } from './latency.ts';

const CALLS = 30;
const LOOK_EVERY = 10;

/** Milliseconds of one call. */
interface Waits {
    readonly record: number;
    readonly accepted: number;
    /** Of that, the two requests that it waits for. */
    readonly requests: number;
    readonly report: number;
    readonly reportInOrg: number;
}

const WAITS: readonly [what: string, wait: keyof Waits][] = [
    ["from the pop's tab to the customer's open record", 'record'],
    ['from "Save and end the call" to "ConVox accepted"', 'accepted'],
    ['of that, the two requests that it waits for', 'requests'],
    ["from there to ConVox's report on the screen", 'report'],
    ["for comparison: until the report is in the call's row", 'reportInOrg']
];

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** When it was on the screen. Playwright's own waiting ends up to half a second late: it looks twice a second. */
async function whenShown(part: Locator): Promise<number> {
    const deadline = performance.now() + GIVE_UP_AFTER;
    while (!(await part.isVisible())) {
        if (performance.now() > deadline) {
            throw new Error(`Never shown: ${part.toString()}`);
        }
    }
    return performance.now();
}

/** When the row of each call had its report. */
async function whenAllAreReported(story: CallStory): Promise<number> {
    while (story.calls().some((call) => typeof call['Status_Received_At__c'] !== 'string')) {
        await pause(LOOK_EVERY);
    }
    return performance.now();
}

/** An agent takes a call, saves, waits for the report, and leaves everything as it was before. */
async function takeCall(story: CallStory): Promise<Waits> {
    const { console: page, agentScreen } = story.desk;
    const { phone } = story;
    await agentScreen.startScenario('knownCaller');
    await agentScreen.waitForState('RINGING');
    const popped = agentScreen.page.waitForEvent('popup').then(() => performance.now());
    await agentScreen.answer();
    const shown = await whenShown(page.shownPage.locator('.console-highlights').getByText('Priya Nair'));
    await page.page.bringToFront();
    await phone.chooseDisposition('Resolved');
    await phone.root.locator('c-convox-command-sender').waitFor({ state: 'attached' });
    const asked = (['the command', 'the flow'] as const).map((name) =>
        page.page.waitForEvent('requestfinished', (request) => endingRequest(request) === name)
    );
    const pressed = performance.now();
    await phone.root.press('Control+Enter');
    const accepted = await whenShown(phone.outcome.getByText('ConVox accepted'));
    const reportedInOrg = whenAllAreReported(story);
    const reported = await whenShown(phone.text('ConVox reports: Connected · Resolved.'));
    const waits = {
        record: shown - (await popped),
        accepted: accepted - pressed,
        requests: sumOf((await Promise.all(asked)).map((request) => request.timing().responseEnd)),
        report: reported - accepted,
        reportInOrg: (await reportedInOrg) - accepted
    };
    await phone.root.locator('[data-id="done"]:visible').click();
    await page.page.getByRole('button', { name: 'Close tab' }).click();
    await eventuallyEqual(() => page.workspaceTabs.count(), 0);
    await agentScreen.waitForState('IDLE');
    return waits;
}

await compilePackage(root);
const assets = join(root, '.local', 'bench', 'call');
await buildConsole({ outdir: assets, production: true });
const stack = await startStack({
    database: ':memory:',
    assets,
    ports: { console: 0, convox: 0, gateway: 0, org: 0 },
    convoxTimes: PROMPT_CONVOX
});
const { browser, drawsEveryTab } = await launchBrowser();
try {
    const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-IN',
        timezoneId: 'Asia/Kolkata',
        reducedMotion: 'reduce'
    });
    if (!drawsEveryTab) {
        await keepBackgroundPagesDrawing(context);
    }
    const story = new CallStory({
        stack,
        context,
        console: new ConsolePage(await context.newPage(), stack.urls.console),
        agentScreen: new AgentScreenPage(await context.newPage(), stack.urls.convox),
        screenshot: () => Promise.resolve()
    });
    await story.startShift();
    const calls: Waits[] = [];
    while (calls.length < CALLS) {
        calls.push(await takeCall(story));
    }
    for (const [what, wait] of WAITS) {
        const { name, p50, p95 } = latencyOf(
            what,
            calls.map((call) => call[wait])
        );
        console.log(`${name.padEnd(58)}p50 ${p50.toFixed(0).padStart(5)} ms  p95 ${p95.toFixed(0).padStart(5)} ms`);
    }
    console.log(
        `${CALLS} calls, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`
    );
} finally {
    await browser.close();
    await stack.close();
}
