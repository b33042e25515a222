import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { packagesFolder } from '../build/projectPaths.ts';
import { deskTest } from './desk.ts';

const axe = readFileSync(join(packagesFolder, 'axe-core', 'axe.min.js'), 'utf8');

const Violations = z.array(
    z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) })
);

/** What the accessibility rules say about everything on the page, in words. */
async function violationsOn(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const found: unknown = await page.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)"
    );
    return z.parse(Violations, found).map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
}

deskTest(
    'every page of the console, with the phone open, keeps the rules of accessibility',
    async ({ console: page, stack }) => {
        const [contact] = stack.org.store.find({ object: 'Contact', limit: 1 });
        await page.open();
        await page.utilityBar.getByRole('button').first().click();
        await page.phonePanel.waitFor({ state: 'visible' });
        await page.shownPage.getByRole('table').waitFor();
        assert.deepEqual(await violationsOn(page.page), [], 'list');

        await page.open(`/lightning/r/Contact/${String(contact?.['Id'])}/view`);
        await page.field('Name').getByText(String(contact?.['Name'])).waitFor();
        assert.deepEqual(await violationsOn(page.page), [], 'record');

        await page.shownPage.getByRole('button', { name: 'Edit' }).click();
        await page.input('LastName').waitFor();
        assert.deepEqual(await violationsOn(page.page), [], 'dialog');
    }
);
