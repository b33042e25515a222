import assert from 'node:assert/strict';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventually } from './expect.ts';

async function openContact({ console: page, stack }: Desk): Promise<string> {
    const [contact] = stack.org.store.find({
        object: 'Contact',
        where: { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: KNOWN_CALLER_NUMBER }
    });
    const id = String(contact?.['Id']);
    await page.open(`/lightning/r/Contact/${id}/view`);
    return id;
}

async function logIn({ agentScreen }: Desk): Promise<void> {
    await agentScreen.open();
    await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
    await agentScreen.waitForState('IDLE');
}

async function oneDial(story: CallStory, expected: Record<string, unknown>): Promise<void> {
    const [dial] = await story.wireHas('dial', 1);
    assert.equal(Object.fromEntries(dial?.parameters ?? [])['phone_number'], KNOWN_CALLER_NUMBER);
    await eventually(
        () => story.commands(),
        (found) => {
            assert.equal(found.length, 1);
            assert.partialDeepStrictEqual(found[0], { Type__c: 'Dial', Status__c: 'Accepted', ...expected });
        }
    );
    assert.equal(story.wire('dial').length, 1);
}

deskTest('Call Now calls once, however often it is pressed', async (desk) => {
    const { console: page, screenshot } = desk;
    const story = new CallStory(desk);
    await logIn(desk);
    const contact = await openContact(desk);
    await screenshot('the actions of a contact');
    await page.shownPage.getByRole('button', { name: 'Call Now' }).dblclick();
    await page.toast('Asking ConVox to call 98765 43201').waitFor();
    await page.toast('ConVox is calling').waitFor();
    await screenshot('ConVox is calling');
    await oneDial(story, { Contact__c: contact });
    await page.shownPage.getByRole('button', { name: 'Call Now' }).click();
    await page.toast('Nobody was called').waitFor();
    await desk.stack.org.settle();
    assert.equal(story.wire('dial').length, 1);
});

deskTest('Choose Number shows every number, calls the chosen one and stays open for the answer', async (desk) => {
    const { console: page, screenshot } = desk;
    const story = new CallStory(desk);
    await logIn(desk);
    const contact = await openContact(desk);
    await page.shownPage.getByRole('button', { name: 'Choose Number' }).click();
    const window = page.page.getByRole('dialog', { name: 'Choose Number' });
    const call = window.getByRole('button', { name: /^Call 98765 43201/ });
    await call.waitFor();
    await screenshot('the numbers');
    assert.deepEqual(await brokenAccessibilityRules(window), []);
    await call.click();
    await window.getByText(/ConVox is calling/).waitFor();
    await screenshot('the answer');
    await oneDial(story, { Contact__c: contact });
    await window.getByRole('button', { name: 'Close' }).first().click();
    await window.waitFor({ state: 'detached' });
});

deskTest('a call that was not connected is called back from its own page', async (desk) => {
    const { console: page, stack, screenshot } = desk;
    const story = new CallStory(desk);
    await logIn(desk);
    const [saved] = stack.org.store.create(
        'ConVox_Call__c',
        [
            {
                Call_Reference__c: 'MISSED1',
                Customer_Number__c: `0${KNOWN_CALLER_NUMBER}`,
                Status__c: 'Not Connected',
                Direction__c: 'Inbound',
                Agent_Code__c: 'AG_ASHA'
            }
        ],
        stack.org.users.admin
    );
    assert.ok(saved?.success);
    await page.open(`/lightning/r/ConVox_Call__c/${saved.id}/view`);
    await page.shownPage.getByRole('button', { name: 'Call Back' }).click();
    await page.toast('ConVox is calling').waitFor();
    await screenshot('called back');
    await oneDial(story, { Agent_Code__c: 'AG_ASHA' });
    assert.ok(story.commands()[0]?.['Contact__c'], 'the command names the customer of the call');
});
