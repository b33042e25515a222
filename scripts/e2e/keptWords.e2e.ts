import assert from 'node:assert/strict';
import type { Route } from '@playwright/test';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { anotherComputer, atWork, isLookup } from './agentAtWork.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import { eventually, eventuallyEqual } from './expect.ts';
import { minutesLater, refuse, trouble } from './orgTrouble.ts';

const NOTES = 'Wants a quote for 40 metres.';
const RECORDS = /\/ui-api\/records/;

deskTest('a call that ConVox ends first keeps the form, and the agent saves it to the call', async (desk) => {
    const { story, page } = await atWork(desk);
    await story.answer('knownCaller');
    await story.phone.chooseDisposition('Call back');
    await story.phone.promiseFollowUp('31 Dec 2030', '6:30 pm');
    await story.phone.writeNotes(NOTES);
    await desk.agentScreen.closeCall('RESOLVED');
    await story.onlyCallIs({ Status__c: 'Disposed', Disposition__c: 'RESOLVED' });
    await page.clock.fastForward(30_000);
    await story.phone.text('ConVox ended this call with Resolved.').waitFor();
    await desk.screenshot('ended by ConVox');
    await story.phone.root.getByRole('button', { name: 'Save to the call' }).click();
    await story.phone.text('Saved on the call.').waitFor();
    await desk.screenshot('saved to the call');
    const call = await story.onlyCallIs({
        Disposition__c: 'RESOLVED',
        Agent_Disposition__c: 'CALLBACK',
        Notes__c: NOTES,
        Follow_Up_At__c: '2030-12-31T13:00:00.000Z',
        Draft__c: null,
        Draft_Saved_At__c: null
    });
    const followUps = desk.stack.org.store.find({ object: 'ConVox_Follow_Up__c' });
    assert.equal(followUps.filter((each) => each['Origin_Call__c'] === call['Id']).length, 1);
});

for (const [name, answer, said, saidAfter] of [
    ['refused', refuse, /Server error/, 0],
    ['not answered', () => Promise.resolve(), /Salesforce did not answer in time/, 10_000]
] as const) {
    deskTest(
        `notes whose saving is ${name} hold nothing up, are said until they are saved, and are saved`,
        async (desk) => {
            const { story, page } = await atWork(desk);
            await story.answer('knownCaller');
            await story.onlyCallIs({ Status__c: 'In Progress' });
            const mend = await trouble(page, RECORDS, (body) => body.includes('Notes__c'), answer);
            await story.phone.chooseDisposition('Resolved');
            await story.phone.writeNotes(NOTES);
            await story.phone.save();
            await story.phone.outcome.getByText('ConVox accepted').waitFor();
            await story.onlyCallIs({ Disposition__c: 'RESOLVED', Notes__c: null });
            await page.clock.fastForward(saidAfter);
            await story.phone.text(said).waitFor();
            await desk.screenshot('not saved yet');
            await mend();
            await minutesLater(page, () => story.calls()[0]?.['Notes__c'], NOTES);
            await story.onlyCallIs({ Disposition__c: 'RESOLVED', Notes__c: NOTES, Draft_Saved_At__c: null });
            await story.phone.text(said).waitFor({ state: 'hidden' });
        },
        { provokesRefusals: true }
    );
}

deskTest(
    'a row that could not be made is found once the push made it, and the notes follow to it',
    async (desk) => {
        const { story, page } = await atWork(desk);
        await trouble(page, RECORDS, (body) => body.includes('"ConVox_Call__c"'));
        await story.answer('knownCaller');
        await story.phone.text(/The call could not be saved in Salesforce yet/).waitFor();
        await story.phone.chooseDisposition('Resolved');
        await story.phone.writeNotes(NOTES);
        await story.phone.save();
        await story.phone.outcome.getByText('ConVox accepted').waitFor();
        await story.onlyCallIs({ Disposition__c: 'RESOLVED' });
        await minutesLater(page, () => story.calls()[0]?.['Notes__c'], NOTES);
        await story.phone.text('ConVox reports: Connected · Resolved.').waitFor();
    },
    { provokesRefusals: true }
);

deskTest(
    'a lookup that hangs and then fails leaves number and form, and is repeated when the browser is online again',
    async (desk) => {
        const { story, page } = await atWork(desk);
        let answer = (_route: Route): Promise<void> => Promise.resolve();
        const mend = await trouble(page, /\/graphql$/, isLookup, (route) => answer(route));
        await story.answer('knownCaller');
        await page.clock.fastForward(3000);
        await story.phone.card.getByText('98765 43201').waitFor();
        await story.phone.writeNotes(NOTES);
        answer = refuse;
        await page.clock.fastForward(10_000);
        await story.phone.text(/The caller could not be looked up/).waitFor();
        await desk.screenshot('without an answer');
        await mend();
        await page.evaluate('window.dispatchEvent(new Event("online"))');
        await story.phone.card.getByText('Priya Nair').waitFor();
        await eventuallyEqual(() => story.phone.notes.inputValue(), NOTES);
        await story.onlyCallIs({ Status__c: 'In Progress', Notes__c: NOTES });
    },
    { provokesRefusals: true }
);

deskTest(
    'without a connection nothing is sent, the phone says so and keeps what was entered, and Save works once it is back',
    async (desk) => {
        const { story, page } = await atWork(desk);
        await story.answer('knownCaller');
        await story.phone.chooseDisposition('Resolved');
        await story.phone.writeNotes(NOTES);
        const cutOff = (route: Route): Promise<void> => route.abort('internetdisconnected');
        const mend = await trouble(page, RECORDS, (body) => body.includes('"ConVox_Command__c"'), cutOff);
        await story.phone.save();
        await story.phone.outcome.getByText('Not sent').waitFor();
        await desk.screenshot('cut off');
        assert.deepEqual(await story.phone.sentencesOfOutcome(), [
            'Not sent',
            'Salesforce did not answer, so nothing was sent to ConVox. What you entered stays here: check the network and try again. What cannot wait, do in ConVox itself.'
        ]);
        await mend();
        await story.phone.save();
        await story.phone.outcome.getByText('ConVox accepted').waitFor();
        await story.convoxWasTold({ disposition: 'RESOLVED' });
        await story.onlyCallIs({ Disposition__c: 'RESOLVED', Notes__c: NOTES });
    },
    { provokesRefusals: true }
);

deskTest('another computer finds the call with all that was entered, and ends it', async (desk) => {
    const { story, page } = await atWork(desk);
    await story.answer('knownCaller');
    await story.phone.chooseDisposition('Resolved');
    await story.phone.writeNotes(NOTES);
    await page.clock.fastForward(2000);
    await story.onlyCallIs({ Status__c: 'In Progress', Notes__c: NOTES, Disposition__c: null });
    const { phone, page: there } = await anotherComputer(desk);
    await phone.card.getByText('Priya Nair').waitFor();
    await eventuallyEqual(() => phone.notes.inputValue(), NOTES);
    await phone.save();
    await phone.outcome.getByText('ConVox accepted').waitFor();
    await story.onlyCallIs({ Disposition__c: 'RESOLVED', Notes__c: NOTES, Draft_Saved_At__c: null });
    await there.context().close();
});

deskTest('calls that ConVox does not know, or nobody is certain of, are kept and finished', async (desk) => {
    const story = new CallStory(desk);
    const { phone } = story;
    await story.startShift();
    await story.answer('serverDown');
    await phone.chooseDisposition('Sale');
    await phone.writeNotes(NOTES);
    await phone.save();
    await phone.outcome.getByText('Not certain').waitFor();
    const parameters = {
        AgentID: 'AG_ASHA',
        CallerID: KNOWN_CALLER_NUMBER,
        CallReferenceID: 'GHOST-1',
        ConvoxID: 'G1'
    };
    const query = new URLSearchParams(
        Object.entries(parameters).map(([name, value]): [string, string] => [`c__${name}`, value])
    );
    const pop = await desk.context.newPage();
    await pop.goto(`${desk.stack.urls.console}/lightning/cmp/c__convoxScreenPop?${query.toString()}`);
    const switcher = phone.root.locator('c-convox-call-switcher').getByRole('button');
    await eventuallyEqual(() => switcher.count(), 2);
    await switcher.nth(1).click();
    const keep = phone.root.getByRole('button', { name: 'Keep and finish' }).locator('visible=true');
    await keep.waitFor();
    assert.equal(await phone.root.getByRole('button', { name: 'Send again' }).locator('visible=true').count(), 0);
    await desk.screenshot('uncertain behind a newer call');
    await keep.click();
    await eventuallyEqual(() => switcher.count(), 0);
    await phone.root.getByRole('combobox', { name: 'Disposition' }).fill('SALE');
    await phone.writeNotes('A ghost.');
    await phone.save();
    await phone.outcome.getByText('Not certain').waitFor();
    await desk.screenshot('a ghost');
    const before = await anotherComputer(desk);
    await eventuallyEqual(() => before.phone.notes.inputValue(), 'A ghost.');
    assert.match(before.openCalls, /GHOST-1/);
    await keep.click();
    await phone.root.locator('[data-id="idle"]').waitFor({ state: 'attached' });
    const kept = (): unknown[][] =>
        story
            .calls()
            .map((call) => [
                call['Status__c'],
                call['Agent_Disposition__c'],
                call['Notes__c'],
                call['Draft__c'],
                call['Kept_At__c'] !== null
            ]);
    await eventually(kept, (rows) =>
        assert.deepEqual(rows, [
            ['In Progress', 'SALE', NOTES, null, true],
            ['In Progress', 'SALE', 'A ghost.', null, true]
        ])
    );
    await before.page.reload();
    await before.phone.root.locator('[data-id="idle"]').waitFor({ state: 'attached' });
    const later = await anotherComputer(desk);
    assert.doesNotMatch(later.openCalls, /GHOST-1/);
    assert.equal(await later.phone.calls.count(), 0);
    await desk.agentScreen.closeCall('RESOLVED');
    await eventually(kept, ([reported]) => assert.deepEqual(reported, ['Disposed', 'SALE', NOTES, null, true]));
    await before.page.context().close();
    await later.page.context().close();
});
