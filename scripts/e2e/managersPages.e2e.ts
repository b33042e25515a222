import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { metadataFiles } from '../local/metadata/metadataFiles.ts';
import { PRODUCT } from '../local/org/testing/testOrg.ts';
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

async function open({ console: page, stack }: Desk, kind: Kind, developerName: string): Promise<void> {
    const where = { field: 'DeveloperName', operator: 'eq', value: developerName } as const;
    const [row] = stack.org.store.find({ object: kind, where });
    await page.open(`/lightning/r/${kind}/${String(row?.['Id'])}/view`);
    await page.shownPage
        .locator(kind === 'Report' ? '.console-report-figures, [data-empty]' : 'console-dashboard-tile')
        .first()
        .waitFor();
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

const reports = namesOf('Report');
for (let first = 0; first < reports.length; first += PAGES_PER_TEST) {
    const some = reports.slice(first, first + PAGES_PER_TEST);
    for (const [calls, options] of [
        ['a month of calls', withHistory],
        ['no call yet', {}]
    ] as const) {
        deskTest(
            `with ${calls} the reports from ${some[0]} to ${some.at(-1)} are whole in every window`,
            async (desk) => {
                await desk.console.openAs('divya');
                for (const name of some) {
                    await open(desk, 'Report', name);
                    await lookAt(desk, name);
                }
            },
            options
        );
    }
}

for (const [calls, options] of [
    ['a month of calls', withHistory],
    ['no call yet', {}]
] as const) {
    deskTest(
        `with ${calls} the dashboards and the wallboard are whole in every window`,
        async (desk) => {
            await desk.console.openAs('divya');
            for (const name of namesOf('Dashboard')) {
                await open(desk, 'Dashboard', name);
                await lookAt(desk, name);
            }
            await desk.console.open('/lightning/n/ConVox_Wallboard');
            await desk.console.shownPage.locator('c-convox-wallboard [data-tile]').first().waitFor();
            await lookAt(desk, 'Wallboard');
        },
        options
    );
}
