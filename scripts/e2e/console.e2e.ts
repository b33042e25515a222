import assert from 'node:assert/strict';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventually, eventuallyEqual } from './expect.ts';

/** The contact that the seed gives the known caller's number. */
function knownContact({ stack }: Desk): { id: string; name: string } {
    const [contact] = stack.org.store.find({
        object: 'Contact',
        where: { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: KNOWN_CALLER_NUMBER }
    });
    assert.ok(contact, 'The seed has a contact with the known number');
    return { id: String(contact['Id']), name: String(contact['Name']) };
}

deskTest(
    'the console opens with the phone in its utility bar at the width that its metadata asks for',
    async (desk) => {
        const { console: page, screenshot } = desk;
        await page.open();
        // The eager component is there although its panel is closed.
        await page.softphone.waitFor({ state: 'attached' });
        assert.equal(await page.phonePanel.isVisible(), false, 'the panel is closed at first');
        await page.utilityBar.getByRole('button').first().click();
        await page.phonePanel.waitFor({ state: 'visible' });
        const box = await page.phonePanel.boundingBox();
        assert.equal(box?.width, 340);
        assert.equal(box?.height, 540);
        assert.deepEqual(await page.hiddenPartsOfPhone(), []);
        const stage = await page.page.locator('.console-stage').boundingBox();
        const bar = await page.utilityBar.boundingBox();
        assert.equal((stage?.y ?? 0) + (stage?.height ?? 0), bar?.y, 'pages end where the bar begins');
        await screenshot('phone open');
        await page.phonePanel.getByRole('button', { name: 'Minimize' }).click();
        await page.phonePanel.waitFor({ state: 'hidden' });
    }
);

deskTest('a record page is composed from its FlexiPage and shows the record', async (desk) => {
    const { console: page, screenshot } = desk;
    const contact = knownContact(desk);
    await page.open(`/lightning/r/Contact/${contact.id}/view`);
    await eventuallyEqual(() => page.recordName.textContent(), contact.name);
    await page.field('MobilePhone').getByText(/98765/).waitFor();
    await page.shownPage.locator('[data-region="sidebar"] c-convox-click-to-call').waitFor();
    await page.tab(contact.name).waitFor();
    await screenshot('contact');
});

deskTest('navigation items share one place, records open in tabs that can be closed', async (desk) => {
    const { console: page, screenshot } = desk;
    const contact = knownContact(desk);
    await page.open();
    await page.chooseNavigationItem('Accounts');
    await page.shownPage.getByRole('heading', { name: 'Accounts' }).waitFor();
    await page.chooseNavigationItem('Contacts');
    await page.shownPage.getByRole('link', { name: contact.name, exact: true }).click();
    await eventuallyEqual(() => page.recordName.textContent(), contact.name);
    assert.match(page.page.url(), new RegExp(`/lightning/r/Contact/${contact.id}/view$`));
    await screenshot('tabs');
    await page.page.goBack();
    await page.shownPage.getByRole('heading', { name: 'Contacts' }).waitFor();
    await page.page.getByRole('button', { name: 'Close tab' }).click();
    await eventuallyEqual(() => page.workspaceTabs.count(), 0);
});

deskTest('a link with field values opens a form for a new record, and saving it opens the record', async (desk) => {
    const { console: page, screenshot, stack } = desk;
    await page.open('/lightning/o/Contact/new?defaultFieldValues=LastName%3DDesai%2CPhone%3D9000000071');
    await eventuallyEqual(() => page.input('LastName').inputValue(), 'Desai');
    await page.input('FirstName').fill('Kavya');
    await screenshot('form');
    await page.shownPage.getByRole('button', { name: 'Save' }).click();
    await page.toast('Contact was created').waitFor();
    await eventuallyEqual(() => page.recordName.textContent(), 'Kavya Desai');
    const [saved] = stack.org.store.find({
        object: 'Contact',
        where: { field: 'LastName', operator: 'eq', value: 'Desai' }
    });
    assert.equal(saved?.['ConVox_Phone_Key__c'], '9000000071', 'the flow filled the phone key');
});

deskTest(
    'a record that the org refuses shows why, and what was entered stays',
    async ({ console: page, screenshot, stack }) => {
        const { org } = stack;
        org.store.create('ConVox_Call__c', [{ Call_Reference__c: 'TAKEN' }], org.users.admin);
        await page.open('/lightning/o/ConVox_Call__c/new?defaultFieldValues=Call_Reference__c%3DTAKEN');
        await eventuallyEqual(() => page.input('Call_Reference__c').inputValue(), 'TAKEN');
        await page.shownPage.getByRole('button', { name: 'Save' }).click();
        await page.shownPage
            .getByRole('alert')
            .filter({ hasText: /duplicate/i })
            .waitFor();
        await screenshot('refused');
        await page.input('Call_Reference__c').fill('FREE');
        await page.shownPage.getByRole('button', { name: 'Save' }).click();
        await eventually(
            () => page.recordName.textContent(),
            (name) => assert.match(name ?? '', /^CALL-/)
        );
    },
    { provokesRefusals: true }
);

deskTest('labels and dates follow the language of the user who is signed in', async (desk) => {
    const { console: page, stack, screenshot } = desk;
    const ravi = stack.org.users.list().find(({ username }) => username.startsWith('ravi'));
    assert.ok(ravi);
    stack.org.store.update('User', [{ id: ravi.id, values: { LanguageLocaleKey: 'hi' } }], stack.org.users.admin);
    await page.openAs('ravi');
    await page.utilityBar.getByRole('button').first().click();
    await eventually(
        () => page.softphone.textContent(),
        (text) => assert.match(text ?? '', /[\u0900-\u097F]/)
    );
    await screenshot('hindi');
});
