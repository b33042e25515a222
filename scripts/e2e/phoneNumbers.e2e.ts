import assert from 'node:assert/strict';
import { AGENT_ASHA, SHARED_NUMBER, UNKNOWN_NUMBER } from '../sample/org/callers.ts';
import { CallStory } from './callStory.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';

function create(desk: Desk, object: string, values: Readonly<Record<string, string>>): string {
    const { store, users } = desk.stack.org;
    const [result] = store.create(object, [values], users.admin);
    assert.ok(result?.success, JSON.stringify(result));
    return result.id;
}

deskTest('of 12 contacts with one number the chooser says how many, and offers the last caller first', async (desk) => {
    const story = new CallStory(desk);
    const ids = Array.from({ length: 10 }, (_unused, index) =>
        create(desk, 'Contact', { LastName: `Shared ${String(index).padStart(2, '0')}`, HomePhone: SHARED_NUMBER })
    );
    create(desk, 'ConVox_Call__c', {
        Call_Reference__c: 'EARLIER-1',
        Agent_Code__c: AGENT_ASHA,
        Customer_Number__c: SHARED_NUMBER,
        Contact__c: ids.at(-1) ?? ''
    });
    await story.startShift();
    await story.answer('severalMatches');
    await story.phone.chooser.getByText('12 records have this number.').waitFor();
    const first = story.phone.chooser.locator('.slds-radio').first();
    await first.getByText('Shared 09').waitFor();
    await first.getByText('Chosen last time').waitFor();
    await first.getByText('Home phone').waitFor();
    const listed = await story.phone.chooser.getByRole('radio').count();
    await story.phone.chooser.getByText(`${listed} of them are listed.`).waitFor();
    assert.ok(listed >= 10 && listed < 12, `${listed} listed`);
    await desk.screenshot('twelve callers');
});

deskTest('a number with something behind it opens for nobody else', async (desk) => {
    const story = new CallStory(desk);
    create(desk, 'Contact', {
        LastName: 'Stranger',
        Phone: `9${UNKNOWN_NUMBER.slice(0, 9)} (Ravi ${UNKNOWN_NUMBER.slice(9)})`
    });
    await story.startShift();
    await story.answer('unknownCaller');
    await story.phone.card.getByText('No contact, lead or account has this number.').waitFor();
    assert.equal(await desk.console.tab('Stranger').count(), 0);
    await story.onlyCallIs({ Contact__c: null, Phone_Key__c: UNKNOWN_NUMBER });
});
