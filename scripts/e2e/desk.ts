import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { startStack } from '../start/stack.ts';
import type { Stack, StackOptions } from '../start/stack.ts';
import { AgentScreenPage } from './agentScreenPage.ts';
import { keepBackgroundPagesDrawing } from './backgroundPages.ts';
import { launchBrowser } from './browser.ts';
import type { LaunchedBrowser } from './browser.ts';
import { consoleAssets } from './consoleAssets.ts';
import { ConsolePage } from './consolePage.ts';
import { GIVE_UP_AFTER } from './expect.ts';
import { watchProblems } from './pageProblems.ts';
import { screenshotsFolder } from './screenshots.ts';

/** An agent's place in a test: a whole installation of its own and a browser that nobody used before. */
export interface Desk {
    readonly stack: Stack;
    readonly context: BrowserContext;
    readonly console: ConsolePage;
    readonly agentScreen: AgentScreenPage;
    /** Keeps a picture of the console as test output, under the test's name. */
    readonly screenshot: (name: string, page?: Page) => Promise<void>;
}

export interface DeskOptions {
    /** The test makes the org refuse a request on purpose: that alone does not fail it. */
    readonly provokesRefusals?: boolean;
    readonly stack?: Partial<Omit<StackOptions, 'assets' | 'database'>>;
    /** SQLite file that the org begins with; the test works on a copy. An org of its own in memory when left out. */
    readonly database?: () => Promise<string>;
}

interface Shared extends LaunchedBrowser {
    readonly assets: string;
}

let shared: Shared | undefined;

async function prepare(): Promise<Shared> {
    shared ??= { ...(await launchBrowser()), assets: await consoleAssets() };
    return shared;
}

after(async () => {
    await shared?.browser.close();
});

function fileName(text: string): string {
    return text.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase();
}

async function ownDatabase({ database }: DeskOptions): Promise<{ file: string; remove: () => void }> {
    if (!database) {
        return { file: ':memory:', remove: () => undefined };
    }
    const folder = mkdtempSync(join(tmpdir(), 'desk-'));
    const file = join(folder, 'org.sqlite');
    copyFileSync(await database(), file);
    return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function onADesk(testName: string, options: DeskOptions, work: (desk: Desk) => Promise<void>): Promise<void> {
    const { browser, drawsEveryTab, assets } = await prepare();
    const database = await ownDatabase(options);
    const stack = await startStack({
        database: database.file,
        ports: { console: 0, convox: 0, gateway: 0, org: 0 },
        ...options.stack,
        // People and servers that take their time would only make the tests wait.
        convoxTimes: { customerAnswers: 300, statusDelay: 100, ...options.stack?.convoxTimes },
        assets
    });
    const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-IN',
        timezoneId: 'Asia/Kolkata',
        reducedMotion: 'reduce',
        // Recordings come with a certificate of their server's own.
        ignoreHTTPSErrors: stack.urls.recordings !== undefined
    });
    context.setDefaultTimeout(GIVE_UP_AFTER);
    if (!drawsEveryTab) {
        await keepBackgroundPagesDrawing(context);
    }
    const problems = watchProblems(context, options);
    const consolePage = new ConsolePage(await context.newPage(), stack.urls.console);
    const agentScreen = new AgentScreenPage(await context.newPage(), stack.urls.convox);
    const screenshot = async (name: string, page = consolePage.page): Promise<void> => {
        mkdirSync(screenshotsFolder, { recursive: true });
        await page.screenshot({ path: join(screenshotsFolder, `${fileName(testName)}-${fileName(name)}.png`) });
    };
    try {
        await work({ stack, context, console: consolePage, agentScreen, screenshot });
        assert.deepEqual(problems, [], 'The pages reported problems');
    } catch (error) {
        for (const [index, page] of context.pages().entries()) {
            await screenshot(`failed-${index}`, page).catch(() => undefined);
        }
        throw problems.length > 0 ? new Error(`The pages reported:\n${problems.join('\n')}`, { cause: error }) : error;
    } finally {
        await context.close();
        await stack.close();
        database.remove();
    }
}

/** A browser test. Pictures of every open page are kept when it fails. */
export function deskTest(name: string, work: (desk: Desk) => Promise<void>, options: DeskOptions = {}): void {
    void test(name, { timeout: 6 * GIVE_UP_AFTER }, () => onADesk(name, options, work));
}
