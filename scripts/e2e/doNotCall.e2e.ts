import assert from 'node:assert/strict';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';

function idOf({ stack: { org } }: Desk, object: string, field: string, value: string): string {
    return String(org.store.find({ object, where: { field, operator: 'eq', value } })[0]?.['Id']);
}

const knownContact = (desk: Desk): string => idOf(desk, 'Contact', 'ConVox_Mobile_Key__c', KNOWN_CALLER_NUMBER);

/** What Ravi was told when he called the known caller. */
function ravisRefusal({ stack: { org } }: Desk): void {
    const ravi = org.users.list().find(({ username }) => username.startsWith('ravi'));
    const [planted] = org.store.create(
        'ConVox_Command__c',
        [
            {
                OwnerId: ravi?.id ?? '',
                Key__c: 'dial:REFUSED1',
                Type__c: 'Dial',
                Status__c: 'Refused',
                Agent_Code__c: 'AG_RAVI',
                Ref_No__c: 'REFUSED1',
                Phone_Number__c: KNOWN_CALLER_NUMBER,
                Reply_Code__c: 'CL008'
            }
        ],
        { ...org.users.admin, systemContext: true }
    );
    assert.equal(planted?.success, true);
}

deskTest(
    'whoever is not to be called is called only when the agent says so, from every number of the record',
    async (desk) => {
        const { console: page, screenshot, agentScreen, stack } = desk;
        const story = new CallStory(desk);
        ravisRefusal(desk);
        const contact = knownContact(desk);
        const values = { DoNotCall: true, Phone: '98765 43201 ext. 12 / 040-4012 3400' };
        stack.org.store.update('Contact', [{ id: contact, values }], stack.org.users.admin);
        await agentScreen.open();
        await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
        await agentScreen.waitForState('IDLE');
        await page.open(`/lightning/r/Contact/${contact}/view`);
        const { shownPage } = page;
        await shownPage.getByText('Extension 12: key it in once the call is answered').waitFor();
        await shownPage.getByRole('button', { name: 'Call 40 4012 3400' }).waitFor();
        await shownPage
            .getByRole('button', { name: /^Call 98765 43201/ })
            .first()
            .click();
        const question = shownPage.getByRole('group', { name: /^Call Priya Nair \(98765 43201\) all the same\?/ });
        await question.getByText(/record says that they do not want to be called/).waitFor();
        await question.getByText('ConVox refused to call this number').waitFor();
        await screenshot('asked');
        assert.deepEqual(await brokenAccessibilityRules(question), []);
        await page.page.keyboard.press('Enter');
        await question.waitFor({ state: 'hidden' });
        assert.equal(story.commands().length, 1, 'the cursor was where it calls nobody');
        await shownPage.getByRole('button', { name: 'Call 40 4012 3400' }).click();
        const other = shownPage.getByRole('group', { name: /^Call Priya Nair \(40 4012 3400\) all the same\?/ });
        await other.getByRole('button', { name: 'Call anyway' }).click();
        const [dial] = await story.wireHas('dial', 1);
        assert.equal(Object.fromEntries(dial?.parameters ?? [])['phone_number'], '4040123400');
        await screenshot('called');
    }
);

deskTest('a lead is called although a contact is not to be called', async (desk) => {
    const { console: page, agentScreen, stack } = desk;
    const values = { DoNotCall: true };
    stack.org.store.update('Contact', [{ id: knownContact(desk), values }], stack.org.users.admin);
    await agentScreen.open();
    await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
    await agentScreen.waitForState('IDLE');
    await page.open(`/lightning/r/Lead/${idOf(desk, 'Lead', 'LastName', 'Bansal')}/view`);
    await page.shownPage.getByRole('button', { name: /^Call 98765 43221/ }).click();
    await new CallStory(desk).wireHas('dial', 1);
});
