import assert from 'node:assert/strict';
import { atWork } from './agentAtWork.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import type { Desk } from './desk.ts';
import { eventually, eventuallyEqual } from './expect.ts';

/** Presses the keys, each of a combination counted, and gives how many there were. */
async function press({ console: { page } }: Desk, ...keys: readonly string[]): Promise<number> {
    for (const key of keys) {
        await page.keyboard.press(key);
    }
    return keys.flatMap((key) => key.split('+')).length;
}

/** ConVox rings, the agent answers and turns to the console, where the cursor is in the disposition. */
async function answerAndTurnToConsole(story: CallStory): Promise<void> {
    await story.answer('knownCaller');
    await story.desk.console.page.bringToFront();
    await story.phone.root.locator('[role="combobox"]:focus').waitFor();
}

async function finish(story: CallStory): Promise<void> {
    await story.phone.outcome.getByText('ConVox accepted').waitFor();
    await story.phone.root.locator('[data-id="done"]:visible').click();
    await story.desk.agentScreen.waitForState('IDLE');
}

/** The phone between calls has read which codes the agent uses. */
async function codesAreKnown({ console: { page } }: Desk): Promise<void> {
    await eventuallyEqual(
        () => page.evaluate("Object.keys(localStorage).some((key) => key.includes('convox-codes-'))"),
        true
    );
}

deskTest('any code takes six keys from pop to saved, one that the agent uses three', async (desk) => {
    const { console: page, stack, screenshot } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    const navigation = page.page.getByRole('button', { name: 'Show Navigation Menu' });
    await navigation.focus();

    await answerAndTurnToConsole(story);
    const byName = await press(desk, 'r', 'e', 's', 'Control+Enter');
    assert.ok(byName <= 6, `took ${byName} keys`);
    await finish(story);
    await page.phonePanel.waitFor({ state: 'hidden' });
    await codesAreKnown(desk);

    await answerAndTurnToConsole(story);
    await press(desk, 'ArrowDown');
    await screenshot('digits');
    await press(desk, 'Escape');
    const byDigit = await press(desk, '1', 'Control+Enter');
    assert.ok(byDigit <= 3, `took ${byDigit} keys`);
    await finish(story);
    const codes = await eventually(
        () => story.calls().map((call) => call['Disposition__c']),
        (found) => assert.equal(found.length, 2)
    );
    assert.deepEqual(codes, ['RESOLVED', 'RESOLVED']);
    assert.equal(stack.convox.log.entries.filter(({ kind }) => kind === 'callcontrol').length, 2);
});

/** Ten in the morning of the next day at the server. */
function tomorrowAtTen(): { date: string; hours: string; minutes: string } {
    const INDIA = 5.5 * 60 * 60 * 1000;
    const DAY = 24 * 60 * 60 * 1000;
    const date = new Date(Date.now() + INDIA + DAY).toISOString().slice(0, 10);
    return { date, hours: '10', minutes: '00' };
}

deskTest('a follow-up tomorrow at ten takes six keys from pop to saved', async (desk) => {
    const { console: page, screenshot } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    await answerAndTurnToConsole(story);
    await press(desk, 'r', 'e', 's', 'Control+Enter');
    await finish(story);
    await page.phonePanel.waitFor({ state: 'hidden' });
    await codesAreKnown(desk);

    await answerAndTurnToConsole(story);
    let keys = await press(desk, '1');
    const { root } = story.phone;
    const promised = root.getByRole('status').filter({ hasText: 'Tomorrow 10:00' });
    while ((await promised.count()) === 0) {
        assert.ok(keys < 4, 'promised before the keys are used up');
        keys += await press(desk, 'F9');
    }
    await screenshot('follow-up tomorrow');
    keys += await press(desk, 'Control+Enter');
    assert.ok(keys <= 6, `took ${keys} keys`);
    await story.convoxWasTold({ disposition: 'RESOLVED', times: 2, followUp: tomorrowAtTen() });
});

deskTest('with the last call done the phone closes and the cursor is where it was before the call', async (desk) => {
    const { console: page } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    // Of the console's own components Lightning Web Security shows the outermost only; this one stands beside them.
    await page.page.evaluate(
        "document.body.insertAdjacentHTML('afterbegin', '<button id=\"before\">Work</button>'); document.getElementById('before').focus()"
    );
    await answerAndTurnToConsole(story);
    await press(desk, 'r', 'e', 's', 'Control+Enter');
    await finish(story);
    await page.phonePanel.waitFor({ state: 'hidden' });
    await page.page.locator('#before:focus').waitFor();
    await press(desk, 'F8');
    await page.phonePanel.waitFor();
});

deskTest('F8 leads to the phone from anywhere on the page, and closes it', async (desk) => {
    const { console: page } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    await answerAndTurnToConsole(story);
    await page.phonePanel.getByRole('button', { name: 'Minimize' }).click();
    const navigation = page.page.getByRole('button', { name: 'Show Navigation Menu' });
    await navigation.focus();
    await press(desk, 'F8');
    await story.phone.root.locator('[role="combobox"]:focus').waitFor();
    await press(desk, 'F8');
    await page.phonePanel.waitFor({ state: 'hidden' });
    const scrolled = await page.page.evaluate('document.documentElement.scrollTop + document.body.scrollTop');
    assert.equal(scrolled, 0, 'the page stands where it stood');
});

deskTest('a call does not take the cursor from an agent who is writing', async (desk) => {
    const { console: page } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    await page.open('/lightning/o/Contact/new');
    const name = page.input('LastName');
    await name.focus();
    // However long the call takes to come, the agent has not stopped.
    await page.page.clock.setFixedTime(new Date());
    await page.page.keyboard.type('Bo');
    await desk.agentScreen.startScenario('unknownCaller');
    await desk.agentScreen.waitForState('RINGING');
    // The agent answers on the telephone: no click takes the cursor to another page.
    await desk.agentScreen.answer();
    await story.phone.card.locator('[data-id="save"]').waitFor();
    await eventuallyEqual(() => page.workspaceTabs.count(), 2);
    await page.page.keyboard.type('se');
    await eventuallyEqual(() => name.inputValue(), 'Bose');
});

deskTest(
    'a call waits until the agent pauses in the notes of the last one, and a double click ends there',
    async (desk) => {
        const { console: page, agentScreen, screenshot } = desk;
        const { story } = await atWork(desk);
        const { phone } = story;
        await story.answer('unknownCaller');
        await phone.chooseDisposition('Sale made');
        await phone.notes.focus();
        await agentScreen.closeCall('RESOLVED');
        await story.onlyCallIs({ Status__c: 'Disposed' });
        await page.page.clock.fastForward(30_000);
        await phone.text('ConVox ended this call with Resolved.').waitFor();
        await agentScreen.startScenario('knownCaller');
        await agentScreen.waitForState('RINGING');
        await agentScreen.answer();
        let typed = '';
        while ((await phone.calls.count()) < 2) {
            typed += '1';
            await page.page.keyboard.press('1');
        }
        await page.page.keyboard.type('2345');
        await eventuallyEqual(() => phone.notes.inputValue(), `${typed}2345`);
        await screenshot('still writing');

        await phone.card.getByText('Priya Nair').waitFor();
        const disposition = phone.root.locator('[role="combobox"]:focus');
        await disposition.waitFor();
        assert.equal(await disposition.inputValue(), '');
        await press(desk, 'r', 'e', 's', 'Control+Enter');
        await phone.outcome.getByText('ConVox accepted').waitFor();
        await page.page.evaluate(
            'window.addEventListener("click", ({ detail }) => (document.title = `${detail} presses`), false)'
        );
        await phone.root.locator('[data-id="done"]:visible').click();
        await phone.card.getByText('90000 00077').first().waitFor();
        await disposition.waitFor();
        // The second press comes when the next call stands there, and would leave its field.
        await page.page.mouse.down({ clickCount: 2 });
        await page.page.mouse.up({ clickCount: 2 });
        await disposition.waitFor();
        assert.equal(await page.page.title(), '1 presses');
        assert.equal(story.wire('callcontrol').length, 1);
    }
);
