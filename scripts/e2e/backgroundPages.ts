import type { BrowserContext, Page } from '@playwright/test';

/** The smallest picture there is, and hardly ever one. */
const UNSEEN = { format: 'jpeg', quality: 1, maxWidth: 8, maxHeight: 8, everyNthFrame: 10_000 } as const;

/** A pop closes itself at any moment, and then has nothing to draw; without this, tests are slow and nothing else. */
async function keepDrawing(page: Page): Promise<void> {
    try {
        const session = await page.context().newCDPSession(page);
        await session.send('Page.startScreencast', UNSEEN);
    } catch {
        return;
    }
}

/**
 * A Chromium with windows draws a tab that is not in front once a second, and every click of a test waits for two
 * drawings. A tab that is being recorded is drawn as if it were in front, so every tab is. Resolves once the tabs that
 * are open now are.
 */
export async function keepBackgroundPagesDrawing(context: BrowserContext): Promise<void> {
    context.on('page', (page) => void keepDrawing(page));
    await Promise.all(context.pages().map(keepDrawing));
}
