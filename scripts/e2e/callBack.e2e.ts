import assert from 'node:assert/strict';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import { deskTest } from './desk.ts';
import type { Desk } from './desk.ts';
import { serverDay } from './floorTimes.ts';
import { userOf } from './setupPage.ts';

/** A call of a customer who does not want to be called, which nobody answered. Returns its id. */
async function missedCall({ stack: { org } }: Desk): Promise<string> {
    const where = { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: KNOWN_CALLER_NUMBER } as const;
    const contact = String(org.store.find({ object: 'Contact', where })[0]?.['Id']);
    org.store.update('Contact', [{ id: contact, values: { DoNotCall: true } }], org.users.admin);
    const call = {
        OwnerId: userOf(org, 'asha').id,
        Call_Reference__c: 'MISSED1',
        Customer_Number__c: KNOWN_CALLER_NUMBER,
        Direction__c: 'Inbound',
        Status__c: 'Not Connected',
        Duration_Seconds__c: 0,
        Started_At__c: new Date().toISOString(),
        Start_Day__c: serverDay(new Date().toISOString()),
        Contact__c: contact
    };
    const [saved] = org.store.create('ConVox_Call__c', [call], org.users.admin);
    assert.ok(saved?.success);
    await org.settle();
    return saved.id;
}

deskTest(
    'from the list of missed calls a link leads to the number, and only the press there calls it',
    async (desk) => {
        const { console: page, screenshot, agentScreen } = desk;
        const story = new CallStory(desk);
        await missedCall(desk);
        await agentScreen.open();
        await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
        await agentScreen.waitForState('IDLE');
        await page.open('/lightning/o/ConVox_Call__c/list?filterName=Missed_Not_Returned');
        const link = page.page.getByRole('table').getByRole('link', { name: '☎' });
        await link.waitFor();
        await screenshot('list');
        await link.click();
        const { shownPage } = page;
        const call = shownPage.getByRole('button', { name: 'Call 98765 43201' });
        await call.and(shownPage.locator(':enabled')).waitFor();
        await shownPage.locator('[data-id="customer"]').getByText('Priya Nair').waitFor();
        await screenshot('ready');
        assert.deepEqual(await brokenAccessibilityRules(shownPage), []);
        assert.deepEqual(story.commands(), []);

        await page.utilityBar.getByRole('button').first().click();
        await page.phonePanel.waitFor({ state: 'visible' });
        for (const [width, height] of [
            [1440, 900],
            [1280, 720],
            [1024, 640],
            [720, 450]
        ] as const) {
            await page.page.setViewportSize({ width, height });
            for (const button of await shownPage.locator('c-convox-call-back button').all()) {
                // Fails where something else lies on it.
                await button.click({ trial: true, timeout: 5000 });
            }
            await screenshot(`beside the open phone at ${width}`);
        }
        await page.page.setViewportSize({ width: 1440, height: 900 });
        await page.phonePanel.getByRole('button', { name: 'Minimize' }).click();

        await call.click();
        const question = shownPage.getByRole('group', { name: /^Call Priya Nair \(98765 43201\) all the same\?/ });
        await question.getByText(/record says that they do not want to be called/).waitFor();
        await question.getByRole('button', { name: 'Call anyway' }).click();
        const [dial] = await story.wireHas('dial', 1);
        assert.equal(Object.fromEntries(dial?.parameters ?? [])['phone_number'], KNOWN_CALLER_NUMBER);
        await call.and(shownPage.locator(':disabled')).waitFor();
        await screenshot('called');
    }
);

deskTest(
    'a link that somebody made up calls nobody and says what to do, in Hindi and on a narrow page, too',
    async (desk) => {
        const { console: page, screenshot, stack } = desk;
        const story = new CallStory(desk);
        const { org } = stack;
        const call = await missedCall(desk);
        const open = (record: string): Promise<void> =>
            page.open(`/lightning/cmp/c__convoxCallBack?${new URLSearchParams({ c__record: record }).toString()}`);
        for (const record of ['<b>9876543201</b>', userOf(org, 'asha').id, '9876543201']) {
            await open(record);
            await page.shownPage.getByRole('alert').getByText('This address names no record with a number').waitFor();
        }
        await screenshot('made up');
        const { admin } = org.users;
        org.store.update('User', [{ id: userOf(org, 'asha').id, values: { LanguageLocaleKey: 'hi' } }], admin);
        await page.page.setViewportSize({ width: 340, height: 640 });
        await open(call);
        await page.shownPage.getByRole('heading', { name: 'वापस कॉल करें' }).waitFor();
        await page.shownPage.locator('c-convox-numbers lightning-button').waitFor();
        await screenshot('Hindi at 340 px');
        assert.deepEqual(await cutOffTexts(page.shownPage.locator('c-convox-call-back')), []);
        assert.deepEqual(story.commands(), []);
    }
);
