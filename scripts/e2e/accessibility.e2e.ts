import assert from 'node:assert/strict';
import { brokenAccessibilityRules } from './accessibility.ts';
import { deskTest } from './desk.ts';

deskTest(
    'every page of the console, with the phone open, keeps the rules of accessibility',
    async ({ console: page, stack }) => {
        const [contact] = stack.org.store.find({ object: 'Contact', limit: 1 });
        await page.open();
        await page.utilityBar.getByRole('button').first().click();
        await page.phonePanel.waitFor({ state: 'visible' });
        await page.shownPage.getByRole('table').waitFor();
        assert.deepEqual(await brokenAccessibilityRules(page.page.locator('html')), [], 'list');

        await page.open(`/lightning/r/Contact/${String(contact?.['Id'])}/view`);
        await page.field('Name').getByText(String(contact?.['Name'])).waitFor();
        assert.deepEqual(await brokenAccessibilityRules(page.page.locator('html')), [], 'record');

        await page.shownPage.getByRole('button', { name: 'Edit' }).click();
        await page.input('LastName').waitFor();
        assert.deepEqual(await brokenAccessibilityRules(page.page.locator('html')), [], 'dialog');
    }
);
