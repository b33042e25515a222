import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import { CallStory } from './callStory.ts';
import { ConsolePage } from './consolePage.ts';
import type { Desk } from './desk.ts';
import { SoftphonePanel } from './softphonePanel.ts';

export const isLookup = (body: string): boolean => body.includes('convoxCaller');

/** An agent at work whose page's clock can be put forward. */
export async function atWork(desk: Desk): Promise<{ story: CallStory; page: Page }> {
    const { page } = desk.console;
    await page.clock.install();
    const story = new CallStory(desk);
    await story.startShift();
    return { story, page };
}

/** A console in a browser that shares nothing with the first, once it knows which calls are open. */
export async function anotherComputer(desk: Desk, user = 'asha') {
    const browser = await desk.context.browser()?.newContext({ locale: 'en-IN', timezoneId: 'Asia/Kolkata' });
    assert.ok(browser);
    const page = await browser.newPage();
    const answer = page.waitForResponse((response) => isLookup(response.request().postData() ?? ''));
    await new ConsolePage(page, desk.stack.urls.console).openAs(user);
    const openCalls = await (await answer).text();
    return { page, phone: new SoftphonePanel(page), openCalls };
}
