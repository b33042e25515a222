import assert from 'node:assert/strict';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { CallStory } from './callStory.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventually } from './expect.ts';

async function openKnownContact({ console: page, stack }: Desk): Promise<void> {
    const [contact] = stack.org.store.find({
        object: 'Contact',
        where: { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: KNOWN_CALLER_NUMBER }
    });
    await page.open(`/lightning/r/Contact/${String(contact?.['Id'])}/view`);
}

deskTest('one press on a number makes one call, and pressing again soon makes none', async (desk) => {
    const { console: page, screenshot, agentScreen } = desk;
    const story = new CallStory(desk);
    await agentScreen.open();
    await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
    await agentScreen.waitForState('IDLE');
    await openKnownContact(desk);
    const call = page.shownPage.getByRole('button', { name: /^Call 98765 43201/ });
    await call.dblclick();
    await page.shownPage.getByText(/ConVox is calling/).waitFor();
    await screenshot('calling');
    const [dial] = await story.wireHas('dial', 1);
    assert.ok(dial);
    assert.match(dial.path, /^\/ConVoxCCS\/Agent\/bridge\.php$/);
    const sent = Object.fromEntries(dial.parameters);
    assert.deepEqual(
        { action: sent['ACTION'], user: sent['user'], number: sent['phone_number'] },
        { action: 'CALL', user: 'AG_ASHA', number: KNOWN_CALLER_NUMBER }
    );
    await eventually(
        () => story.commands().map((command) => [command['Type__c'], command['Status__c']]),
        (found) => assert.deepEqual(found, [['Dial', 'Accepted']])
    );
});

deskTest('a refused call says why and what to do', async (desk) => {
    const { console: page, screenshot, agentScreen } = desk;
    const story = new CallStory(desk);
    await agentScreen.open();
    await openKnownContact(desk);
    await page.shownPage.getByRole('button', { name: /^Call 98765 43201/ }).click();
    await page.shownPage.getByText('You are not logged in to ConVox.').waitFor();
    await screenshot('not logged in');
    await eventually(
        () => story.commands().map((command) => [command['Status__c'], command['Reply_Code__c']]),
        (found) => assert.deepEqual(found, [['Refused', 'CL006']])
    );
});

deskTest('a call that got no answer is never dialled again by itself', async (desk) => {
    const { console: page, screenshot, agentScreen, stack } = desk;
    const story = new CallStory(desk);
    await agentScreen.open();
    await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
    stack.convox.switches.dialling = 'drops';
    await openKnownContact(desk);
    await page.shownPage.getByRole('button', { name: /^Call 98765 43201/ }).click();
    await page.shownPage.getByText(/Check the phone/).waitFor();
    await screenshot('check the phone');
    await stack.org.settle();
    assert.equal(story.wire('dial').length, 1);
    assert.deepEqual(
        story.commands().map((command) => command['Status__c']),
        ['Unknown']
    );
});
