import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { startStack } from '../start/stack.ts';
import type { Stack, StackOptions } from '../start/stack.ts';
import { AgentScreenPage } from './agentScreenPage.ts';
import { keepBackgroundPagesDrawing } from './backgroundPages.ts';
import { findBrowser } from './browser/findBrowser.ts';
import { consoleAssets } from './buildPage.ts';
import { ConsolePage } from './consolePage.ts';
import { GIVE_UP_AFTER } from './expect.ts';
import { watchProblems } from './pageProblems.ts';

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

/** People and servers that take their time would only make the tests wait. */
export const PROMPT_CONVOX = { customerAnswers: 300, statusDelay: 100 };

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

async function onADesk(browser: Browser, options: DeskOptions, work: (desk: Desk) => Promise<void>): Promise<void> {
    const { title, project } = test.info();
    const database = await ownDatabase(options);
    const stack = await startStack({
        database: database.file,
        ports: { console: 0, convox: 0, gateway: 0, org: 0 },
        ...options.stack,
        convoxTimes: { ...PROMPT_CONVOX, ...options.stack?.convoxTimes },
        assets: consoleAssets()
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
    if (!(await findBrowser()).isHeadlessShell) {
        await keepBackgroundPagesDrawing(context);
    }
    const problems = watchProblems(context, options);
    const consolePage = new ConsolePage(await context.newPage(), stack.urls.console);
    const agentScreen = new AgentScreenPage(await context.newPage(), stack.urls.convox);
    const screenshot = async (name: string, page = consolePage.page): Promise<void> => {
        await page.screenshot({ path: join(project.outputDir, `${fileName(title)}-${fileName(name)}.png`) });
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
    test(name, ({ browser }) => onADesk(browser, options, work));
}
