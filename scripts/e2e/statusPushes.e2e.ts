import assert from 'node:assert/strict';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import { eventually } from './expect.ts';

deskTest(
    'missed: nobody answers, no page opens, and the record says who was not connected',
    async (desk) => {
        const { console: page, screenshot, stack } = desk;
        const story = new CallStory(desk);
        await story.startShift();
        await desk.agentScreen.startScenario('missed');
        await desk.agentScreen.waitForState('MISSED');
        const call = await story.onlyCallIs({
            Status__c: 'Not Connected',
            Phone_Key__c: KNOWN_CALLER_NUMBER,
            Process_Name__c: 'SUPPORT',
            Pop_At__c: null
        });
        assert.equal(story.wire('pop').length, 0);
        const contact = stack.org.store.get('Contact', String(call['Contact__c']));
        assert.equal(contact?.['Name'], 'Priya Nair', 'the flow found the customer');
        await page.page.goto(`${stack.urls.console}/lightning/r/ConVox_Call__c/${String(call['Id'])}/view`);
        await page.field('Status__c').getByText('Not Connected').waitFor();
        await screenshot('the record');
    },
    { stack: { convoxTimes: { scenarioPace: 0.2 } } }
);

deskTest('pushTwice: the same status twice leaves one call', async (desk) => {
    const { screenshot } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('pushTwice');
    await story.phone.chooseDisposition('Sale');
    await story.phone.save();
    await story.phone.outcome.getByText('ConVox accepted').waitFor();
    const pushes = await story.wireHas('status', 2);
    await eventually(
        () => pushes.map(({ status }) => status),
        (statuses) => assert.deepEqual(statuses, [200, 200])
    );
    assert.deepEqual(pushes[0]?.parameters, pushes[1]?.parameters);
    await story.onlyCallIs({ Status__c: 'Disposed', Disposition__c: 'SALE', ConVox_Status__c: 'Connected' });
    await screenshot('one call');
});

deskTest(
    'pushBeforePop: the status comes first, the pop finds its record and moves nothing back',
    async (desk) => {
        const { screenshot, agentScreen } = desk;
        const story = new CallStory(desk);
        await story.startShift();
        await agentScreen.startScenario('pushBeforePop');
        await agentScreen.waitForState('RINGING');
        await agentScreen.answerAndFollowPop();
        await story.phone.card.getByText('Priya Nair').waitFor();
        const [push] = await story.wireHas('status', 1);
        const [pop] = story.wire('pop');
        assert.ok(push && pop && push.number < pop.number, 'the status went out before the pop');
        await story.onlyCallIs({ Status__c: 'Ended', ConVox_Status__c: 'Connected', Agent_Code__c: 'AG_ASHA' });
        await eventually(
            () => story.calls()[0]?.['Pop_At__c'],
            (popAt) => assert.ok(popAt)
        );
        await screenshot('one record from both');
    },
    // Push and pop race for the same record; the one that loses is refused once and then finds it.
    { stack: { convoxTimes: { scenarioPace: 0.3 } }, provokesRefusals: true }
);
