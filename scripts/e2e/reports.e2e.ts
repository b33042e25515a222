import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { OrgRecord } from '../local/org/records.ts';
import { HISTORY_NOW } from '../sample/history/historyOrg.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventuallyEqual } from './expect.ts';
import { historyDatabase } from './historyDatabase.ts';

/** Seven and thirty days before the history's last day, which counts besides; days begin at 18:30 UTC in India. */
const WEEK_BEGAN = '2026-03-02T18:30:00.000Z';
const MONTH_BEGAN = '2026-02-07T18:30:00.000Z';
const TODAY_BEGAN = '2026-03-09T18:30:00.000Z';

const withHistory = { stack: { clock: () => HISTORY_NOW }, database: historyDatabase } as const;

const REPORTS = '/lightning/o/Report/home';
const DASHBOARDS = '/lightning/o/Dashboard/home';

/** Calls that began then or later. */
function callsSince({ stack }: Desk, since: string): OrgRecord[] {
    return stack.org.store
        .find({ object: 'ConVox_Call__c' })
        .filter((call) => String(call['Started_At__c'] ?? '') >= since);
}

const isMissed = (call: OrgRecord): boolean =>
    call['Direction__c'] === 'Inbound' && call['Status__c'] === 'Not Connected';
const isConnected = (call: OrgRecord): boolean =>
    ['In Progress', 'Ended', 'Disposed'].includes(String(call['Status__c']));

async function openReport({ console: page }: Desk, username: string, name: string): Promise<void> {
    await page.openAs(username, REPORTS);
    await page.shownPage.getByRole('link', { name, exact: true }).click();
    await page.shownPage.getByRole('heading', { name, level: 1 }).waitFor();
}

/** By keyboard. */
async function openDashboard({ console: page }: Desk, name: string): Promise<void> {
    await page.openAs('divya', DASHBOARDS);
    await page.shownPage.getByRole('link', { name, exact: true }).press('Enter');
    await page.shownPage.getByText(/^As of/).waitFor();
}

function figure({ console: page }: Desk, name: string): Locator {
    return page.shownPage.locator('.console-report-figures > div').filter({ hasText: name }).locator('dd');
}

/** Cells of a line of the shown table, by what it is called. */
async function line({ console: page }: Desk, name: string | RegExp): Promise<string[]> {
    const row = page.shownPage.locator('console-report-table tbody tr, console-matrix-table tbody tr').filter({
        has: page.page.locator('th').filter({ hasText: name })
    });
    return (await row.first().locator('td').allInnerTexts()).map((text) => text.trim());
}

deskTest(
    'a manager reads how many calls each agent handles, an agent of the own calls and those that nobody took',
    async (desk) => {
        const calls = callsSince(desk, WEEK_BEGAN);
        const ofAsha = calls.filter((call) => call['Agent_Code__c'] === 'AG_ASHA');
        await openReport(desk, 'divya', 'How many calls does each agent handle?');
        await eventuallyEqual(() => figure(desk, 'Total Records').innerText(), String(calls.length));
        const cells = await line(desk, 'Asha Verma');
        assert.equal(cells.at(-1), String(ofAsha.length));
        const rate = (100 * ofAsha.filter(isConnected).length) / ofAsha.length;
        assert.ok(cells.includes(`${rate.toFixed(1)}%`), `${rate} in ${cells.join(' ')}`);
        await desk.screenshot('summary with chart');
        assert.deepEqual(await brokenAccessibilityRules(desk.console.shownPage), []);
        await desk.console.page.setViewportSize({ width: 720, height: 450 });
        await desk.screenshot('at 200 percent');
        await desk.console.page.setViewportSize({ width: 1440, height: 900 });

        const seen = calls.filter((call) => isMissed(call) || ofAsha.includes(call));
        await openReport(desk, 'asha', 'How many calls does each agent handle?');
        await eventuallyEqual(() => figure(desk, 'Total Records').innerText(), String(seen.length));
        const groups = await desk.console.shownPage
            .locator('tr.console-report-group.console-report-outer th')
            .allInnerTexts();
        assert.deepEqual(groups.slice(0, 1), ['Asha Verma']);
        assert.equal(groups.length, new Set(seen.map((call) => call['Agent_Code__c'])).size);
        await desk.screenshot('the same of an agent');
    },
    withHistory
);

deskTest(
    'a matrix crosses days and states, and its totals are those of the rows',
    async (desk) => {
        const calls = callsSince(desk, MONTH_BEGAN);
        await openReport(desk, 'divya', 'How many calls do we handle a day?');
        await eventuallyEqual(() => figure(desk, 'Total Records').innerText(), String(calls.length));
        const total = await line(desk, /^Total$/);
        assert.ok(total.at(-1)?.endsWith(String(calls.length)), total.at(-1));
        await desk.screenshot('matrix');
        assert.deepEqual(await brokenAccessibilityRules(desk.console.shownPage), []);
        await desk.console.shownPage.locator('[data-legend]').scrollIntoViewIfNeeded();
        await desk.screenshot('matrix, end');
    },
    withHistory
);

deskTest(
    'missed calls stand below their process, each with a link to its record',
    async (desk) => {
        const { console: page } = desk;
        const missed = callsSince(desk, MONTH_BEGAN).filter(
            (call) => isMissed(call) && call['Returned_At__c'] === null
        );
        await openReport(desk, 'divya', 'Which missed calls were not returned?');
        await eventuallyEqual(() => figure(desk, 'Total Records').innerText(), String(missed.length));
        assert.equal(await page.shownPage.locator('tr[data-kind="row"]').count(), missed.length);
        await desk.screenshot('groups with rows');
        assert.deepEqual(await brokenAccessibilityRules(page.shownPage), []);
        const name = String(missed[0]?.['Name']);
        await page.shownPage.getByRole('link', { name, exact: true }).click();
        await eventuallyEqual(() => page.recordName.innerText(), name);
    },
    withHistory
);

deskTest(
    'a report without groups lists its rows, and what finds nothing says so',
    async (desk) => {
        const { console: page, stack } = desk;
        await openReport(desk, 'divya', 'Which promises were late or broken?');
        const promises = stack.org.store
            .find({ object: 'ConVox_Follow_Up__c' })
            .filter(
                ({ State__c: state, Due_At__c: due, Origin_Call__c: origin }) =>
                    (state === 'Late' || state === 'Broken') && origin !== null && String(due) >= MONTH_BEGAN
            );
        await eventuallyEqual(() => page.shownPage.locator('tr[data-kind="row"]').count(), promises.length);
        await desk.screenshot('rows only');
        assert.deepEqual(await brokenAccessibilityRules(page.shownPage), []);
        const { store, users } = stack.org;
        store.delete(
            'ConVox_Follow_Up__c',
            promises.map(({ Id: id }) => String(id)),
            users.admin
        );
        await page.shownPage.getByRole('button', { name: 'Refresh' }).click();
        await page.shownPage.locator('[data-empty]').waitFor();
        await desk.screenshot('nothing found');
    },
    withHistory
);

deskTest(
    'every report is shown without an error',
    async (desk) => {
        const { console: page } = desk;
        await page.openAs('divya', REPORTS);
        const links = page.shownPage.locator('.console-analytics-list a');
        await links.first().waitFor();
        await desk.screenshot('list of reports');
        assert.deepEqual(await brokenAccessibilityRules(page.shownPage), []);
        const names = await links.allInnerTexts();
        for (const name of names) {
            await page.shownPage.getByRole('link', { name, exact: true }).click();
            await page.shownPage.getByRole('heading', { name, level: 1 }).waitFor();
            await figure(desk, 'Total Records').waitFor();
            assert.equal(await page.shownPage.locator('[data-empty], console-notice').count(), 0, name);
            await page.page.getByRole('button', { name: 'Close tab' }).click();
        }
    },
    withHistory
);

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
    'the operations dashboard is whole, also at 200 percent',
    async (desk) => {
        const { console: page } = desk;
        await openDashboard(desk, 'ConVox Operations');
        const open = callsSince(desk, MONTH_BEGAN).filter((call) => isMissed(call) && call['Returned_At__c'] === null);
        await eventuallyEqual(() => page.shownPage.locator('[data-metric]').first().innerText(), String(open.length));
        assert.equal(await page.shownPage.locator('[data-empty]').count(), 0);
        await page.page.setViewportSize({ width: 1440, height: 1700 });
        await desk.screenshot('operations dashboard');
        assert.deepEqual(await brokenAccessibilityRules(page.shownPage), []);
        await page.page.setViewportSize({ width: 720, height: 900 });
        await desk.screenshot('zoomed');
        await page.shownPage.locator('console-dashboard-tile').nth(7).scrollIntoViewIfNeeded();
        await desk.screenshot('zoomed further down');
        const stage = page.shownPage;
        const overflow = await stage.evaluate(
            (root: { scrollWidth: number; clientWidth: number }) => root.scrollWidth - root.clientWidth
        );
        assert.equal(overflow, 0, 'nothing has to be scrolled sideways');
    },
    withHistory
);

deskTest(
    'an agent finds no dashboard of the managers, and hears why',
    async (desk) => {
        await desk.console.openAs('asha', DASHBOARDS);
        await desk.console.shownPage.getByText('Nothing here is shared with you').waitFor();
    },
    withHistory
);

deskTest(
    "a report's columns and filters are called as the reader's language has it",
    async (desk) => {
        const { org } = desk.stack;
        const divya = org.users.find('divya.menon');
        assert.ok(divya);
        org.store.update('User', [{ id: divya.id, values: { LanguageLocaleKey: 'hi' } }], org.users.admin);
        await openReport(desk, 'divya', 'Which calls have no disposition?');
        const { shownPage } = desk.console;
        await shownPage.locator('thead th').first().waitFor();
        const names = [
            ...(await shownPage.locator('thead th').allInnerTexts()),
            ...(await shownPage.locator('.console-report-filters strong').allInnerTexts())
        ];
        await desk.screenshot('hindi');
        assert.deepEqual(
            names.filter((name) => !/[\u0900-\u097F]/.test(name)),
            ['Show Me']
        );
    },
    withHistory
);
