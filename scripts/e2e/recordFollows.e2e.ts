import assert from 'node:assert/strict';
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
