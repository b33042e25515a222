import assert from 'node:assert/strict';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import { edgesOf } from './consolePage.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import { deskTest } from './desk.ts';
import { englishWords } from './englishWords.ts';
import { eventually, eventuallyEqual } from './expect.ts';
import type { SoftphonePanel } from './softphonePanel.ts';

deskTest('the softphone breaks no accessibility rule, and fits 340 px at 200 % zoom', async (desk) => {
    const { console: page, screenshot } = desk;
    const story = new CallStory(desk);
    await page.page.setViewportSize({ width: 720, height: 450 });
    await story.startShift();
    await story.answer('severalMatches');
    await story.phone.chooser.waitFor();
    await eventually(
        async () => ({
            field: await edgesOf(story.phone.root.locator('[role="combobox"]:focus')),
            save: await edgesOf(story.phone.root.locator('.save-bar:visible'))
        }),
        ({ field, save }) => assert.ok(field.bottom <= save.top, 'the disposition is in sight, with the cursor')
    );
    await screenshot('zoomed');
    assert.deepEqual(await page.hiddenPartsOfPhone(), []);
    assert.deepEqual(await brokenAccessibilityRules(story.phone.root), []);
    const overflow = await story.phone.root.evaluate(
        (root: { scrollWidth: number; clientWidth: number }) => root.scrollWidth - root.clientWidth
    );
    assert.equal(overflow, 0, 'nothing has to be scrolled sideways');
    await story.phone.chooser.getByRole('button', { name: 'Take this record' }).click();
    await story.phone.chooseDisposition('Call back');
    assert.deepEqual(await page.hiddenPartsOfPhone(), []);
    assert.deepEqual(await brokenAccessibilityRules(story.phone.root), []);
    await screenshot('form at 200 percent');
});

/** What ConVox, the customer's record, the keyboard or Salesforce's own components say in every language here. */
const OF_NOBODY = [
    'Purchase Manager',
    'Lotus Textiles',
    'Priya Nair',
    'Inbound call',
    'Call back',
    'Connected',
    'CALLBACK',
    'SUPPORT',
    'ConVox',
    'Asia/Kolkata',
    'Ctrl+Enter',
    'Show menu',
    'Select a date for',
    'Format: 31 Dec 2024',
    'Call closed successfully'
];

deskTest('a call in Hindi shows no English of ours', async (desk) => {
    const { stack, screenshot } = desk;
    const { org } = stack;
    const asha = org.users.list().find(({ username }) => username.startsWith('asha'));
    assert.ok(asha);
    org.store.update('User', [{ id: asha.id, values: { LanguageLocaleKey: 'hi' } }], org.users.admin);
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('knownCaller');
    await story.phone.card.getByText('Priya Nair').waitFor();
    await screenshot('hindi');
    const english = async (): Promise<string[]> => {
        assert.deepEqual(await cutOffTexts(story.phone.root), []);
        const words = await story.phone.root.innerText();
        assert.match(words, /[\u0900-\u097F]/);
        // The locale, here that of English in India, is a setting of its own.
        return englishWords(words.replaceAll(/\d+ \w+ \d{4} at [\d:]+.[ap]m/g, ''), OF_NOBODY);
    };
    assert.deepEqual(await english(), []);
    const disposition = story.phone.root.getByRole('combobox').locator('visible=true').first();
    await disposition.fill('CALLBACK');
    await disposition.press('Enter');
    await story.phone.root.locator('[data-id="date"] input:visible').waitFor();
    await screenshot('hindi form');
    assert.deepEqual(await english(), []);
    await desk.console.page.keyboard.press('Control+Enter');
    await story.phone.outcome.waitFor();
    assert.deepEqual(await english(), []);
    await story.phone.root.locator('[data-id="received"]:visible').waitFor();
    await screenshot('hindi completed');
    assert.deepEqual(await english(), []);
});

deskTest('a pop for a record that is open already shows that tab', async (desk) => {
    const { console: page, stack } = desk;
    const [contact] = stack.org.store.find({
        object: 'Contact',
        where: { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: KNOWN_CALLER_NUMBER }
    });
    const story = new CallStory(desk);
    await page.open(`/lightning/r/Contact/${String(contact?.['Id'])}/view`);
    await page.tab('Priya Nair').waitFor();
    await page.chooseNavigationItem('Accounts');
    await desk.agentScreen.open();
    await story.answer('knownCaller');
    await eventuallyEqual(() => page.recordName.textContent(), 'Priya Nair');
    await eventuallyEqual(() => page.workspaceTabs.count(), 1);
});

deskTest('with no dispositions set up the agent types the code', async (desk) => {
    const { stack, screenshot } = desk;
    const { store, users } = stack.org;
    const rows = store.find({ object: 'ConVox_Disposition__c' }).map(({ Id }) => String(Id));
    store.delete('ConVox_Disposition__c', rows, users.admin);
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('knownCaller');
    await story.phone.text(/No dispositions are set up for process/).waitFor();
    await story.phone.root.getByRole('combobox', { name: 'Disposition' }).locator('visible=true').fill('RESOLVED');
    await story.phone.root.getByLabel('Notes').locator('visible=true').focus();
    await screenshot('typed code');
    await story.phone.save();
    await story.phone.outcome.getByText('ConVox accepted').waitFor();
    const [close] = await story.wireHas('callcontrol', 1);
    assert.equal(Object.fromEntries(close?.parameters ?? [])['disposition'], 'RESOLVED');
});

const POLITE = '[role="status"], [role="log"], [aria-live="polite"]';

/** Components of ours in the phone that have a region which is read out politely; base components have regions of their own. */
async function politeParts({ root }: SoftphonePanel): Promise<string[]> {
    const hosts = await root
        .locator(POLITE)
        .evaluateAll((regions: readonly { getRootNode: () => { host?: { localName: string } } }[]) =>
            regions.map((region) => region.getRootNode().host?.localName ?? '')
        );
    return hosts.filter((host) => host.startsWith('c-'));
}

deskTest('one region of the phone says how a call stands and what its parts say, each once', async (desk) => {
    const story = new CallStory(desk);
    const { phone } = story;
    await story.startShift();
    await desk.console.page.keyboard.press('F8');
    await phone.root.locator('c-convox-idle-panel').waitFor();
    assert.deepEqual(await politeParts(phone), ['c-convox-softphone'], 'between calls');
    await story.answer('closeRefused');
    await phone.chooseDisposition('Call back');
    await phone.root.locator('[data-id="picks"] lightning-button').first().click();
    await eventually(
        () => phone.announcement.innerText(),
        (said) => assert.match(said, /^In an hour, \d+ \w+ \d{4} at \d+:\d\d\s[ap]m$/)
    );
    assert.deepEqual(await politeParts(phone), ['c-convox-softphone'], 'on a call');
    await phone.save();
    await phone.outcome.waitFor();
    const shown = await phone.sentencesOfOutcome();
    await eventuallyEqual(() => phone.announcement.innerText(), shown.join(' '));
    assert.deepEqual(await politeParts(phone), ['c-convox-softphone'], 'after a refusal');
});
