import assert from 'node:assert/strict';
import { atWork } from './agentAtWork.ts';
import type { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import { eventually } from './expect.ts';

const NOT_IN_FUTURE = /must lie in the future/;

const ROWS: readonly [how: string, says: (story: CallStory) => Promise<void>][] = [
    ['leaves the field', ({ phone }) => phone.page.keyboard.press('Tab')],
    ['saves', ({ phone }) => phone.save()]
];

for (const [how, says] of ROWS) {
    deskTest(
        `in a small window it is seen whole what is wrong with a follow-up once the agent ${how}`,
        async (desk) => {
            const { story, page } = await atWork(desk);
            await page.setViewportSize({ width: 340, height: 540 });
            await story.answer('knownCaller');
            await story.phone.chooseDisposition('Call back');
            const date = story.phone.root.locator('[data-id="date"] input:visible');
            await date.fill('1 Jan 2020');
            // To the calendar beside it, where the field takes what was typed.
            await date.press('Tab');
            await says(story);
            const problem = story.phone.root.getByText(NOT_IN_FUTURE).locator('visible=true');
            await problem.waitFor();
            const bar = story.phone.root.locator('.save-bar:visible');
            await eventually(
                async () => [await problem.boundingBox(), await bar.boundingBox()],
                ([text, below]) => assert.ok(text && below && text.y + text.height <= below.y + 1)
            );
            await desk.screenshot(how);
        }
    );
}

deskTest('an earlier call with the number opens from the details of a call', async (desk) => {
    const { story } = await atWork(desk);
    const { phone } = story;
    await story.answer('knownCaller');
    await phone.chooseDisposition('Resolved');
    await phone.save();
    await phone.outcome.getByText('ConVox accepted').waitFor();
    const earlier = await story.onlyCallIs({ Disposition__c: 'RESOLVED' });
    await phone.root.locator('[data-id="done"]:visible').click();
    await desk.agentScreen.waitForState('IDLE');
    await story.answer('knownCaller');
    await phone.card.getByText('Details and recent calls').click();
    await phone.card.locator('[data-id="past"] button').press('Enter');
    await desk.console.recordName.getByText(String(earlier['Name'])).waitFor();
});
