import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { anotherComputer, atWork } from './agentAtWork.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import { deskTest } from './desk.ts';
import type { Desk } from './desk.ts';
import { eventually, eventuallyEqual } from './expect.ts';
import type { SoftphonePanel } from './softphonePanel.ts';

const OTHERS = 'Notes on this call were written elsewhere too.';
const choice = (phone: SoftphonePanel, name: string) =>
    phone.root.getByRole('button', { name }).locator('visible=true');

/** Writes notes and leaves the field, which saves them. */
async function note(phone: SoftphonePanel, notes: string): Promise<void> {
    await phone.writeNotes(notes);
    await phone.notes.blur();
}

deskTest(
    'what two browsers write into one call: the later save is asked about, and no word goes unseen',
    async (desk) => {
        const { story, page } = await atWork(desk);
        const here = story.phone;
        await story.answer('knownCaller');
        await note(here, 'Wants a quote.');
        await story.onlyCallIs({ Notes__c: 'Wants a quote.' });
        const { phone: there, page: otherPage } = await anotherComputer(desk);
        await eventuallyEqual(() => there.notes.inputValue(), 'Wants a quote.');
        await there.chooseDisposition('Call back');
        await note(there, 'Wants a quote.\nFor 40 metres.');
        await story.onlyCallIs({ Notes__c: 'Wants a quote.\nFor 40 metres.' });

        await note(here, 'Wants a quote.\nBy Friday.');
        await here.text(OTHERS).waitFor();
        await here.text('For 40 metres.').waitFor();
        await desk.screenshot('asked');
        await here.writeNotes('Wants a quote.\nBy Friday noon.');
        await page.clock.fastForward(20_000);
        await story.onlyCallIs({ Notes__c: 'Wants a quote.\nFor 40 metres.' });
        assert.deepEqual(await cutOffTexts(here.root), []);
        await story.secondIsOver();
        await choice(here, 'Add them to mine').focus();
        await page.keyboard.press('Enter');
        await here.root.locator('[role="combobox"]:focus').waitFor();
        const joined = 'Wants a quote.\nBy Friday noon.\nFor 40 metres.\nCALLBACK\n';
        await story.onlyCallIs({ Status__c: 'In Progress' });
        await eventually(
            () => String(story.calls()[0]?.['Notes__c']),
            (notes) => assert.ok(notes.startsWith(joined), notes)
        );
        await here.text(OTHERS).waitFor({ state: 'hidden' });
        await eventually(
            () => here.notes.inputValue(),
            (notes) => assert.ok(notes.startsWith(joined), notes)
        );

        await story.secondIsOver();
        await note(there, 'Wants a quote.\nFor 50 metres.');
        await there.text(OTHERS).waitFor();
        await choice(there, 'Keep only mine').click();
        await story.onlyCallIs({ Notes__c: 'Wants a quote.\nFor 50 metres.' });
        await there.text(OTHERS).waitFor({ state: 'hidden' });
        await otherPage.context().close();
    }
);

/** What ConVox reports when another agent took the call. */
async function passOn({ stack, agentScreen }: Desk, agentCode: string): Promise<void> {
    const answer = await fetch(`${stack.urls.gateway}/call-status`, {
        method: 'POST',
        headers: { 'Access-Token': stack.statusSecret },
        body: new URLSearchParams({
            CALL_REFERENCE_ID: await agentScreen.callFact('reference'),
            MOBILE_NO: KNOWN_CALLER_NUMBER,
            AGENT_ID: agentCode,
            CALL_STATUS: 'CONNECTED',
            CALL_DURATION: '40'
        })
    });
    assert.equal(answer.status, 200);
}

/** ConVox connects the call of the agent's screen to the agent at this page's computer. */
async function popAgain({ stack, agentScreen }: Desk, page: Page, agentCode: string): Promise<void> {
    const parameters = new URLSearchParams({
        c__AgentID: agentCode,
        c__CallerID: KNOWN_CALLER_NUMBER,
        c__CallReferenceID: await agentScreen.callFact('reference'),
        c__ConvoxID: 'R1'
    });
    const pop = await page.context().newPage();
    await pop.goto(`${stack.urls.console}/lightning/cmp/c__convoxScreenPop?${parameters.toString()}`);
}

deskTest(
    'a call that ConVox passes on while its agent types: both agents write, and each is told the truth',
    async (desk) => {
        const { story, page } = await atWork(desk);
        const asha = story.phone;
        await story.answer('knownCaller');
        await note(asha, 'Asha: wants a quote.');
        await story.onlyCallIs({ Notes__c: 'Asha: wants a quote.' });
        await passOn(desk, 'AG_RAVI');
        await story.onlyCallIs({ Agent_Code__c: 'AG_RAVI', Status__c: 'Ended' });
        const owner = desk.stack.org.users.list().find(({ id }) => id === story.calls()[0]?.['OwnerId']);
        assert.match(owner?.username ?? '', /^ravi/);
        await note(asha, 'Asha: wants a quote.\nAsha: in blue.');
        await story.onlyCallIs({ Notes__c: 'Asha: wants a quote.\nAsha: in blue.' });
        await asha.text('This call went to Ravi Kumar.').waitFor();
        await desk.screenshot('passed on');

        const { phone: ravi, page: hisPage } = await anotherComputer(desk, 'ravi');
        await popAgain(desk, hisPage, 'AG_RAVI');
        await eventuallyEqual(() => ravi.notes.inputValue(), 'Asha: wants a quote.\nAsha: in blue.');
        await note(ravi, 'Asha: wants a quote.\nAsha: in blue.\nRavi: sends it.');
        await story.onlyCallIs({ Notes__c: 'Asha: wants a quote.\nAsha: in blue.\nRavi: sends it.' });

        await note(asha, 'Asha: wants a quote.\nAsha: in dark blue.');
        await asha.text(OTHERS).waitFor();
        await asha.text('Ravi: sends it.').waitFor();
        await choice(asha, 'Add them to mine').click();
        await story.onlyCallIs({ Notes__c: 'Asha: wants a quote.\nAsha: in dark blue.\nRavi: sends it.' });
        await page.clock.fastForward(60_000);
        await asha.text('This call went to Ravi Kumar.').waitFor();

        await ravi.text('This call went to Asha Verma.').waitFor({ state: 'hidden' });
        await popAgain(desk, page, 'AG_ASHA');
        await asha.text('This call went to Ravi Kumar.').waitFor({ state: 'hidden' });
        await passOn(desk, 'AG_ASHA');
        await story.onlyCallIs({ Agent_Code__c: 'AG_ASHA' });
        await hisPage.context().close();
    }
);

deskTest(
    'the end of a call leaves once, whichever computer sends it, and no word of the other is lost',
    async (desk) => {
        const { story } = await atWork(desk);
        const here = story.phone;
        await story.answer('knownCaller');
        await note(here, 'Wants a quote.');
        await story.onlyCallIs({ Notes__c: 'Wants a quote.' });
        const { phone: there, page: otherPage } = await anotherComputer(desk);
        await eventuallyEqual(() => there.notes.inputValue(), 'Wants a quote.');
        await here.chooseDisposition('Resolved');
        await here.save();
        await here.outcome.getByText('ConVox accepted').waitFor();
        await story.onlyCallIs({ Disposition__c: 'RESOLVED' });

        await there.chooseDisposition('Sale');
        await there.writeNotes('Wants a quote.\nOn paper.');
        await there.save();
        await there.text('ConVox ended this call with Resolved.').waitFor();
        await there.page.screenshot({ path: 'test-results/ended-at-the-other-computer.png' });
        await choice(there, 'Add them to mine').click();
        await choice(there, 'Save to the call').click();
        await there.text('Saved on the call.').waitFor();
        const { Notes__c: notes } = await story.onlyCallIs({
            Disposition__c: 'RESOLVED',
            Agent_Disposition__c: 'SALE'
        });
        assert.match(String(notes), /^Wants a quote.\nOn paper./);
        await story.convoxWasTold({ disposition: 'RESOLVED' });
        await otherPage.context().close();
    }
);

deskTest('a call that ConVox ended a moment ago is not ended again, so that the next one goes on', async (desk) => {
    const { story } = await atWork(desk);
    const { phone } = story;
    await story.answer('knownCaller');
    await phone.chooseDisposition('Sale');
    await phone.writeNotes('Wants a quote.');
    await desk.agentScreen.closeCall('RESOLVED');
    await story.onlyCallIs({ Status__c: 'Disposed', Disposition__c: 'RESOLVED' });
    await phone.save();
    await phone.text('ConVox ended this call with Resolved.').waitFor();
    await choice(phone, 'Save to the call').click();
    await phone.text('Saved on the call.').waitFor();
    await story.onlyCallIs({
        Disposition__c: 'RESOLVED',
        Agent_Disposition__c: 'SALE',
        Notes__c: 'Wants a quote.'
    });
    assert.deepEqual(story.wire('callcontrol'), []);
    assert.deepEqual(
        story.commands().map((command) => [command['Status__c'], command['Error__c']]),
        [['Refused', 'This call has ended with RESOLVED already. Nothing was sent.']]
    );
});
