import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import { UNKNOWN_NUMBER } from '../sample/org/callers.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import type { Desk } from './desk.ts';
import { eventuallyEqual } from './expect.ts';

const FOREIGN = 'https://prizes.example';

/** A page of another site, in the agent's browser, that opens a pop of its own making at the agent's click. */
async function popFromForeignPage({ context, stack }: Desk, parameters: Record<string, string>): Promise<void> {
    const query = new URLSearchParams(
        Object.entries(parameters).map(([name, value]): [string, string] => [`c__${name}`, value])
    );
    const address = JSON.stringify(`${stack.urls.console}/lightning/cmp/c__convoxScreenPop?${query.toString()}`);
    const page: Page = await context.newPage();
    await page.route(`${FOREIGN}/**`, (route) =>
        route.fulfill({
            contentType: 'text/html',
            body: `<title>Prizes</title><button>Win</button>
                <script>document.querySelector('button').onclick = () => window.open(${address});</script>`
        })
    );
    await page.goto(`${FOREIGN}/`);
    await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Win' }).click()]);
}

deskTest(
    'a pop that a foreign page forges during a call is listed below what was noted of it, and ends nothing unasked',
    async (desk) => {
        const story = new CallStory(desk);
        const { phone } = story;
        await story.startShift();
        await story.answer('knownCaller');
        await phone.card.getByText('Priya Nair').waitFor();
        await desk.console.tab('Priya Nair').waitFor();
        await phone.writeNotes('Wants a quote');
        await popFromForeignPage(desk, {
            AgentID: 'AG_ASHA',
            CallerID: UNKNOWN_NUMBER,
            CallReferenceID: 'FORGED-1',
            ConvoxID: 'SOMEBODY-ELSES-CALL'
        });
        const switcher = phone.root.locator('c-convox-call-switcher').getByRole('button');
        await eventuallyEqual(() => switcher.count(), 2);
        await phone.text('Came while you were on another call; not confirmed by ConVox').waitFor();
        assert.match(await phone.announcement.innerText(), /Another call has come and is listed below this one/);
        await phone.card.getByText('Priya Nair').waitFor();
        await desk.screenshot('listed below');

        await switcher.nth(1).click();
        const disposition = phone.root.getByRole('combobox', { name: 'Disposition' }).locator('visible=true');
        await disposition.fill('SPAM');
        await phone.writeNotes('Nobody was there.');
        await phone.notes.press('Control+Enter');
        const back = phone.root.getByRole('button', { name: 'Go back' });
        await back.waitFor();
        await desk.screenshot('asked');
        await desk.console.page.keyboard.press('Enter');
        await back.waitFor({ state: 'hidden' });
        assert.deepEqual(story.wire('callcontrol'), []);
        assert.deepEqual(story.commands(), []);

        await phone.root.getByRole('button', { name: 'Keep and finish' }).locator('visible=true').click();
        await phone.card.getByText('Priya Nair').waitFor();
        await phone.chooseDisposition('Resolved');
        await phone.save();
        await phone.outcome.getByText('ConVox accepted').waitFor();
        await story.convoxWasTold({ disposition: 'RESOLVED' });
    }
);

deskTest(
    'the next call of ConVox comes to the front before the end of the last one is reported, and is certain from then on',
    async (desk) => {
        const story = new CallStory(desk);
        const { phone } = story;
        const unconfirmed = phone.text('Came while you were on another call; not confirmed by ConVox');
        await story.startShift();
        await story.answer('knownCaller');
        await phone.card.getByText('Priya Nair').waitFor();
        await story.onlyCallIs({ Status__c: 'In Progress' });
        await desk.agentScreen.closeCall('RESOLVED');
        await story.answer('severalMatches');
        await phone.chooser.waitFor();
        await unconfirmed.waitFor();
        await eventuallyEqual(() => desk.console.recordName.textContent(), 'CALL-00000002');
        await desk.screenshot('in front and not confirmed');
        await unconfirmed.waitFor({ state: 'hidden' });
        await phone.chooseDisposition('Resolved');
        await phone.save();
        await phone.outcome.getByText('ConVox accepted').waitFor();
        await story.convoxWasTold({ disposition: 'RESOLVED' });
    },
    { stack: { convoxTimes: { statusDelay: 6000 } } }
);

deskTest('a call that only the org knows hides no other', async (desk) => {
    const story = new CallStory(desk);
    const { phone } = story;
    await story.startShift();
    await story.answer('knownCaller');
    await story.onlyCallIs({ Status__c: 'In Progress' });
    // The phone writes down what it knows until its page has gone.
    await desk.console.page.goto(`${desk.stack.urls.console}/assets/slds.css`);
    await desk.console.page.evaluate('localStorage.clear()');
    await desk.console.open();
    await phone.card.getByText('Priya Nair').waitFor();
    await popFromForeignPage(desk, { AgentID: 'AG_ASHA', CallerID: UNKNOWN_NUMBER, CallReferenceID: 'NEXT-1' });
    await phone.card.getByText('Priya Nair').waitFor({ state: 'hidden' });
    assert.equal(await phone.text('Came while you were on another call; not confirmed by ConVox').count(), 0);
    await desk.screenshot('the next call in front');
});
