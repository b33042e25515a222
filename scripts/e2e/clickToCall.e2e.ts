import assert from 'node:assert/strict';
import type { Locator } from '@playwright/test';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import { ConsolePage } from './consolePage.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { eventually, eventuallyEqual } from './expect.ts';

function knownContact({ stack }: Desk): string {
    const where = { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: KNOWN_CALLER_NUMBER } as const;
    return String(stack.org.store.find({ object: 'Contact', where })[0]?.['Id']);
}

async function openKnownContact(desk: Desk, tab = desk.console): Promise<void> {
    await tab.open(`/lightning/r/Contact/${knownContact(desk)}/view`);
}

const numbersOf = ({ shownPage }: ConsolePage): Locator => shownPage.locator('c-convox-numbers');

deskTest('one press on a number makes one call, and pressing again soon makes none', async (desk) => {
    const { console: page, screenshot, agentScreen } = desk;
    const story = new CallStory(desk);
    await agentScreen.open();
    await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
    await agentScreen.waitForState('IDLE');
    await openKnownContact(desk);
    const call = page.shownPage.getByRole('button', { name: /^Call 98765 43201/ });
    await call.dblclick();
    await page.shownPage.getByText(/ConVox is calling/).waitFor();
    await screenshot('calling');
    const [dial] = await story.wireHas('dial', 1);
    assert.ok(dial);
    assert.match(dial.path, /^\/ConVoxCCS\/Agent\/bridge\.php$/);
    const sent = Object.fromEntries(dial.parameters);
    assert.deepEqual(
        { action: sent['ACTION'], user: sent['user'], number: sent['phone_number'] },
        { action: 'CALL', user: 'AG_ASHA', number: KNOWN_CALLER_NUMBER }
    );
    await eventually(
        () => story.commands().map((command) => [command['Type__c'], command['Status__c']]),
        (found) => assert.deepEqual(found, [['Dial', 'Accepted']])
    );
    await agentScreen.waitForState('ONCALL');
    await page.shownPage.getByText(/ConVox is calling/).waitFor({ state: 'hidden' });
});

deskTest('a refused call says why and what to do', async (desk) => {
    const { console: page, screenshot, agentScreen } = desk;
    const story = new CallStory(desk);
    await agentScreen.open();
    await openKnownContact(desk);
    await page.shownPage.getByRole('button', { name: /^Call 98765 43201/ }).click();
    await page.shownPage.getByText('You are not logged in to ConVox.').waitFor();
    await screenshot('not logged in');
    await eventually(
        () => story.commands().map((command) => [command['Status__c'], command['Reply_Code__c']]),
        (found) => assert.deepEqual(found, [['Refused', 'CL006']])
    );
});

deskTest('a missed call is called back and linked to another record from the history of the customer', async (desk) => {
    const { console: page, screenshot, agentScreen, stack } = desk;
    const story = new CallStory(desk);
    const [asha] = stack.org.users.list().filter(({ username }) => username.startsWith('asha'));
    const missed = {
        OwnerId: asha?.id ?? '',
        Call_Reference__c: 'MISSED1',
        Customer_Number__c: KNOWN_CALLER_NUMBER,
        Direction__c: 'Inbound',
        Status__c: 'Not Connected',
        Duration_Seconds__c: 0,
        Started_At__c: new Date().toISOString(),
        Contact__c: knownContact(desk)
    };
    assert.ok(stack.org.store.create('ConVox_Call__c', [missed], stack.org.users.admin)[0]?.success);
    assert.ok(stack.org.store.create('Case', [{ Subject: 'Late' }], stack.org.users.admin)[0]?.success);
    const number = String(stack.org.store.find({ object: 'Case' })[0]?.['CaseNumber']);
    await stack.org.settle();
    await agentScreen.open();
    await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
    await agentScreen.waitForState('IDLE');
    await openKnownContact(desk);
    const history = page.shownPage.locator('c-convox-call-history');
    await history.getByText('Not Connected', { exact: true }).waitFor();
    await history.getByRole('button', { name: /^Link CALL-\d+ to another record$/ }).click();
    const box = history.locator('c-convox-record-link');
    await box.getByRole('combobox', { name: 'Link this call to' }).click();
    await box.getByRole('option', { name: 'Case' }).click();
    await box.getByRole('searchbox', { name: 'Find by name or number' }).fill(number);
    await box.getByRole('option', { name: number }).waitFor();
    await screenshot('another record is found');
    assert.deepEqual(await brokenAccessibilityRules(history), []);
    assert.deepEqual(await cutOffTexts(history), []);
    await box.getByRole('option', { name: number }).click();
    await eventually(
        () => stack.org.store.find({ object: 'ConVox_Call__c' })[0],
        (call) =>
            assert.deepEqual([call?.['Contact__c'], String(call?.['Case__c']).slice(0, 3)], [missed.Contact__c, '500'])
    );
    await box.waitFor({ state: 'hidden' });
    const more = Array.from({ length: 12 }, (_, index) => ({ ...missed, Call_Reference__c: `MISSED-${index}` }));
    stack.org.store.create('ConVox_Call__c', more, stack.org.users.admin);
    await openKnownContact(desk);
    await eventuallyEqual(() => history.locator('li').count(), 10);
    await history.getByRole('button', { name: 'Show ten more calls' }).press('Enter');
    await history.locator('li:nth-child(13)').waitFor();
    await history.locator('li:nth-child(10) a:focus').waitFor();
    await screenshot('all calls of the customer');
    await history.getByRole('button', { name: 'Call 98765 43201' }).first().click();
    const [dial] = await story.wireHas('dial', 1);
    assert.equal(Object.fromEntries(dial?.parameters ?? [])['phone_number'], KNOWN_CALLER_NUMBER);
    await screenshot('called back');
});

deskTest('a call that got no answer is never dialled again by itself', async (desk) => {
    const { console: page, screenshot, agentScreen, stack } = desk;
    const story = new CallStory(desk);
    await agentScreen.open();
    await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
    stack.convox.switches.dialling = 'drops';
    await openKnownContact(desk);
    await page.shownPage.getByRole('button', { name: /^Call 98765 43201/ }).click();
    await page.shownPage.getByText(/Check the phone/).waitFor();
    await screenshot('check the phone');
    await stack.org.settle();
    assert.equal(story.wire('dial').length, 1);
    assert.deepEqual(
        story.commands().map((command) => command['Status__c']),
        ['Unknown']
    );
});

deskTest(
    'a call that is asked for in one tab shows in the phone of another, and once it is over the next one is possible',
    async (desk) => {
        const { context, console: page, stack, agentScreen, screenshot } = desk;
        const story = new CallStory(desk);
        await story.startShift();
        await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
        await agentScreen.waitForState('IDLE');
        await openKnownContact(desk);
        const other = new ConsolePage(await context.newPage(), stack.urls.console);
        await openKnownContact(desk, other);
        const button = { name: /^Call 98765 43201/ };
        const pressedAt = Date.now();
        const [pop] = await Promise.all([
            agentScreen.page.waitForEvent('popup'),
            numbersOf(other).getByRole('button', button).click(),
            story.phone.text('ConVox is asked to call 98765 43201.').waitFor(),
            numbersOf(page)
                .getByRole('button', { ...button, disabled: true })
                .waitFor()
        ]);
        await screenshot('asked for elsewhere');
        await pop.waitForEvent('close');
        await story.phone.card.getByText('Priya Nair').waitFor();
        await story.phone.chooseDisposition('Sale');
        await story.phone.save();
        await numbersOf(page)
            .getByRole('button', { ...button, disabled: false })
            .waitFor();
        await numbersOf(other)
            .getByRole('button', { ...button, disabled: false })
            .waitFor();
        assert.ok(Date.now() - pressedAt < 30_000, 'the end of the call, not the half minute, made room');
        await screenshot('possible again');
    },
    { stack: { convoxTimes: { customerAnswers: 4000 } } }
);

deskTest('a reply that comes later than the patience settles what was not certain', async (desk) => {
    const { console: page, context, screenshot, agentScreen } = desk;
    const story = new CallStory(desk);
    await agentScreen.open();
    await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
    await page.page.clock.install();
    await openKnownContact(desk);
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
        answer = resolve;
    });
    await context.route('**/actions/custom/flow/**', async (route) => {
        const response = await route.fetch();
        await page.page.clock.fastForward(20_000);
        await held;
        await route.fulfill({ response });
    });
    await page.shownPage.getByRole('button', { name: /^Call 98765 43201/ }).click();
    const uncertain = page.shownPage.getByText(/Check the phone/);
    await uncertain.waitFor();
    await uncertain.waitFor({ state: 'hidden' });
    await screenshot('settled');
    answer();
    assert.equal(story.wire('dial').length, 1);
});

deskTest(
    'a call that is there settles whether ConVox rang; one by the customer does not',
    async (desk) => {
        const { console: page, stack, agentScreen, screenshot } = desk;
        const { org, convox } = stack;
        const story = new CallStory(desk);
        await agentScreen.open();
        await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
        await agentScreen.waitForState('IDLE');
        convox.switches.dialling = 'isSlow';
        await openKnownContact(desk);
        const looks = (): Promise<unknown> =>
            page.page.waitForResponse((response) => !!response.request().postData()?.includes('convoxPlacedDial'));
        await numbersOf(page)
            .getByRole('button', { name: /^Call 98765 43201/ })
            .click();
        const uncertain = numbersOf(page).getByText(/Check the phone/);
        await uncertain.waitFor();
        const byCustomer = {
            OwnerId: org.users.list().find(({ username }) => username.startsWith('asha'))?.id ?? '',
            Call_Reference__c: 'BY-CUSTOMER',
            Customer_Number__c: KNOWN_CALLER_NUMBER,
            Phone_Key__c: KNOWN_CALLER_NUMBER,
            Direction__c: 'Inbound',
            Status__c: 'Ended'
        };
        assert.ok(org.store.create('ConVox_Call__c', [byCustomer], org.users.admin)[0]?.success);
        await looks();
        await looks();
        assert.ok(await uncertain.isVisible());
        await screenshot('not certain');
        await story.phone.card.getByText('Priya Nair').waitFor();
        await uncertain.waitFor({ state: 'hidden' });
        await screenshot('the call is there');
        await story.phone.chooseDisposition('Sale');
        await story.phone.save();
        await numbersOf(page)
            .getByRole('button', { name: /^Call 98765 43201/, disabled: false })
            .waitFor();
        await screenshot('over');
        assert.equal(await numbersOf(page).getByText('Not certain').count(), 0);
        assert.deepEqual(
            story.commands().map((command) => [command['Type__c'], command['Status__c']]),
            [
                ['Dial', 'Unknown'],
                ['Close', 'Accepted']
            ]
        );
    },
    { stack: { calloutTimeout: 1000, convoxTimes: { customerAnswers: 5000, slowReply: 20_000 } } }
);
