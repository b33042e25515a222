import assert from 'node:assert/strict';
import { phoneKey } from '#contract';
import { KNOWN_CALLER_NUMBER, SHARED_NUMBER, UNKNOWN_NUMBER } from '../sample/org/callers.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import { endingRequest } from './endingRequests.ts';
import { eventuallyEqual } from './expect.ts';

deskTest(
    'knownCaller: the record opens, the disposition reaches ConVox, the status completes the record',
    async (desk) => {
        const { stack, console: page, screenshot } = desk;
        const story = new CallStory(desk);
        const betweenCalls = page.page.waitForResponse((response) =>
            Boolean(response.request().postData()?.includes('convoxBetweenCalls'))
        );
        await story.startShift();
        await betweenCalls;
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
        await story.phone.promiseFollowUp('31 Dec 2030', '6:30 pm');
        await story.phone.writeNotes('Wants a quote for 40 metres.');
        await screenshot('disposition chosen');
        await story.phone.save();
        await story.phone.outcome.getByText('ConVox accepted').waitFor();
        await screenshot('accepted');

        await story.convoxWasTold({
            disposition: 'CALLBACK',
            followUp: { date: '2030-12-31', hours: '18', minutes: '30' }
        });
        const popped = Object.fromEntries(story.wire('pop')[0]?.parameters ?? []);
        const call = await story.onlyCallIs({
            Call_Reference__c: popped['c__CallReferenceID'],
            Status__c: 'Disposed',
            Disposition__c: 'CALLBACK',
            ConVox_Status__c: 'Connected',
            Agent_Code__c: 'AG_ASHA',
            Process_Name__c: 'SUPPORT',
            Direction__c: 'Inbound',
            Phone_Key__c: KNOWN_CALLER_NUMBER,
            Follow_Up_At__c: '2030-12-31T13:00:00.000Z',
            Notes__c: 'Wants a quote for 40 metres.'
        });
        const contact = stack.org.store.get('Contact', String(call['Contact__c']));
        assert.equal(contact?.['Name'], 'Priya Nair');
        assert.ok(Number(call['Pop_Latency_Ms__c']) > 0);
        await story.phone.text('ConVox reports: Connected · Call back.').waitFor();
        await screenshot('completed');

        await page.open(`/lightning/r/ConVox_Call__c/${String(call['Id'])}/view`);
        const shown = {
            Status__c: 'Disposed',
            Disposition__c: 'CALLBACK',
            ConVox_Status__c: 'Connected',
            Call_Reference__c: popped['c__CallReferenceID'],
            Contact__c: 'Priya Nair',
            Follow_Up_At__c: '31 Dec 2030, 06:30 pm',
            Duration_Seconds__c: String(call['Duration_Seconds__c']),
            Notes__c: 'Wants a quote for 40 metres.'
        };
        for (const [field, text] of Object.entries(shown)) {
            await eventuallyEqual(async () => (await page.field(field).innerText()).trim(), text);
        }
        await screenshot('the record');
    }
);

deskTest('ending a call waits for two requests, one after the other, and for nothing beside them', async (desk) => {
    const { page } = desk.console;
    const story = new CallStory(desk);
    const { phone } = story;
    await story.startShift();
    await story.answer('knownCaller');
    await phone.chooseDisposition('Resolved');
    await phone.writeNotes('Wants a quote.');
    await phone.root.locator('c-convox-command-sender').waitFor({ state: 'attached' });

    const inLine: string[] = [];
    const beside: string[] = [];
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**', async (route) => {
        const request = route.request();
        const name = endingRequest(request);
        if (name === undefined) {
            beside.push(request.url());
            await released;
            await route.fallback();
            return;
        }
        inLine.push(`asks for ${name}`);
        const response = await route.fetch();
        inLine.push(`has ${name}`);
        await route.fulfill({ response });
    });
    await phone.save();
    await phone.outcome.getByText('ConVox accepted').waitFor();
    assert.deepEqual(inLine, ['asks for the command', 'has the command', 'asks for the flow', 'has the flow']);
    assert.notDeepEqual(beside, [], 'what was noted is saved meanwhile');
    release();
    await story.onlyCallIs({ Status__c: 'Disposed', Notes__c: 'Wants a quote.' });
    await phone.text('ConVox reports: Connected · Resolved.').waitFor();
});

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
    await story.convoxWasTold({ disposition: 'RESOLVED' });
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
    await story.convoxWasTold({ disposition: 'RESOLVED' });
    await story.onlyCallIs({ Status__c: 'Disposed', Phone_Key__c: null, Contact__c: null });
});
