import assert from 'node:assert/strict';
import type { Locator } from '@playwright/test';
import { phoneKey } from '#contract';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { CallStory } from './callStory.ts';
import { edgesOf } from './consolePage.ts';
import { deskTest } from './desk.ts';
import type { Desk } from './desk.ts';
import { eventuallyEqual } from './expect.ts';

const CALLERS = ['unknownCaller', 'severalMatches', 'withheldNumber', 'knownCaller'];

declare const getComputedStyle: (element: unknown) => { readonly outlineStyle: string };

/** The panel as the app sets it, and what is left of it at 200 %. */
const WINDOWS = [
    { name: '340 by 540', width: 1440, height: 900 },
    { name: '200 percent', width: 720, height: 450 }
];

/** The known caller has called before. */
function addHistory({ stack: { org } }: Desk): void {
    const calls = Array.from({ length: 10 }, (_, index) => ({
        Call_Reference__c: `BEFORE-${index}`,
        Phone_Key__c: phoneKey(KNOWN_CALLER_NUMBER),
        Caller_Number__c: KNOWN_CALLER_NUMBER,
        Direction__c: 'Inbound',
        Disposition__c: 'SALE',
        Started_At__c: new Date(Date.now() - (index + 1) * 86_400_000).toISOString()
    }));
    org.store.create('ConVox_Call__c', calls, org.users.admin);
}

/** The same number on many records, and calls that wait behind the one that is shown. */
async function fillThePhone({ console: page, stack }: Desk): Promise<void> {
    const { store, users } = stack.org;
    const MANY = '9811122233';
    const contacts = Array.from({ length: 9 }, (_, index) => ({ LastName: `Gupta ${index}`, MobilePhone: MANY }));
    store.create('Contact', contacts, users.admin);
    for (const [reference, number] of [
        ['SHOWN', MANY],
        ['BEHIND-1', KNOWN_CALLER_NUMBER],
        ['BEHIND-2', '9811122244'],
        ['BEHIND-3', 'anonymous']
    ]) {
        await page.open(
            `/lightning/cmp/c__convoxScreenPop?c__AgentID=AG_ASHA&c__CallerID=${number}&c__ConvoxID=1&c__ProcessName=SUPPORT&c__CallReferenceID=${reference}`
        );
        const shown = page.page.locator(`c-convox-softphone [data-reference="${reference}"]`).locator('visible=true');
        await shown.first().waitFor();
    }
}

/** Nothing of the button is above the phone's panel or under its edge. */
async function isInSight({ desk }: CallStory, button: Locator, where: string): Promise<void> {
    const [panel, box] = [await edgesOf(desk.console.phonePanel), await edgesOf(button)];
    assert.ok(box.top > panel.top, `${where}: above the panel`);
    assert.ok(box.bottom <= panel.bottom, `${where}: ${box.bottom - panel.bottom} pixels under the panel's edge`);
}

/** Ends the call, whose button to leave it is in sight once ConVox has reported it. */
async function closeTheCall(story: CallStory, caller: string): Promise<void> {
    const { console: page, screenshot } = story.desk;
    const disposition = story.phone.root.getByRole('combobox').locator('visible=true').first();
    await disposition.fill('RESOLVED');
    await disposition.press('Enter');
    await disposition.press('Control+Enter');
    const done = story.phone.root.locator('[data-id="done"]:visible');
    await story.phone.root.locator('c-convox-call-status [data-id="received"]:visible').waitFor();
    for (const { name, ...size } of WINDOWS) {
        await page.page.setViewportSize(size);
        await screenshot(`${caller} ended ${name}`);
        await isInSight(story, done, `${caller} ended, ${name}`);
    }
    await page.page.setViewportSize(WINDOWS[0] ?? { width: 0, height: 0 });
    await done.click();
    await story.desk.agentScreen.waitForState('IDLE');
}

for (const language of ['en_US', 'hi']) {
    deskTest(`every caller's card shows how to end the call without scrolling (${language})`, async (desk) => {
        const { console: page, stack, screenshot } = desk;
        const asha = stack.org.users.list().find(({ username }) => username.startsWith('asha'));
        assert.ok(asha);
        stack.org.store.update(
            'User',
            [{ id: asha.id, values: { LanguageLocaleKey: language } }],
            stack.org.users.admin
        );
        addHistory(desk);
        const story = new CallStory(desk);
        await story.startShift();
        for (const caller of CALLERS) {
            await story.answer(caller);
            const save = story.phone.root.locator('[data-id="save"]:visible');
            await save.waitFor();
            for (const { name, ...size } of WINDOWS) {
                await page.page.setViewportSize(size);
                await screenshot(`${caller} ${name}`);
                await isInSight(story, save, `${caller}, ${name}`);
            }
            await page.page.setViewportSize(WINDOWS[0] ?? { width: 0, height: 0 });
            await closeTheCall(story, caller);
        }
    });
}

for (const language of ['en_US', 'hi']) {
    deskTest(`with calls waiting and many callers to choose from, Save is in sight (${language})`, async (desk) => {
        const { console: page, stack, screenshot } = desk;
        const asha = stack.org.users.list().find(({ username }) => username.startsWith('asha'));
        assert.ok(asha);
        stack.org.store.update(
            'User',
            [{ id: asha.id, values: { LanguageLocaleKey: language } }],
            stack.org.users.admin
        );
        await fillThePhone(desk);
        const { phone } = new CallStory(desk);
        const switcher = phone.root.locator('c-convox-call-switcher').getByRole('button');
        await eventuallyEqual(() => switcher.count(), 4);
        await phone.root.locator('c-convox-call-switcher').getByRole('heading', { name: '(4)' }).waitFor();
        await switcher.first().click();
        await phone.chooser.waitFor();
        const save = phone.root.locator('[data-id="save"]:visible');
        for (const { name, ...size } of WINDOWS) {
            await page.page.setViewportSize(size);
            await screenshot(`filled ${name}`);
            await isInSight(new CallStory(desk), save, `filled, ${name}`);
            const promise = phone.root.locator('[data-id="followUp"]:visible');
            await phone.root.locator('[data-id="notes"]:visible').getByRole('textbox').focus();
            await promise.getByRole('checkbox').focus();
            const [field, bar] = [await promise.boundingBox(), await save.boundingBox()];
            assert.ok(field && bar && field.y + field.height <= bar.y, `the cursor is not behind the bar, ${name}`);
        }
        await page.page.setViewportSize(WINDOWS[0] ?? { width: 0, height: 0 });
        const take = phone.chooser.locator('[data-id="take"]').getByRole('button');
        const [choice, bar] = [await take.boundingBox(), await save.boundingBox()];
        assert.ok(choice && bar && choice.y + choice.height <= bar.y, 'the choice is not behind the bar');
        await take.press('Enter');
        await phone.root.locator('[role="combobox"]:focus').waitFor();
        assert.deepEqual(await page.hiddenPartsOfPhone(), []);
    });
}

deskTest('a promise outside the calling hours of its process is warned of, and made all the same', async (desk) => {
    const { stack, screenshot } = desk;
    const { store, users } = stack.org;
    const [process] = store.find({
        object: 'ConVox_Process__c',
        where: { field: 'Process_Code__c', operator: 'eq', value: 'SUPPORT' }
    });
    const values = { Calling_From__c: '11:00', Calling_To__c: '20:00' };
    store.update('ConVox_Process__c', [{ id: String(process?.['Id']), values }], users.admin);
    const story = new CallStory(desk);
    const { phone } = story;
    await story.startShift();
    await story.answer('knownCaller');
    await phone.chooseDisposition('Call back');
    const warning = phone.card.locator('[data-id="hours"]');
    const picks = phone.card.locator('[data-id="picks"]');
    // What is proposed by itself may be outside as well, by the time of day.
    await phone.promiseFollowUp('31 Dec 2030', '11:30 am');
    await warning.waitFor({ state: 'detached' });
    await picks.getByRole('button', { name: 'Tomorrow 10:00' }).click();
    await warning.waitFor();
    await screenshot('warned');
    const [text, save] = [await warning.boundingBox(), await phone.card.locator('[data-id="save"]').boundingBox()];
    assert.ok(text && save && text.y + text.height <= save.y, 'the warning is above the bar with Save');
    const words = 'Outside the calling hours of this process, 11:00 to 20:00 on the ConVox server’s clock.';
    assert.equal((await warning.innerText()).trim(), words);
    await eventuallyEqual(() => phone.announcement.innerText(), words);
    await phone.promiseFollowUp('31 Dec 2030', '11:30 am');
    await warning.waitFor({ state: 'detached' });
    await picks.getByRole('button', { name: 'Tomorrow 10:00' }).click();
    await warning.waitFor();
    await phone.save();
    await phone.outcome.getByText('ConVox accepted').waitFor();
});

deskTest('the longest names and codes neither push the form down nor scroll the phone sideways', async (desk) => {
    const { console: page, stack, screenshot } = desk;
    const { store, users } = stack.org;
    const [account] = store.find({
        object: 'Account',
        where: { field: 'Name', operator: 'eq', value: 'Lotus Textiles' }
    });
    const long = 'Lotus Textiles and Sons '.repeat(11).slice(0, 255);
    store.update('Account', [{ id: String(account?.['Id']), values: { Name: long } }], users.admin);
    const pop = new URLSearchParams({
        c__AgentID: 'AG_ASHA',
        c__CallerID: KNOWN_CALLER_NUMBER,
        c__CallReferenceID: 'LONG-1',
        c__ConvoxID: '1',
        c__ProcessName: 'PROCESS_WITH_A_NAME_OF_MANY_LETTERS_AND_NOT_ONE_BLANK_BETWEEN_THEM_1'
    });
    await page.open(`/lightning/cmp/c__convoxScreenPop?${pop.toString()}`);
    const { phone } = new CallStory(desk);
    await phone.card.locator('[data-id="save"]').waitFor();
    assert.equal(await phone.card.getByTitle(long).count(), 1, 'the whole name can be read');
    const disposition = await phone.root.getByRole('combobox').locator('visible=true').first().boundingBox();
    const card = await phone.card.boundingBox();
    assert.ok(disposition && card && disposition.y - card.y < 170, 'the form stands where it always does');
    await phone.card.locator('summary').press('Enter');
    await phone.card.locator('[data-id="process"]').waitFor();
    await screenshot('long');
    const sideways = await phone.root.evaluate(
        (root: { scrollWidth: number; clientWidth: number }) => root.scrollWidth - root.clientWidth
    );
    assert.equal(sideways, 0);
});

deskTest('with forced colours a line tells the disposition that is marked and the call that is shown', async (desk) => {
    const { console: page, screenshot } = desk;
    await page.page.emulateMedia({ forcedColors: 'active' });
    const { phone } = new CallStory(desk);
    for (const reference of ['FIRST', 'SECOND']) {
        await page.open(
            `/lightning/cmp/c__convoxScreenPop?c__AgentID=AG_ASHA&c__CallerID=${KNOWN_CALLER_NUMBER}&c__ConvoxID=1&c__ProcessName=SUPPORT&c__CallReferenceID=${reference}`
        );
        await phone.card.locator('[data-id="save"]').waitFor();
    }
    const linesOf = async (parts: Locator): Promise<string[]> =>
        parts.evaluateAll((all) => all.map((part) => getComputedStyle(part).outlineStyle));
    const picker = phone.root.getByRole('combobox').locator('visible=true').first();
    await picker.press('ArrowDown');
    const options = phone.root.getByRole('option').locator('visible=true');
    await options.first().waitFor();
    await screenshot('marked');
    assert.deepEqual((await linesOf(options)).slice(0, 2), ['solid', 'none']);
    const switcher = phone.root.locator('c-convox-call-switcher').getByRole('button');
    await eventuallyEqual(async () => (await linesOf(switcher)).join(), 'none,solid');
});
