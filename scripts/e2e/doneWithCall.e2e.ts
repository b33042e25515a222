import assert from 'node:assert/strict';
import { atWork } from './agentAtWork.ts';
import { deskTest } from './desk.ts';
import { eventually, eventuallyEqual } from './expect.ts';
import { minutesLater, trouble } from './orgTrouble.ts';

const NOTES = 'Wants a quote for 40 metres.';
const RECORDS = /\/ui-api\/records/;

deskTest(
    'Done leaves no words behind: it saves them, and while that fails only a second press that says so loses them',
    async (desk) => {
        const { story, page } = await atWork(desk);
        const done = story.phone.root.getByRole('button', { name: 'Done with this call' });
        const lose = story.phone.root.getByRole('button', { name: 'Leave the call and lose it' });
        const idle = story.phone.root.locator('[data-id="idle"]');
        const end = async (): Promise<() => Promise<void>> => {
            await story.answer('knownCaller');
            await story.phone.card.getByText('Priya Nair').waitFor();
            await eventuallyEqual(() => story.calls().at(-1)?.['Status__c'], 'In Progress');
            const mend = await trouble(page, RECORDS, (body) => body.includes('Notes__c'));
            await story.phone.chooseDisposition('Resolved');
            await story.phone.writeNotes(NOTES);
            await story.phone.save();
            await story.phone.outcome.getByText('ConVox accepted').waitFor();
            await story.phone.text(/What you noted is not saved/).waitFor();
            // What comes later pushes the button down.
            await story.phone.text(/^Talk time/).waitFor();
            await done.press('Enter');
            await story.phone.text(/^What you entered is not saved on the call/).waitFor();
            const [panel, button] = [desk.console.phonePanel, lose.and(page.locator(':focus'))];
            await eventually(
                async () => [await button.boundingBox(), await panel.boundingBox()],
                // The focus scrolls to whole pixels.
                ([place, around]) => assert.ok(place && around && place.y + place.height < around.y + around.height + 2)
            );
            return mend;
        };
        const mendFirst = await end();
        await desk.screenshot('done, not saved');
        await mendFirst();
        await minutesLater(page, () => story.calls()[0]?.['Notes__c'], NOTES);
        await done.press('Enter');
        await idle.waitFor({ state: 'attached' });
        await end();
        await page.reload();
        await story.phone.text('ConVox ended this call with Resolved.').waitFor();
        await eventuallyEqual(() => story.phone.notes.inputValue(), NOTES);
        await done.press('Enter');
        await lose.waitFor();
        await desk.screenshot('done after a reload, not saved');
        await lose.press('Enter');
        await idle.waitFor({ state: 'attached' });
        assert.deepEqual(
            story.calls().map((call) => call['Notes__c']),
            [NOTES, null]
        );
    },
    { provokesRefusals: true }
);
