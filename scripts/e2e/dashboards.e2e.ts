import assert from 'node:assert/strict';
import { brokenAccessibilityRules } from './accessibility.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventuallyEqual } from './expect.ts';
import { callsSince, isConnected, isMissed, MONTH_BEGAN, TODAY_BEGAN, withHistory } from './historyCalls.ts';

const DASHBOARDS = '/lightning/o/Dashboard/home';

/** By keyboard. */
async function openDashboard({ console: page }: Desk, name: string): Promise<void> {
    await page.openAs('divya', DASHBOARDS);
    await page.shownPage.getByRole('link', { name, exact: true }).press('Enter');
    await page.shownPage.getByText(/^As of/).waitFor();
}

deskTest(
    "a manager's dashboard shows the figures of its reports, and leads to them",
    async (desk) => {
        const { console: page } = desk;
        await openDashboard(desk, 'ConVox Manager');
        const today = callsSince(desk, TODAY_BEGAN);
        await eventuallyEqual(() => page.shownPage.locator('[data-metric]').first().innerText(), String(today.length));
        const month = callsSince(desk, MONTH_BEGAN);
        const missed = month.filter(isMissed);
        const returned = missed.filter((call) => call['Returned_At__c'] !== null);
        const gauges = await page.shownPage.locator('[data-gauge]').allInnerTexts();
        const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;
        assert.equal(gauges[0], percent(month.filter(isConnected).length, month.length));
        assert.equal(gauges[1], percent(returned.length, missed.length));
        assert.equal(await page.shownPage.locator('[data-empty]').count(), 0);
        await page.page.setViewportSize({ width: 1440, height: 1800 });
        await desk.screenshot('manager dashboard');
        assert.deepEqual(await brokenAccessibilityRules(page.shownPage), []);
        await page.shownPage.getByRole('link', { name: /View Report.*What do calls end with/ }).click();
        await page.shownPage.getByRole('heading', { name: 'What do calls end with?', level: 1 }).waitFor();
    },
    withHistory
);

deskTest(
    'the operations dashboard counts the missed calls that nobody returned',
    async (desk) => {
        const { console: page } = desk;
        await openDashboard(desk, 'ConVox Operations');
        const open = callsSince(desk, MONTH_BEGAN).filter((call) => isMissed(call) && call['Returned_At__c'] === null);
        await eventuallyEqual(() => page.shownPage.locator('[data-metric]').first().innerText(), String(open.length));
        assert.equal(await page.shownPage.locator('[data-empty]').count(), 0);
    },
    withHistory
);

deskTest(
    'a manager narrows a dashboard to a process and an agent, and back to all',
    async (desk) => {
        const { shownPage } = desk.console;
        await openDashboard(desk, 'ConVox Today');
        const offered = shownPage.locator('[data-metric]').first();
        const today = callsSince(desk, TODAY_BEGAN).filter((call) => call['Offered_Calls__c'] === 1);
        const asha = desk.stack.org.users.find('asha.verma')?.id;
        const choose = async (filter: string, value: string): Promise<void> => {
            await shownPage.getByRole('combobox', { name: filter }).click();
            await shownPage.getByRole('option', { name: value, exact: true }).click();
        };
        const offeredAre = (calls: readonly unknown[]): Promise<void> =>
            eventuallyEqual(() => offered.innerText(), String(calls.length));
        const support = today.filter((call) => call['Process_Name__c'] === 'SUPPORT');
        const ashas = support.filter((call) => call['Agent__c'] === asha);
        assert.ok(ashas.length > 0 && ashas.length < support.length && support.length < today.length);
        await offeredAre(today);
        await choose('Process', 'Customer Support');
        await offeredAre(support);
        await choose('Agent', 'Asha Verma');
        await offeredAre(ashas);
        await desk.screenshot('narrowed');
        assert.deepEqual(await brokenAccessibilityRules(shownPage), []);
        await choose('Agent', 'All');
        await choose('Process', 'All');
        await offeredAre(today);
    },
    withHistory
);

deskTest('a dashboard of a day without calls says so in every component', async (desk) => {
    await openDashboard(desk, 'ConVox Today');
    await desk.console.shownPage.locator('[data-empty]').first().waitFor();
    await desk.console.page.setViewportSize({ width: 1440, height: 1500 });
    await desk.screenshot('empty');
    assert.deepEqual(await brokenAccessibilityRules(desk.console.shownPage), []);
});

deskTest(
    'an agent finds no dashboard of the managers, and hears why',
    async (desk) => {
        await desk.console.openAs('asha', DASHBOARDS);
        await desk.console.shownPage.getByText('Nothing here is shared with you').waitFor();
    },
    withHistory
);
