import assert from 'node:assert/strict';
import type { Request } from '@playwright/test';
import type { FieldValues } from '../local/org/records.ts';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';
import { englishWords } from './englishWords.ts';
import { eventually } from './expect.ts';
import { MINUTE, serverDay, today } from './floorTimes.ts';

const at = (minutes: number): string => new Date(Date.now() + minutes * MINUTE).toISOString();

/** Saves as the administrator, and waits for what the flows make of it. */
async function save({ stack: { org } }: Desk, object: string, ...rows: FieldValues[]): Promise<void> {
    const results = org.store.create(object, rows, org.users.admin);
    assert.deepEqual(
        results.filter(({ success }) => !success),
        []
    );
    await org.settle();
}

function ashaOf({ stack: { org } }: Desk): string {
    const asha = org.users.list().find(({ username }) => username.startsWith('asha'));
    assert.ok(asha);
    return asha.id;
}

function knownContact({ stack: { org } }: Desk): string {
    const where = { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: KNOWN_CALLER_NUMBER } as const;
    return String(org.store.find({ object: 'Contact', where })[0]?.['Id']);
}

/** A promise that is overdue, more missed calls than the list shows, and a call of yesterday. */
async function fillTheDay(desk: Desk): Promise<void> {
    const asha = ashaOf(desk);
    const promise = { OwnerId: asha, Agent__c: asha, Phone_Key__c: KNOWN_CALLER_NUMBER, Process_Name__c: 'SALES' };
    await save(desk, 'ConVox_Follow_Up__c', {
        ...promise,
        State__c: 'Open',
        Contact__c: knownContact(desk),
        Due_At__c: at(-30)
    });
    const missed = Array.from({ length: 12 }, (_, index) => ({
        Call_Reference__c: `MISSED${index}`,
        Customer_Number__c: `90000001${String(index).padStart(2, '0')}`,
        Direction__c: 'Inbound',
        Status__c: 'Not Connected',
        Process_Name__c: 'SUPPORT',
        Started_At__c: at(-60 - index),
        Start_Day__c: serverDay(at(-60 - index))
    }));
    // Seven days begin with a midnight, as in reports: a minute after it counts at any time of day, one before it does not.
    const edges = [1, -1].map((minutes) => {
        const startedAt = new Date(Date.parse(today(24 * 60)) - (7 * 24 * 60 - minutes) * MINUTE).toISOString();
        return {
            ...missed[0],
            Call_Reference__c: `EDGE${minutes}`,
            Started_At__c: startedAt,
            Start_Day__c: serverDay(startedAt)
        };
    });
    await save(desk, 'ConVox_Call__c', ...missed, ...edges, {
        OwnerId: asha,
        Call_Reference__c: 'YESTERDAY',
        Customer_Number__c: KNOWN_CALLER_NUMBER,
        Agent_Code__c: 'AG_ASHA',
        Direction__c: 'Inbound',
        Status__c: 'Disposed',
        Disposition__c: 'RESOLVED',
        Duration_Seconds__c: 125,
        Started_At__c: at(-24 * 60),
        Recording_File__c: '/var/www/html/calls/YESTERDAY.WAV'
    });
}

const isIdleQuestion = (request: Request): boolean => request.postData()?.includes('convoxBetweenCalls') ?? false;

deskTest(
    'between calls the phone has what waits for the agent, and a call comes before all of it',
    async (desk) => {
        const { console: page, agentScreen, context, screenshot } = desk;
        const questions: Request[] = [];
        context.on('request', (request) => {
            if (isIdleQuestion(request)) {
                questions.push(request);
            }
        });
        await fillTheDay(desk);
        const story = new CallStory(desk);
        await story.startShift();
        await agentScreen.page.getByRole('button', { name: 'Log in' }).click();
        await agentScreen.waitForState('IDLE');
        await page.utilityBar.getByRole('button', { name: 'ConVox: 1 due' }).click();
        const { root } = story.phone;
        const followUp = root.getByRole('listitem').filter({ hasText: 'Overdue' });
        await followUp.getByText('98765 43201 · Overdue · SALES').waitFor();
        await root.getByRole('heading', { name: 'Missed calls to return (13)' }).waitFor();
        await root.getByRole('button', { name: 'Show all 13' }).waitFor();
        const lastCall = root.getByRole('listitem').filter({ hasText: 'RESOLVED · 2:05' });
        await lastCall.getByRole('button', { name: 'Listen' }).waitFor();
        await screenshot('idle');
        await lastCall.scrollIntoViewIfNeeded();
        await screenshot('last calls');
        assert.equal(questions.length, 1, 'one request has it all');
        assert.deepEqual(await brokenAccessibilityRules(root), []);
        assert.deepEqual(await cutOffTexts(root), []);
        assert.deepEqual(await page.hiddenPartsOfPhone(), []);

        await root.getByRole('button', { name: 'Link 90000 00100 to a customer' }).click();
        await page.page.getByRole('dialog', { name: /^Edit CALL-/ }).waitFor();
        await screenshot('link');
        await page.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
        await root.getByRole('button', { name: 'Open the follow-up with Priya Nair' }).click();
        await page.tab(/^FUP-/).waitFor();

        const [pop] = await Promise.all([
            agentScreen.page.waitForEvent('popup'),
            followUp.getByRole('button', { name: 'Call Priya Nair, 98765 43201' }).press('Enter')
        ]);
        await pop.waitForEvent('close');
        await story.phone.card.getByText('Priya Nair').waitFor();
        assert.equal(await root.locator('c-convox-idle-panel').count(), 0);
        const before = questions.length;
        const [dial] = await story.wireHas('dial', 1);
        assert.equal(Object.fromEntries(dial?.parameters ?? [])['phone_number'], KNOWN_CALLER_NUMBER);
        await story.phone.chooseDisposition('Sale');
        await story.phone.save();
        await story.phone.root.locator('[data-id="received"]:visible').waitFor();
        assert.equal(questions.length, before, 'nothing is asked for while there is a call');
        await root.getByRole('button', { name: 'Done' }).locator('visible=true').click();
        await page.utilityBar.getByRole('button', { name: 'ConVox', exact: true }).click();
        await root.getByText('Nothing of yours is due today.').waitFor();
        await root.getByRole('listitem').filter({ hasText: 'SALE' }).first().waitFor();
        await screenshot('after the call');
    },
    { stack: { ports: { console: 0, convox: 0, gateway: 0, org: 0, recordings: 0 } } }
);

/** What the calls hold, and names that are the same in every language. */
const OF_NOBODY = ['AG', 'Priya Nair', 'RESOLVED', 'Customer Support', 'SALES', 'ConVox', 'am', 'pm'];

deskTest(
    'a phone that cannot load what waits says so and loads it once it can, in Hindi too; with nothing it says that',
    async (desk) => {
        const { console: page, stack, context, screenshot } = desk;
        await page.openAs('ravi');
        await page.utilityBar.getByRole('button', { name: 'ConVox', exact: true }).click();
        const { root } = new CallStory(desk).phone;
        await root.getByText('You have no calls yet.').waitFor();
        await screenshot('nothing');
        assert.deepEqual(await cutOffTexts(root), []);

        await fillTheDay(desk);
        stack.org.store.update(
            'User',
            [{ id: ashaOf(desk), values: { LanguageLocaleKey: 'hi' } }],
            stack.org.users.admin
        );
        await context.route('**/graphql', async (route) =>
            isIdleQuestion(route.request())
                ? route.fulfill({ status: 503, json: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'Too busy' }] })
                : route.fallback()
        );
        await page.openAs('asha');
        await page.utilityBar.getByRole('button', { name: 'ConVox', exact: true }).click();
        await root.getByRole('alert').getByText('आपके बाकी काम लोड नहीं हो सके।').waitFor();
        await screenshot('failing');
        await context.unroute('**/graphql');
        await root.getByRole('alert').getByRole('button').press('Enter');
        await root.locator('[data-id="idle"]:focus').waitFor();
        await page.utilityBar.getByRole('button', { name: 'ConVox: 1 बाकी' }).waitFor();
        await root.getByText('समय बीत गया').waitFor();
        assert.equal(await root.getByRole('alert').count(), 0);
        await screenshot('hindi');
        assert.deepEqual(englishWords(await root.innerText(), OF_NOBODY), []);
        assert.deepEqual(await cutOffTexts(root), []);
        await page.page.setViewportSize({ width: 720, height: 450 });
        await eventually(
            () => page.hiddenPartsOfPhone(),
            (parts) => assert.deepEqual(parts, [])
        );
        await screenshot('hindi at 200 percent');
    },
    { provokesRefusals: true }
);

deskTest('the bar counts all promises that are due, also beyond those that the phone lists', async (desk) => {
    const { console: page } = desk;
    const asha = ashaOf(desk);
    const promises = Array.from({ length: 60 }, () => ({
        OwnerId: asha,
        Agent__c: asha,
        Phone_Key__c: KNOWN_CALLER_NUMBER,
        State__c: 'Open',
        Due_At__c: at(-30)
    }));
    await save(desk, 'ConVox_Follow_Up__c', ...promises);
    await page.open();
    await page.utilityBar.getByRole('button', { name: 'ConVox: 60 due' }).click();
    await page.softphone.getByRole('heading', { name: 'Follow-ups due (60)' }).waitFor();
});

deskTest('a phone whose lists are late says that they are loading', async (desk) => {
    const { console: page, context, screenshot } = desk;
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
        answer = resolve;
    });
    await context.route('**/graphql', async (route) => {
        if (isIdleQuestion(route.request())) {
            await held;
        }
        await route.fallback();
    });
    await page.open();
    await page.utilityBar.getByRole('button', { name: 'ConVox', exact: true }).click();
    const { root } = new CallStory(desk).phone;
    const loading = root.getByText('Your follow-ups and calls are loading…');
    await loading.waitFor();
    await screenshot('loading');
    assert.deepEqual(await brokenAccessibilityRules(root), []);
    answer();
    await root.getByText('You have no calls yet.').waitFor();
    assert.equal(await loading.count(), 0);
});
