import assert from 'node:assert/strict';
import type { FieldValues } from '../local/org/records.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import { eventually } from './expect.ts';

deskTest(
    'closeRefused: ConVox refuses, the agent reads why and what to do, and the disposition is kept',
    async (desk) => {
        const { screenshot } = desk;
        const story = new CallStory(desk);
        await story.startShift();
        await story.answer('closeRefused');
        await story.phone.chooseDisposition('Sale');
        await story.phone.writeNotes('Took two.');
        await story.phone.save();
        await story.phone.outcome.getByText('ConVox refused').waitFor();
        await story.phone.text(/does not know this disposition/).waitFor();
        await screenshot('refused');
        await story.convoxWasTold({ disposition: 'SALE' });
        await eventually(
            () => story.commands().map((command) => [command['Status__c'], command['Reply_Code__c']]),
            (found) => assert.deepEqual(found, [['Refused', 'EC001']])
        );
        await story.onlyCallIs({ Status__c: 'In Progress', Notes__c: 'Took two.' });
    }
);

deskTest('serverDown: nobody knows whether the call was closed, and only the agent may send again', async (desk) => {
    const { screenshot } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('serverDown');
    await story.phone.chooseDisposition('Sale');
    await story.phone.save();
    await story.phone.outcome.getByText('Not certain').waitFor();
    await screenshot('not certain');
    assert.deepEqual(await story.phone.sentencesOfOutcome(), [
        'Not certain',
        'ConVox could not be reached, or its answer was not clear.',
        'ConVox may have closed the call. Look in ConVox first; send again only if the call is still open there.'
    ]);
    await story.convoxWasTold({ disposition: 'SALE' });
    await eventually(
        () => story.commands().map((command) => command['Status__c']),
        (found) => assert.deepEqual(found, ['Unknown'])
    );
    await story.phone.resend();
    await story.convoxWasTold({ disposition: 'SALE', times: 2 });
    await eventually(
        () => story.commands().length,
        (count) => assert.equal(count, 2, 'each attempt is a command of its own')
    );
});

deskTest('a close without an answer stays uncertain over a reload, until ConVox reports the call', async (desk) => {
    const { console: page, agentScreen, screenshot } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('serverDown');
    await story.phone.chooseDisposition('Sale');
    await story.phone.save();
    await story.phone.outcome.getByText('Not certain').waitFor();
    await page.page.reload();
    await story.phone.outcome.getByText('Not certain').waitFor();
    assert.equal(await story.phone.root.getByRole('button', { name: 'Save and end the call' }).count(), 0);
    await story.phone.root.getByRole('button', { name: 'Send again' }).waitFor();
    await screenshot('after the reload');
    await agentScreen.closeCall('RESOLVED');
    await story.phone.text('ConVox reports: Connected · Resolved.').waitFor();
    await story.phone.outcome.waitFor({ state: 'hidden' });
    assert.equal(await story.phone.root.getByRole('button', { name: 'Send again' }).count(), 0);
    await screenshot('settled');
    await story.onlyCallIs({ Status__c: 'Disposed', Disposition__c: 'RESOLVED' });
});

deskTest(
    'slowReply: what got no answer in time is settled by what ConVox reports, and nothing is sent again',
    async (desk) => {
        const { screenshot } = desk;
        const story = new CallStory(desk);
        await story.startShift();
        await story.answer('slowReply');
        await story.phone.chooseDisposition('Sale');
        await story.phone.save();
        await story.phone.text('Telling ConVox how the call ended').first().waitFor();
        await screenshot('waiting');
        await story.phone.text('ConVox reports: Connected · Sale made.').waitFor();
        await story.phone.outcome.waitFor({ state: 'hidden' });
        await screenshot('settled');
        await story.convoxWasTold({ disposition: 'SALE' });
        await eventually(
            () => story.commands().map((command) => [command['Status__c'], !!command['Error__c']]),
            (found) => assert.deepEqual(found, [['Unknown', true]], 'the command keeps what went wrong')
        );
        await story.onlyCallIs({ Status__c: 'Disposed', Disposition__c: 'SALE' });
    },
    { stack: { calloutTimeout: 1500, convoxTimes: { slowReply: 3000 } } }
);

deskTest('htmlReply: the answer behind a script block is understood and never shown as markup', async (desk) => {
    const { screenshot } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('htmlReply');
    await story.phone.chooseDisposition('Resolved');
    await story.phone.save();
    await story.phone.outcome.getByText('ConVox accepted').waitFor();
    await screenshot('accepted');
    await story.convoxWasTold({ disposition: 'RESOLVED' });
    assert.doesNotMatch((await story.phone.root.innerText()) ?? '', /<script|STATUS/i);
    const [command] = story.commands();
    assert.match(String(command?.['Reply__c']), /<script/, 'the reply is kept as it came');
});

deskTest('an agent who names no server talks to the default one, on its clock and by its route', async (desk) => {
    const { store, users } = desk.stack.org;
    const change = (object: string, values: FieldValues): string[] => {
        const ids = store.find({ object }).map(({ Id }) => String(Id));
        store.update(
            object,
            ids.map((id) => ({ id, values })),
            users.admin
        );
        return ids;
    };
    const [serverId] = change('ConVox_Server__c', {
        Time_Zone__c: 'America/New_York',
        Command_Route__c: 'Background',
        Phone_Keys_Filled__c: false
    });
    change('ConVox_Agent__c', { Server__c: null });
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('knownCaller');
    await story.phone.chooseDisposition('Call back');
    await story.phone.text(/America\/New_York/).waitFor();
    await story.phone.promiseFollowUp('31 Dec 2030', '6:30 pm');
    await story.phone.save();
    await story.phone.outcome.getByText('ConVox accepted').waitFor();
    await story.onlyCallIs({ Disposition__c: 'CALLBACK', Follow_Up_At__c: '2030-12-31T23:30:00.000Z' });
    await eventually(
        () => story.commands().map((command) => [command['Server__c'], command['Status__c']]),
        (found) => assert.deepEqual(found, [[serverId, 'Accepted']])
    );
});
