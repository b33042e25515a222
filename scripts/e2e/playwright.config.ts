import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { launchArguments } from './browser.ts';
import { findBrowser } from './browser/findBrowser.ts';
import { GIVE_UP_AFTER } from './expect.ts';

const { executable } = await findBrowser();

/** `npm run e2e`: every browser test. Arguments choose files by a part of their name. */
export default defineConfig({
    testDir: '.',
    testMatch: '*.e2e.ts',
    fullyParallel: true,
    workers: availableParallelism(),
    timeout: 6 * GIVE_UP_AFTER,
    globalSetup: './buildPage.ts',
    // Pictures of the pages; emptied by each run.
    outputDir: '../../test-results/screenshots',
    reporter: [['list'], ['json', { outputFile: '../../test-results/browser.json' }]],
    use: { launchOptions: { executablePath: executable, args: launchArguments() } }
});
