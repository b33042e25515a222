import assert from 'node:assert/strict';
import type { Locator } from '@playwright/test';
import { brokenAccessibilityRules } from './accessibility.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventuallyEqual } from './expect.ts';
import { callsSince, isConnected, isMissed, MONTH_BEGAN, WEEK_BEGAN, withHistory } from './historyCalls.ts';

const REPORTS = '/lightning/o/Report/home';
async function openReport({ console: page }: Desk, username: string, name: string): Promise<void> {
    await page.openAs(username, REPORTS);
    await page.shownPage.getByRole('link', { name, exact: true }).click();
    await page.shownPage.getByRole('heading', { name, level: 1 }).waitFor();
}

/** What these tests know of a canvas. */
interface Canvas {
    readonly width: number;
    readonly height: number;
    getContext(kind: '2d'): {
        getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
    };
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
        const chart = desk.console.shownPage.locator('console-report-chart canvas');
        await eventuallyEqual(
            () =>
                chart.evaluate((canvas: Canvas) =>
                    canvas
                        .getContext('2d')
                        .getImageData(0, 0, canvas.width, canvas.height)
                        .data.some((part) => part > 0)
                ),
            true
        );
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
    "a report's columns and filters are called, and its values said, as the reader's language has it",
    async (desk) => {
        const { org } = desk.stack;
        const divya = org.users.find('divya.menon');
        assert.ok(divya);
        org.store.update('User', [{ id: divya.id, values: { LanguageLocaleKey: 'hi' } }], org.users.admin);
        await openReport(desk, 'divya', 'Which dispositions did not reach ConVox?');
        const { shownPage } = desk.console;
        await shownPage.locator('thead th').first().waitFor();
        const names = [
            ...(await shownPage.locator('thead th').allInnerTexts()),
            ...(await shownPage.locator('.console-report-filters strong').allInnerTexts())
        ];
        await desk.screenshot('hindi');
        assert.deepEqual(
            names.filter((name) => !/[\u0900-\u097F]/.test(name)),
            // Salesforce's own.
            ['Record Count', 'Show Me']
        );
        const said = shownPage.locator('tr.console-report-group th, tr[data-kind="row"] td:nth-child(5)');
        const values = (await said.allInnerTexts()).filter((text) => text !== '-');
        assert.ok(values.length > 3);
        assert.deepEqual(
            values.filter((value) => !/[\u0900-\u097F]/.test(value)),
            []
        );
    },
    withHistory
);
