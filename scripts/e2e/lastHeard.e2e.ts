import assert from 'node:assert/strict';
import type { Locator } from '@playwright/test';
import { instantToServerTime } from '#contract';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { CallStory } from './callStory.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import type { Desk } from './desk.ts';
import { deskTest } from './desk.ts';

function knownContact({ stack: { org } }: Desk): string {
    const where = { field: 'ConVox_Mobile_Key__c', operator: 'eq', value: KNOWN_CALLER_NUMBER } as const;
    return String(org.store.find({ object: 'Contact', where })[0]?.['Id']);
}

const heard = ({ console: page }: Desk, words: RegExp): Locator =>
    page.page.locator('c-convox-agent-state').getByText(words);

deskTest(
    'between calls the phone says what was last heard of its agent, and never that the agent is ready',
    async (desk) => {
        const { console: page, agentScreen, screenshot } = desk;
        await agentScreen.open();
        await page.open(`/lightning/r/Contact/${knownContact(desk)}/view`);
        await page.utilityBar.getByRole('button', { name: 'ConVox', exact: true }).click();
        await heard(desk, /^Waiting for calls of AG_ASHA$/).waitFor();
        const call = page.shownPage.getByRole('button', { name: /^Call 98765 43201/ });
        const inConvox = (name: string): Promise<void> =>
            agentScreen.page.getByRole('button', { name, exact: true }).click();

        await call.click();
        await heard(desk, /^Last heard: Logged Out,/).waitFor();
        await inConvox('Log in');
        await agentScreen.waitForState('IDLE');
        await inConvox('Break');
        await agentScreen.waitForState('BREAK');
        await call.click();
        await heard(desk, /^Last heard: on a call or on a break,/).waitFor();
        await screenshot('on a break');

        await inConvox('Ready');
        await agentScreen.waitForState('IDLE');
        await call.click();
        await heard(desk, /^Last heard: Ringing,/).waitFor();
        await screenshot('ringing');
    },
    { stack: { convoxTimes: { customerAnswers: 60_000 } } }
);

/** What ConVox reports when the customer has hung up: over, and not disposed of. */
async function customerHungUp({ stack, agentScreen }: Desk): Promise<void> {
    const { date, hours, minutes, seconds: second } = instantToServerTime(new Date().toISOString(), 'Asia/Kolkata');
    const answer = await fetch(`${stack.urls.gateway}/call-status`, {
        method: 'POST',
        headers: { 'Access-Token': stack.statusSecret },
        body: new URLSearchParams({
            CALL_REFERENCE_ID: await agentScreen.callFact('reference'),
            MOBILE_NO: KNOWN_CALLER_NUMBER,
            USER_ID: 'AG_ASHA',
            CALL_STATUS: 'Connected',
            CALL_DATE: `${date}T${hours}:${minutes}:${second}`,
            CALL_DURATION: '2',
            PROCESS_NAME: 'SUPPORT'
        })
    });
    assert.equal(answer.status, 200);
}

deskTest('a wrap-up counts down beside the open form, and goes with the call', async (desk) => {
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('knownCaller');
    await story.phone.card.getByText('Priya Nair').waitFor();
    await story.onlyCallIs({ Agent_Code__c: 'AG_ASHA' });
    await story.secondIsOver();
    await customerHungUp(desk);
    await heard(desk, /^Wrap-up of Customer Support ends in ?0:[1-5]\d$/).waitFor();
    await story.phone.root.getByRole('button', { name: 'Save and end the call' }).waitFor();
    await desk.screenshot('wrap-up');
    assert.deepEqual(await brokenAccessibilityRules(story.phone.root), []);
    assert.deepEqual(await cutOffTexts(story.phone.root), []);
    await story.phone.chooseDisposition('Resolved');
    await story.phone.save();
    await heard(desk, /^Wrap-up/).waitFor({ state: 'detached' });
});
