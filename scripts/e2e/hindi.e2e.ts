import assert from 'node:assert/strict';
import type { Locator } from '@playwright/test';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { CallStory } from './callStory.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { englishWords } from './englishWords.ts';
import { eventually } from './expect.ts';

function letAshaReadHindi({ stack }: Desk): void {
    const { store, users } = stack.org;
    const asha = users.list().find(({ username }) => username.startsWith('asha'));
    assert.ok(asha);
    store.update('User', [{ id: asha.id, values: { LanguageLocaleKey: 'hi' } }], users.admin);
}

async function callOfAsha(desk: Desk): Promise<string> {
    const { org } = desk.stack;
    letAshaReadHindi(desk);
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
const NAMES = ['ConVox ID', 'ConVox', 'DID', 'ID'];

/** What the call and its customer hold, and what ConVox answers. */
const DATA = [
    'CALL-',
    'Meera Iyer',
    'Call initiated successfully',
    'Asha Verma',
    'AG_ASHA',
    'Priya Nair',
    'RESOLVED',
    'The only contact with this number',
    'HINDI1'
];

/** What Salesforce, or the metadata that nobody can translate, says in English: buttons, tabs, names of list views. */
const SALESFORCE = [
    'Details',
    'System Information',
    'Related',
    'Edit',
    'Owner',
    'Created By',
    'Last Modified By',
    '1 item, sorted by last change',
    'List view',
    'All Calls',
    'Refresh',
    'New',
    '--None--',
    'Remove',
    'Select a date for',
    'Format:',
    'Date',
    'Time',
    'Mobile',
    'Phone',
    'Close',
    'am',
    'pm',
    'Cancel',
    'Save'
];

deskTest("a call's page speaks Hindi: names, sections, values, actions and help", async (desk) => {
    const { console: page, screenshot } = desk;
    const id = await callOfAsha(desk);
    await page.open(`/lightning/r/ConVox_Call__c/${id}/view`);
    await page.field('Status__c').getByText('डिस्पोज़िशन दर्ज', { exact: true }).waitFor();
    await screenshot('call');
    assert.equal(await page.field('Direction__c').innerText(), 'आने वाली');
    assert.deepEqual(await englishIn(page.shownPage.locator('.console-field dt')), ['ConVox ID', 'DID']);
    assert.deepEqual(await englishIn(page.shownPage.locator('console-detail-panel .console-section-title')), []);
    assert.deepEqual(await englishIn(page.shownPage.locator('.slds-page-header__detail-block .slds-text-title')), []);
    assert.deepEqual(englishWords(await page.shownPage.innerText(), [...NAMES, ...DATA, ...SALESFORCE]), []);
    assert.deepEqual(await cutOffTexts(page.shownPage), []);
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
    assert.deepEqual(englishWords(await page.shownPage.innerText(), [...NAMES, ...DATA, ...SALESFORCE]), []);
    await page.open(`/lightning/r/ConVox_Call__c/${id}/view`);
    await page.shownPage.getByRole('button', { name: 'Edit' }).click();
    const direction = page.page.locator('console-input-field[data-field="Direction__c"]');
    await direction.getByRole('combobox').click();
    await screenshot('form');
    const form = page.page.getByRole('dialog');
    assert.deepEqual(englishWords(await form.innerText(), [...NAMES, ...DATA, ...SALESFORCE]), []);
    assert.deepEqual(await cutOffTexts(form), []);
    await direction.getByRole('option', { name: 'जाने वाली' }).click();
    await page.page.getByRole('button', { name: 'Save' }).click();
    await eventually(
        () => stack.org.store.get('ConVox_Call__c', id)?.['Direction__c'],
        (value) => assert.equal(value, 'Outbound')
    );
});

deskTest('quick actions speak Hindi: their names, what they ask, and how it went', async (desk) => {
    const { console: page, agentScreen, stack, screenshot } = desk;
    letAshaReadHindi(desk);
    await agentScreen.open();
    await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
    await agentScreen.waitForState('IDLE');
    const [contact] = stack.org.store.find({
        object: 'Contact',
        where: { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: KNOWN_CALLER_NUMBER }
    });
    await page.open(`/lightning/r/Contact/${String(contact?.['Id'])}/view`);
    await page.shownPage.getByRole('button', { name: 'नंबर चुनें' }).click();
    const window = page.page.getByRole('dialog', { name: 'नंबर चुनें' });
    const call = window.getByRole('button', { name: /98765 43201/ });
    await call.waitFor();
    await screenshot('the numbers');
    const known = [...NAMES, ...DATA, ...SALESFORCE];
    assert.deepEqual(englishWords(await window.innerText(), known), []);
    await call.click();
    await window.getByText(/ConVox कॉल कर रहा है/).waitFor();
    await screenshot('the answer');
    assert.deepEqual(englishWords(await window.innerText(), known), []);
    assert.deepEqual(await cutOffTexts(window), []);
    await window.getByRole('button', { name: 'बंद करें' }).first().click();
    await window.waitFor({ state: 'detached' });
    await page.shownPage.getByRole('button', { name: 'अभी कॉल करें' }).click();
    const toast = page.page.locator('.slds-notify_toast').filter({ hasText: /[\u0900-\u097F]/ });
    await toast.first().waitFor();
    await screenshot('the refusal');
    assert.deepEqual(englishWords((await toast.allInnerTexts()).join(' '), known), []);
});

deskTest('the phone in Hindi cuts no text off at its 340 pixels, whoever may be calling', async (desk) => {
    const { screenshot } = desk;
    letAshaReadHindi(desk);
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('severalMatches');
    await story.phone.chooser.waitFor();
    await screenshot('who is calling');
    const box = await desk.console.phonePanel.boundingBox();
    assert.equal(box?.width, 340);
    assert.deepEqual(await cutOffTexts(story.phone.root), []);
    await story.phone.chooser.getByRole('button').first().click();
    await story.phone.card.waitFor();
    assert.deepEqual(await cutOffTexts(story.phone.root), []);
    const call = await story.onlyCallIs({ Status__c: 'In Progress' });
    const { store, users } = desk.stack.org;
    await story.secondIsOver();
    const elsewhere = {
        Notes__c: 'सोमवार को फिर पूछेंगे।',
        Agent_Code__c: 'AG_RAVI',
        Status_Received_At__c: new Date().toISOString()
    };
    store.update('ConVox_Call__c', [{ id: String(call['Id']), values: elsewhere }], users.admin);
    const notes = story.phone.root.getByRole('textbox', { name: 'टिप्पणियाँ' });
    await notes.fill('भाव चाहिए।');
    await notes.blur();
    await story.phone.text(/कहीं और भी लिखी गई हैं/).waitFor();
    await screenshot('written elsewhere');
    assert.deepEqual(await cutOffTexts(story.phone.root), []);
    await story.phone.root.getByRole('button', { name: 'उन्हें मेरी टिप्पणियों में जोड़ें' }).click();
    await story.onlyCallIs({ Notes__c: `भाव चाहिए।\n${elsewhere.Notes__c}` });
    await story.phone.text(/Ravi Kumar के पास चली गई/).waitFor();
    await screenshot('went to another agent');
    assert.deepEqual(await cutOffTexts(story.phone.root), []);
    const [button] = await story.phone.card.getByRole('button').all();
    assert.ok(button);
    const words = await button.innerText();
    await button.evaluate((element: { style: { cssText: string } }) => {
        element.style.cssText = 'overflow: hidden; width: 1.5rem; white-space: nowrap';
    });
    assert.deepEqual(await cutOffTexts(story.phone.card), [words], 'what is cut off is noticed');
});
