import assert from 'node:assert/strict';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';

/** What is loaded beside the form of a call. */
const PARTS = /\/convox(?:Call|Phone)Extras-[^/]*\.js$/;

deskTest(
    'a call is shown, saved and ended without the parts that come later; the phone says what is missing and loads it once it can',
    async (desk) => {
        const { console: page, screenshot } = desk;
        const story = new CallStory(desk);
        const { phone } = story;
        await page.page.context().route(PARTS, (route) => route.fulfill({ status: 503 }));
        await story.startShift();
        await page.page.keyboard.press('F8');
        const missing = phone.root.locator('c-convox-late-part:visible c-convox-error-panel');
        await missing
            .getByText('Breaks, hold, mute, transfer and what waits for you between calls are missing here.')
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
        await missing.getByRole('button', { name: 'Try again' }).press('Enter');
        await phone.root.locator('c-convox-idle-panel').waitFor();
        assert.equal(await missing.count(), 0);
    },
    { provokesRefusals: true }
);
