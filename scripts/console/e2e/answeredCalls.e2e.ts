import assert from 'node:assert/strict';
import { phoneKey } from '#contract';
import { KNOWN_CALLER_NUMBER, SHARED_NUMBER, UNKNOWN_NUMBER } from '../../org/seed/callers.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import { eventuallyEqual } from './expect.ts';

deskTest(
    'knownCaller: the record opens, the disposition reaches ConVox, the status completes the record',
    async (desk) => {
        const { stack, console: page, screenshot } = desk;
        const story = new CallStory(desk);
        await story.startShift();
        const requestsBefore = stack.org.requests.length;

        const pop = await story.answer('knownCaller');
        await page.tab('Priya Nair').waitFor();
        await eventuallyEqual(() => page.recordName.textContent(), 'Priya Nair');
        await story.phone.card.getByText('Priya Nair').waitFor();
        await eventuallyEqual(() => Promise.resolve(pop.isClosed()), true);
        await screenshot('call on the line');
        const sincePop = stack.org.requests.slice(requestsBefore);
        const recordOpened = sincePop.findIndex(({ path }) => /\/ui-api\/records\/003/.test(path));
        const lookUps = sincePop.slice(0, recordOpened).filter(({ kind }) => kind === 'graphql');
        assert.equal(lookUps.length, 1, 'GraphQL requests between the pop and the record page');
        await story.phone.chooseDisposition('Call back');
        await story.phone.writeNotes('Wants a quote for 40 metres.');
        await screenshot('disposition chosen');
        await story.phone.save();
        await story.phone.outcome.getByText('ConVox accepted').waitFor();
        await screenshot('accepted');

        const [close] = await story.wireHas('callcontrol', 1);
        const [pushed] = await story.wireHas('pop', 1);
        assert.ok(close && pushed);
        const sent = Object.fromEntries(close.parameters);
        const popped = Object.fromEntries(pushed.parameters);
        assert.deepEqual(Object.keys(sent), [
            'ACTION',
            'agent_id',
            'convoxid',
            'disposition',
            'mobile_number',
            'set_followUp',
            'callback_date',
            'callback_hrs',
            'callback_mins'
        ]);
        assert.equal(close.method, 'POST');
        assert.match(close.contentType, /^application\/x-www-form-urlencoded/);
        assert.deepEqual(
            { ...sent, callback_date: undefined, callback_hrs: undefined, callback_mins: undefined },
            {
                ACTION: 'CLOSE',
                agent_id: 'AG_ASHA',
                convoxid: popped['c__ConvoxID'],
                disposition: 'CALLBACK',
                mobile_number: KNOWN_CALLER_NUMBER,
                set_followUp: 'Y',
                callback_date: undefined,
                callback_hrs: undefined,
                callback_mins: undefined
            }
        );
        assert.match(sent['callback_date'] ?? '', /^\d{4}-\d{2}-\d{2}$/);
        assert.match(`${sent['callback_hrs']}:${sent['callback_mins']}`, /^[0-2]\d:[0-5]\d$/);

        const call = await story.onlyCallIs({
            Call_Reference__c: popped['c__CallReferenceID'],
            Status__c: 'Disposed',
            Disposition__c: 'CALLBACK',
            ConVox_Status__c: 'Connected',
            Agent_Code__c: 'AG_ASHA',
            Process_Name__c: 'SUPPORT',
            Direction__c: 'Inbound',
            Phone_Key__c: KNOWN_CALLER_NUMBER,
            Notes__c: 'Wants a quote for 40 metres.'
        });
        const contact = stack.org.store.get('Contact', String(call['Contact__c']));
        assert.equal(contact?.['Name'], 'Priya Nair');
        assert.ok(Number(call['Pop_Latency_Ms__c']) > 0);
        assert.ok(call['Follow_Up_At__c']);
        await story.phone.text(/^ConVox reports/).waitFor();
        await screenshot('completed');
    }
);

deskTest('unknownCaller: nobody has the number, a new contact starts with it, the call is linked', async (desk) => {
    const { console: page, screenshot } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('unknownCaller');
    await story.phone.text(/No contact, lead or account has this number/).waitFor();
    await screenshot('nobody has the number');
    await story.phone.card.getByRole('button', { name: 'New' }).click();
    await story.phone.card.getByRole('menuitem', { name: 'Contact' }).click();
    await eventuallyEqual(async () => {
        const number = (await page.input('MobilePhone').inputValue()) || (await page.input('Phone').inputValue());
        return phoneKey(number);
    }, UNKNOWN_NUMBER);
    await page.input('LastName').fill('Bose');
    await screenshot('new contact');
    await page.shownPage.getByRole('button', { name: 'Save' }).click();
    await eventuallyEqual(() => page.recordName.textContent(), 'Bose');
    await story.phone.card.getByRole('button', { name: 'Look up again' }).click();
    await story.phone.card.getByText('Bose').waitFor();
    await screenshot('linked');
    const [contact] = desk.stack.org.store.find({
        object: 'Contact',
        where: { field: 'LastName', operator: 'eq', value: 'Bose' }
    });
    await story.onlyCallIs({ Status__c: 'In Progress', Contact__c: contact?.['Id'] });
});

deskTest('severalMatches: the agent chooses by keyboard, and the choice comes first next time', async (desk) => {
    const { console: page, screenshot } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('severalMatches');
    await story.phone.chooser.waitFor();
    assert.equal(await story.phone.chooser.getByRole('radio').count(), 2);
    await screenshot('who is calling');
    await story.phone.chooser.getByRole('radio', { name: /Sunita Gupta/ }).focus();
    await page.page.keyboard.press('Space');
    await page.page.keyboard.press('Enter');
    await eventuallyEqual(() => page.recordName.textContent(), 'Sunita Gupta');
    const [sunita] = desk.stack.org.store.find({
        object: 'Contact',
        where: { field: 'FirstName', operator: 'eq', value: 'Sunita' }
    });
    await story.onlyCallIs({ Contact__c: sunita?.['Id'], Phone_Key__c: SHARED_NUMBER });
    await story.phone.chooseDisposition('Resolved');
    await story.phone.save();
    await story.phone.outcome.getByText('ConVox accepted').waitFor();
    await desk.agentScreen.waitForState('IDLE');

    await story.answer('severalMatches');
    await story.phone.chooser.waitFor();
    const first = story.phone.chooser.locator('.slds-radio').first();
    await first.getByText('Sunita Gupta').waitFor();
    await first.getByText('Chosen last time').waitFor();
    await screenshot('remembered');
});

deskTest('withheldNumber: the softphone says so, searches nobody, and the call can be ended', async (desk) => {
    const { screenshot } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('withheldNumber');
    await story.phone.card.getByText('Number withheld').waitFor();
    await screenshot('withheld');
    await story.phone.chooseDisposition('Resolved');
    await story.phone.save();
    await story.phone.outcome.getByText('ConVox accepted').waitFor();
    await story.onlyCallIs({ Status__c: 'Disposed', Phone_Key__c: null, Contact__c: null });
});
