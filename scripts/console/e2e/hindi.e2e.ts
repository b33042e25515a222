import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventually } from './expect.ts';

async function callOfAsha({ stack }: Desk): Promise<string> {
    const { org } = stack;
    const asha = org.users.list().find(({ username }) => username.startsWith('asha'));
    assert.ok(asha);
    org.store.update('User', [{ id: asha.id, values: { LanguageLocaleKey: 'hi' } }], org.users.admin);
    const [saved] = org.store.create(
        'ConVox_Call__c',
        [
            {
                Call_Reference__c: 'HINDI1',
                Customer_Number__c: '9876543201',
                Status__c: 'Disposed',
                Direction__c: 'Inbound',
                Disposition__c: 'RESOLVED',
                Duration_Seconds__c: 125,
                Started_At__c: new Date().toISOString(),
                Agent_Code__c: 'AG_ASHA'
            }
        ],
        org.users.admin
    );
    await org.settle();
    assert.ok(saved?.success);
    return saved.id;
}

/** What Salesforce itself says in English where Hindi is a language for the package's texts only. */
const STANDARD = /^(Owner|Created By|Last Modified By|Owner ID|System Information)$/;

async function englishIn(texts: Locator): Promise<string[]> {
    const found = await texts.allInnerTexts();
    assert.ok(found.length > 0);
    return found.map((text) => text.trim()).filter((text) => /^[\x20-\x7e]+$/.test(text) && !STANDARD.test(text));
}

/** Names that are the same in every language. */
const NAMES = ['ConVox ID', 'DID'];

deskTest("a call's page speaks Hindi: names, sections, values, actions and help", async (desk) => {
    const { console: page, screenshot } = desk;
    const id = await callOfAsha(desk);
    await page.open(`/lightning/r/ConVox_Call__c/${id}/view`);
    await page.field('Status__c').waitFor();
    await screenshot('call');
    assert.equal(await page.field('Status__c').innerText(), 'डिस्पोज़िशन दर्ज');
    assert.equal(await page.field('Direction__c').innerText(), 'आने वाली');
    assert.deepEqual(await englishIn(page.shownPage.locator('.console-field dt')), NAMES);
    assert.deepEqual(await englishIn(page.shownPage.locator('console-detail-panel .console-section-title')), []);
    assert.deepEqual(await englishIn(page.shownPage.locator('.slds-page-header__detail-block .slds-text-title')), []);
    await page.shownPage.getByRole('button', { name: 'वापस कॉल करें' }).waitFor();
    await page.page.getByText('ConVox कंसोल').waitFor();
    await page.shownPage.getByRole('tab', { name: 'Related' }).click();
    await page.shownPage.getByText('पूरे हुए फ़ॉलो-अप').waitFor();
    await screenshot('related lists');
});

deskTest('list views and forms speak Hindi, and a picklist stores what the package calls its values', async (desk) => {
    const { console: page, stack, screenshot } = desk;
    const id = await callOfAsha(desk);
    await page.open('/lightning/o/ConVox_Call__c/list?filterName=All');
    await page.shownPage.getByRole('heading', { name: 'कॉल', exact: true }).waitFor();
    await page.shownPage.getByText('आने वाली').first().waitFor();
    await screenshot('calls');
    assert.deepEqual(await englishIn(page.shownPage.locator('thead th')), []);
    await page.open(`/lightning/r/ConVox_Call__c/${id}/view`);
    await page.shownPage.getByRole('button', { name: 'Edit' }).click();
    const direction = page.page.locator('console-input-field[data-field="Direction__c"]');
    await direction.getByRole('combobox').click();
    await screenshot('form');
    await direction.getByRole('option', { name: 'जाने वाली' }).click();
    await page.page.getByRole('button', { name: 'Save' }).click();
    await eventually(
        () => stack.org.store.get('ConVox_Call__c', id)?.['Direction__c'],
        (value) => assert.equal(value, 'Outbound')
    );
});
