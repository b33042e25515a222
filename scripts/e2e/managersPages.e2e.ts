import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { metadataFiles } from '../local/metadata/metadataFiles.ts';
import { PRODUCT } from '../local/org/testing/testOrg.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { withHistory } from './historyCalls.ts';

/** A window of 1440 pixels at 200 percent, and a phone. */
const WINDOWS = [
    ['whole', { width: 1440, height: 900 }],
    ['at 200 percent', { width: 720, height: 450 }],
    ['on a phone', { width: 390, height: 844 }]
] as const;
/** Pages that one test opens, so that none takes too long. */
const PAGES_PER_TEST = 4;

type Kind = 'Report' | 'Dashboard';

function namesOf(kind: Kind): string[] {
    const suffix = `.${kind.toLowerCase()}-meta.xml`;
    return metadataFiles(PRODUCT, suffix).map(({ file }) => basename(file, suffix));
}

async function openList({ console: page }: Desk, kind: Kind): Promise<void> {
    await page.openAs('divya', `/lightning/o/${kind}/home`);
    await page.shownPage.locator('.console-analytics-list a').first().waitFor();
}

/** Opens a page from the list of its kind, looks at it in every window, and goes back to the list. */
async function lookInto(desk: Desk, kind: Kind, developerName: string, isEmpty: boolean): Promise<void> {
    const { page, shownPage } = desk.console;
    const where = { field: 'DeveloperName', operator: 'eq', value: developerName } as const;
    const [row] = desk.stack.org.store.find({ object: kind, where });
    const name = String(row?.[kind === 'Report' ? 'Name' : 'Title']);
    await shownPage.getByRole('link', { name, exact: true }).click();
    await shownPage.getByRole('heading', { name, level: 1 }).waitFor();
    await shownPage
        .locator(kind === 'Report' ? '.console-report-figures, [data-empty]' : 'console-dashboard-tile')
        .first()
        .waitFor();
    assert.equal(await shownPage.locator('console-notice').count(), 0, name);
    if (!isEmpty) {
        assert.equal(await shownPage.locator('[data-empty]').count(), 0, name);
    }
    if (kind === 'Dashboard') {
        assert.deepEqual(await brokenAccessibilityRules(shownPage), []);
    }
    await lookAt(desk, developerName);
    await page.getByRole('button', { name: 'Close tab' }).click();
}

/** Nothing makes the page scroll sideways, and no text is shown in part. */
async function assertWhole({ console: page }: Desk, what: string): Promise<void> {
    for (const part of [page.page.locator('html'), page.shownPage]) {
        const overflow = await part.evaluate(
            (box: { scrollWidth: number; clientWidth: number }) => box.scrollWidth - box.clientWidth
        );
        assert.equal(overflow, 0, `${what} scrolls sideways`);
    }
    assert.deepEqual(await cutOffTexts(page.shownPage), [], `${what} cuts texts off`);
}

async function lookAt(desk: Desk, name: string): Promise<void> {
    for (const [window, size] of WINDOWS) {
        await desk.console.page.setViewportSize(size);
        await desk.screenshot(`${name} ${window}`);
        await assertWhole(desk, `${name} ${window}`);
    }
    await desk.console.page.setViewportSize(WINDOWS[0][1]);
}

function readHindi({ stack: { org } }: Desk): void {
    const id = org.users.find('divya.menon')?.id ?? '';
    org.store.update('User', [{ id, values: { LanguageLocaleKey: 'hi' } }], org.users.admin);
}

const FILLED = [
    ['a month of calls', withHistory],
    ['no call yet', {}]
] as const;

for (const [calls, options] of FILLED) {
    const isEmpty = options !== withHistory;
    const reports = namesOf('Report');
    for (let first = 0; first < reports.length; first += PAGES_PER_TEST) {
        const some = reports.slice(first, first + PAGES_PER_TEST);
        deskTest(
            `with ${calls} the reports from ${some[0]} to ${some.at(-1)} are whole in every window`,
            async (desk) => {
                await openList(desk, 'Report');
                for (const name of some) {
                    await lookInto(desk, 'Report', name, isEmpty);
                }
            },
            options
        );
    }

    deskTest(
        `with ${calls} the dashboards and the wallboard are whole in every window`,
        async (desk) => {
            for (const kind of ['Report', 'Dashboard'] as const) {
                await openList(desk, kind);
                await desk.screenshot(`list of ${kind}s`);
                assert.deepEqual(await brokenAccessibilityRules(desk.console.shownPage), []);
            }
            for (const name of namesOf('Dashboard')) {
                await lookInto(desk, 'Dashboard', name, isEmpty);
            }
            await desk.console.open('/lightning/n/ConVox_Wallboard');
            await desk.console.shownPage.locator('c-convox-wallboard [data-tile]').first().waitFor();
            await lookAt(desk, 'Wallboard');
            readHindi(desk);
            await desk.console.open('/lightning/n/ConVox_Wallboard');
            await desk.console.shownPage.getByRole('heading', { name: 'वॉलबोर्ड' }).waitFor();
            await lookAt(desk, 'Wallboard in Hindi');
        },
        options
    );
}
