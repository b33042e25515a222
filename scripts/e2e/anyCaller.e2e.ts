import assert from 'node:assert/strict';
import { KNOWN_CALLER_NUMBER, UNKNOWN_NUMBER } from '../sample/org/callers.ts';
import { CallStory } from './callStory.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventuallyEqual } from './expect.ts';

const WITH_CASES = { stack: { parts: ['cases'] } } as const;

/** A case that came from the web with this phone; agents whom the administrator lets read every case see it calling. */
function caseWith({ stack }: Desk, SuppliedPhone: string, Subject: string): { id: string; name: string } {
    const { store, users } = stack.org;
    const asha = users.find('asha.verma')?.id ?? '';
    const [group] = store.find({
        object: 'Group',
        where: { field: 'DeveloperName', operator: 'eq', value: 'ConVox_Case_Caller_Readers' }
    });
    store.create('GroupMember', [{ GroupId: String(group?.['Id']), UserOrGroupId: asha }], users.admin);
    const [made] = store.create('Case', [{ Subject, SuppliedPhone }], users.admin);
    assert.ok(made?.success);
    return { id: made.id, name: `Case: ${String(store.get('Case', made.id)?.['CaseNumber'])}` };
}

deskTest(
    'a caller whose number only a case has is shown by it, opened, kept on the call, and known again',
    async (desk) => {
        const { console: page, screenshot } = desk;
        const story = new CallStory(desk);
        const { phone } = story;
        const known = caseWith(desk, `+91 ${UNKNOWN_NUMBER}`, 'Short delivery');
        const kept = { Caller_Record_Id__c: known.id, Caller_Record_Name__c: known.name, Contact__c: null };

        await story.startShift();
        await story.answer('unknownCaller');
        await eventuallyEqual(() => phone.card.locator('[data-id="heading"]').innerText(), known.name);
        await eventuallyEqual(() => page.recordName.innerText(), known.name.replace('Case: ', ''));
        const call = await story.onlyCallIs(kept);
        await screenshot('known by a case');

        await page.open();
        await eventuallyEqual(() => phone.card.locator('[data-id="heading"]').innerText(), known.name);
        await page.open(`/lightning/r/ConVox_Call__c/${String(call['Id'])}/view`);
        const link = page.field('Caller_Record__c').getByRole('link', { name: known.name });
        await link.waitFor();
        await screenshot('kept on the call');
        await link.click();
        await eventuallyEqual(() => page.recordName.innerText(), known.name.replace('Case: ', ''));
        await page.shownPage.locator('c-convox-call-history li').waitFor();

        const other = caseWith(desk, UNKNOWN_NUMBER, 'Broken lid');
        await desk.agentScreen.page.bringToFront();
        await desk.agentScreen.closeCall('RESOLVED');
        await story.answer('unknownCaller');
        await phone.chooser.waitFor();
        const choices = phone.chooser.locator('.slds-radio');
        await eventuallyEqual(() => choices.count(), 2);
        assert.match(await choices.first().innerText(), new RegExp(`${known.name}[^]*Chosen last time`));
        await screenshot('one of two cases');
        await phone.chooser.getByText(other.name).click();
        await phone.chooser.getByRole('button', { name: 'Take this record' }).click();
        await eventuallyEqual(() => page.recordName.innerText(), other.name.replace('Case: ', ''));
        await eventuallyEqual(() => story.calls().map((each) => each['Caller_Record_Id__c']), [known.id, other.id]);
    },
    WITH_CASES
);

deskTest(
    'a case stands beside the contact with its number, and takes the place of it when the agent says so',
    async (desk) => {
        const { console: page, screenshot } = desk;
        const story = new CallStory(desk);
        const { phone } = story;
        const { id, name } = caseWith(desk, KNOWN_CALLER_NUMBER, 'Short delivery');
        const { store, users } = desk.stack.org;
        const asha = users.find('asha.verma')?.id ?? '';
        store.update('User', [{ id: asha, values: { LanguageLocaleKey: 'hi' } }], users.admin);

        await story.startShift();
        await story.answer('knownCaller');
        await phone.card.getByText('Priya Nair').waitFor();
        await phone.card.locator('[data-id="chooseanother"]').getByRole('button').click();
        await phone.chooser.getByText(name).click();
        await screenshot('a contact and a case in Hindi');
        await phone.chooser.locator('[data-id="take"]').getByRole('button').click();
        await eventuallyEqual(() => page.recordName.innerText(), name.replace('Case: ', ''));
        await story.onlyCallIs({ Caller_Record_Id__c: id, Caller_Record_Name__c: name, Contact__c: null });
        await screenshot('taken in Hindi');
    },
    WITH_CASES
);
