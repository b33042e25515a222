import assert from 'node:assert/strict';
import { KNOWN_CALLER_NUMBER, LEAD_NUMBER } from '../sample/org/callers.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import { eventuallyEqual } from './expect.ts';

deskTest('the record in front is that of the call the agent turned to, a stranger’s call its own', async (desk) => {
    const { console: page, screenshot } = desk;
    const story = new CallStory(desk);
    const { phone } = story;
    await story.startShift();
    await story.answer('knownCaller');
    await eventuallyEqual(() => page.recordName.textContent(), 'Priya Nair');
    await phone.writeNotes('Wants a quote.');
    await desk.agentScreen.closeCall('RESOLVED');
    await story.answer('unknownCaller');
    await phone.text(/No contact, lead or account has this number/).waitFor();
    const reference = String(Object.fromEntries(story.wire('pop').at(-1)?.parameters ?? [])['c__CallReferenceID']);
    const shownReference = async (): Promise<string> => (await page.field('Call_Reference__c').innerText()).trim();
    await eventuallyEqual(shownReference, reference);
    await screenshot('a stranger');

    const switcher = phone.root.locator('c-convox-call-switcher').getByRole('button');
    await switcher.filter({ hasText: 'Priya Nair' }).click();
    await eventuallyEqual(() => page.recordName.textContent(), 'Priya Nair');
    await screenshot('back with Priya');
    await switcher.filter({ hasNotText: 'Priya Nair' }).click();
    await eventuallyEqual(shownReference, reference);
    assert.equal(await page.workspaceTabs.count(), 2);

    await page.chooseNavigationItem('Accounts');
    await phone.card.getByRole('button', { name: 'Open record' }).click();
    await eventuallyEqual(shownReference, reference);
});

deskTest('a case that was made for the customer meanwhile is linked to the call by one press', async (desk) => {
    const { console: page, screenshot } = desk;
    const story = new CallStory(desk);
    const { phone } = story;
    await story.startShift();
    await story.answer('knownCaller');
    await phone.card.getByText('Priya Nair').waitFor();
    await phone.card.getByRole('button', { name: 'New' }).click();
    await phone.card.getByRole('menuitem', { name: 'Case' }).click();
    await page.input('Subject').fill('Short delivery');
    await page.shownPage.getByRole('button', { name: 'Save' }).click();
    const offer = phone.root.getByRole('button', { name: 'Link this case to the call' });
    await offer.waitFor();
    await screenshot('case offered');
    await offer.click();
    await phone.text('The case is linked to this call.').waitFor();
    const [made] = desk.stack.org.store.find({
        object: 'Case',
        where: { field: 'Subject', operator: 'eq', value: 'Short delivery' }
    });
    const [priya] = desk.stack.org.store.find({
        object: 'Contact',
        where: { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: KNOWN_CALLER_NUMBER }
    });
    await story.onlyCallIs({ Case__c: made?.['Id'], Contact__c: priya?.['Id'] });
    await screenshot('case linked');
});

deskTest('a caller who hides the number is linked to the record that the agent finds, and stays so', async (desk) => {
    const { console: page, screenshot } = desk;
    const story = new CallStory(desk);
    const { phone } = story;
    await story.startShift();
    await story.answer('withheldNumber');
    await phone.card.getByRole('button', { name: 'New' }).click();
    await phone.card.getByRole('menuitem', { name: 'Link to an existing record' }).click();
    const box = phone.root.locator('c-convox-record-link');
    await box.getByRole('combobox', { name: 'Link this call to' }).click();
    await box.getByRole('option', { name: 'Lead' }).click();
    await box.getByRole('searchbox', { name: 'Find by name or number' }).fill('a');
    await screenshot('looking for a lead');
    const [lead] = desk.stack.org.store.find({
        object: 'Lead',
        where: { field: 'ConVox_Phone_Key__c', operator: 'eq', value: LEAD_NUMBER }
    });
    const name = String(lead?.['Name']);
    await box.getByRole('searchbox', { name: 'Find by name or number' }).fill(name);
    await box.getByRole('option', { name }).click();
    await phone.root.locator('[data-id="create"] button:focus').waitFor();
    await phone.card.getByText('Linked by the agent').waitFor();
    await eventuallyEqual(() => page.recordName.textContent(), name);
    await story.onlyCallIs({ Lead__c: lead?.['Id'], Match_Reason__c: 'Linked by the agent' });
    await screenshot('linked to a lead');

    await page.open();
    await phone.card.getByText(name).waitFor();
});
