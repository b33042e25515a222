import assert from 'node:assert/strict';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';

/** What is loaded beside the form of a call. */
const PARTS = /\/convox(?:Call|Phone)Extras-[^/]*\.js/;

deskTest(
    'a call is shown, saved and ended without the parts that come later; the phone says what is missing, and one press loads all of it',
    async (desk) => {
        const { console: page, screenshot } = desk;
        const story = new CallStory(desk);
        const { phone } = story;
        await page.page.context().route(PARTS, (route) => route.fulfill({ status: 503 }));
        await story.startShift();
        await page.page.keyboard.press('F8');
        const missing = phone.root.locator('c-convox-late-part:visible c-convox-error-panel');
        await missing
            .getByText(
                'Breaks, hold, mute, transfer, your other calls and what waits for you between calls are missing here.'
            )
            .waitFor();
        await missing.getByText('Lightning Web Security').waitFor();
        await screenshot('missing between calls');
        await story.answer('knownCaller');
        await phone.card.getByText('Priya Nair').waitFor();
        await missing.getByText('Links, the choice among callers and ConVox’s report are missing here.').waitFor();
        await screenshot('missing in a call');
        assert.deepEqual(await brokenAccessibilityRules(phone.root), []);
        await phone.chooseDisposition('Resolved');
        await phone.writeNotes('Wants a quote');
        await phone.save();
        await story.convoxWasTold({ disposition: 'RESOLVED' });
        await story.onlyCallIs({ Notes__c: 'Wants a quote' });
        await page.page.context().unroute(PARTS);
        await phone.card.getByRole('button', { name: 'Try again' }).press('Enter');
        await phone.text(/^ConVox reports/).waitFor();
        await phone.card.getByRole('button', { name: 'Done' }).click();
        await page.page.keyboard.press('F8');
        await phone.root.locator('c-convox-idle-panel').waitFor();
        assert.equal(await missing.count(), 0);
    },
    { provokesRefusals: true }
);

/** What tells ConVox how a call ended. */
const SENDER = /\/convoxCommandSender-[^/]*\.js/;

const NOTHING_IS_SENT = 'What you enter is kept, and nothing is sent before it has come.';

deskTest(
    'where the part that ends a call does not come the phone says so, keeps all, tells ConVox nothing, and ends the call once it has come',
    async (desk) => {
        const { console: page, screenshot } = desk;
        const story = new CallStory(desk);
        const { phone } = story;
        await page.page.context().route(SENDER, (route) => route.abort('internetdisconnected'));
        await story.startShift();
        await story.answer('knownCaller');
        const missing = phone.card.locator('c-convox-late-part:visible c-convox-error-panel');
        await missing.getByText(NOTHING_IS_SENT).waitFor();
        assert.deepEqual(await brokenAccessibilityRules(phone.root), []);
        await phone.chooseDisposition('Resolved');
        await phone.writeNotes('Wants a quote');
        await phone.save();
        await story.onlyCallIs({ Notes__c: 'Wants a quote', Agent_Disposition__c: 'RESOLVED' });
        await missing.getByText(NOTHING_IS_SENT).waitFor();
        await screenshot('nothing can be sent');
        assert.deepEqual(story.commands(), []);
        await page.page.context().unroute(SENDER);
        await missing.getByRole('button', { name: 'Try again' }).press('Enter');
        await phone.outcome.getByText('Not sent').waitFor();
        await phone.root.getByRole('combobox', { name: 'Disposition' }).and(phone.root.locator(':focus')).waitFor();
        assert.equal(await phone.notes.inputValue(), 'Wants a quote');
        await phone.root.press('Control+Enter');
        await story.convoxWasTold({ disposition: 'RESOLVED' });
    },
    { provokesRefusals: true }
);

deskTest(
    'what loads for long says so, and an end that is pressed meanwhile is sent once, as soon as it can be',
    async (desk) => {
        const { console: page, screenshot } = desk;
        const story = new CallStory(desk);
        const { phone } = story;
        let arrive = (): void => undefined;
        const arrival = new Promise<void>((resolve) => (arrive = resolve));
        await page.page.context().route(SENDER, async (route) => {
            await arrival;
            await route.continue();
        });
        await story.startShift();
        await story.answer('knownCaller');
        await phone.text('More is loading here…').waitFor();
        await phone.chooseDisposition('Resolved');
        await phone.save();
        await phone.text('Telling ConVox how the call ended').waitFor();
        await screenshot('waits for what sends');
        assert.deepEqual(story.commands(), []);
        arrive();
        await story.convoxWasTold({ disposition: 'RESOLVED' });
    }
);
