import assert from 'node:assert/strict';
import type { Locator } from '@playwright/test';
import type { OrgRecord } from '../local/org/records.ts';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventually } from './expect.ts';

const stack = { ports: { console: 0, convox: 0, gateway: 0, org: 0, recordings: 0 } };

const player = (place: Locator): Locator => place.locator('c-convox-recording-player');
const openings = ({ stack: { org } }: Desk): OrgRecord[] => org.store.find({ object: 'ConVox_Recording_Opening__c' });

/** A call that ConVox has reported with its recording, and the page of it. */
async function openReportedCall(desk: Desk): Promise<OrgRecord> {
    const { org } = desk.stack;
    const [saved] = org.store.create(
        'ConVox_Call__c',
        [
            {
                Call_Reference__c: 'HEARD1',
                Customer_Number__c: KNOWN_CALLER_NUMBER,
                Agent_Code__c: 'AG_ASHA',
                Status__c: 'Ended',
                Direction__c: 'Inbound',
                Duration_Seconds__c: 12,
                Started_At__c: new Date().toISOString(),
                Recording_File__c: '/var/www/html/calls/2026-11-22/in/SUPPORT_AG_ASHA_HEARD1.WAV'
            }
        ],
        org.users.admin
    );
    await org.settle();
    assert.ok(saved?.success);
    const call = org.store.get('ConVox_Call__c', saved.id);
    assert.ok(call);
    await desk.console.open(`/lightning/r/ConVox_Call__c/${saved.id}/view`);
    return call;
}

async function moves(audio: Locator): Promise<void> {
    const now = (): Promise<number> => audio.evaluate((element) => Number(Reflect.get(element, 'currentTime')));
    const before = await now();
    await eventually(now, (after) => assert.ok(after > before, 'the recording goes on'));
}

deskTest(
    'the recording that ConVox reports is heard on the page of the call, and who listened stands below it',
    async (desk) => {
        const { console: page, screenshot } = desk;
        const story = new CallStory(desk);
        await story.startShift();
        await story.answer('knownCaller');
        await story.phone.chooseDisposition('Sale');
        await story.phone.save();
        await story.phone.outcome.getByText('ConVox accepted').waitFor();
        const call = await eventually(
            () => story.calls()[0],
            (found) => assert.ok(found?.['Recording__c'])
        );
        const link = String(call?.['Recording__c']);
        assert.ok(link.startsWith(`${desk.stack.urls.recordings}/calls/`), link);

        await page.open(`/lightning/r/ConVox_Call__c/${String(call?.['Id'])}/view`);
        const shown = player(page.shownPage);
        await shown.getByRole('button', { name: 'Listen' }).waitFor();
        assert.equal(await shown.locator('audio').count(), 0, 'no address before it is kept who listens');
        await screenshot('before');
        await shown.getByRole('button', { name: 'Listen' }).press('Enter');
        const audio = shown.locator('audio');
        await moves(audio);
        await shown.locator('audio:focus').waitFor();
        assert.equal(await shown.getByRole('link', { name: 'Open in a new tab' }).getAttribute('href'), link);
        await shown.getByText('2×').click();
        assert.equal(await audio.evaluate((element) => Number(Reflect.get(element, 'playbackRate'))), 2);
        await audio.evaluate((element) => Reflect.set(element, 'currentTime', 9));
        await moves(audio);
        await screenshot('playing');
        assert.deepEqual(await brokenAccessibilityRules(page.shownPage.locator('c-convox-recording')), []);

        assert.deepEqual(
            openings(desk).map((opening) => [opening['Call__c'], opening['CreatedById']]),
            [[call?.['Id'], call?.['OwnerId']]]
        );
        await page.page.reload();
        await page.shownPage.getByRole('tab', { name: 'Related' }).click();
        await page.shownPage.getByText('Recording Openings').waitFor();
        await page.shownPage.getByRole('row', { name: /RO-00000001.*Asha Verma.*20\d\d/ }).waitFor();
        await screenshot('who listened');
    },
    { stack }
);

deskTest(
    'a recording whose opening cannot be kept is not played',
    async (desk) => {
        const { console: page, screenshot, context } = desk;
        await openReportedCall(desk);
        await context.route('**/ui-api/records', (route) =>
            route.fulfill({ status: 403, json: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'No access' }] })
        );
        const shown = player(page.shownPage);
        await shown.getByRole('button', { name: 'Listen' }).click();
        await shown.getByRole('alert').getByText('The recording stays closed').waitFor();
        assert.equal(await shown.locator('audio').count(), 0);
        assert.equal(await shown.getByRole('link').count(), 0);
        await screenshot('refused');
        await context.unroute('**/ui-api/records');
        await shown.getByRole('button', { name: 'Listen' }).click();
        await moves(shown.locator('audio'));
        assert.equal(await shown.getByRole('alert').count(), 0);
        assert.equal(openings(desk).length, 1);
    },
    { stack, provokesRefusals: true }
);

deskTest(
    'without a Trusted URL the player says what is missing and leaves the link',
    async (desk) => {
        const { console: page, screenshot } = desk;
        const { store, users } = desk.stack.org;
        const [site] = store.find({ object: 'CspTrustedSite' });
        store.update('CspTrustedSite', [{ id: String(site?.['Id']), values: { IsActive: false } }], users.admin);
        const call = await openReportedCall(desk);
        const shown = player(page.shownPage);
        await shown.getByRole('button', { name: 'Listen' }).click();
        await shown.getByRole('alert').getByText('Trusted URLs').waitFor();
        await screenshot('not trusted');
        const [tab] = await Promise.all([
            page.page.waitForEvent('popup'),
            shown.getByRole('link', { name: 'Open in a new tab' }).click()
        ]);
        assert.equal(tab.url(), call['Recording__c']);
        assert.equal(await tab.evaluate(() => String(Reflect.get(globalThis, 'opener'))), 'null');
        assert.equal(openings(desk).length, 1);
    },
    { stack, provokesRefusals: true }
);

deskTest('without a base for recordings the page of a call has no player', async (desk) => {
    const { console: page } = desk;
    await openReportedCall(desk);
    await page.field('Recording_File__c').getByText('SUPPORT_AG_ASHA_HEARD1.WAV').waitFor();
    await page.shownPage.getByText('Call Customer').or(page.shownPage.locator('c-convox-numbers')).first().waitFor();
    assert.equal(await player(page.shownPage).count(), 0);
    assert.equal(await page.shownPage.locator('c-convox-recording lightning-card').count(), 0);
});

deskTest(
    "a call is heard in the customer's history too, in Hindi and in a narrow window",
    async (desk) => {
        const { console: page, screenshot } = desk;
        const { store, users } = desk.stack.org;
        const asha = users.list().find(({ username }) => username.startsWith('asha'));
        store.update('User', [{ id: String(asha?.id), values: { LanguageLocaleKey: 'hi' } }], users.admin);
        const call = await openReportedCall(desk);
        await player(page.shownPage).getByRole('button', { name: 'सुनें' }).click();
        await moves(player(page.shownPage).locator('audio'));
        await page.page.setViewportSize({ width: 340, height: 800 });
        await player(page.shownPage).scrollIntoViewIfNeeded();
        assert.deepEqual(await cutOffTexts(page.shownPage.locator('c-convox-recording')), []);
        await screenshot('Hindi at 340 px');
        await page.open(`/lightning/r/Contact/${String(call['Contact__c'])}/view`);
        const line = player(page.shownPage.locator('c-convox-call-history'));
        await line.getByRole('button', { name: 'सुनें' }).click();
        await moves(line.locator('audio'));
        await line.locator('audio').scrollIntoViewIfNeeded();
        assert.deepEqual(await cutOffTexts(line), []);
        await screenshot('history at 340 px');
        await page.page.setViewportSize({ width: 1440, height: 900 });
        await screenshot('history');
        assert.deepEqual(await brokenAccessibilityRules(line), []);
        assert.equal(openings(desk).length, 2);
    },
    { stack }
);
