import assert from 'node:assert/strict';
import { CallStory } from './callStory.ts';
import { ConsolePage } from './consolePage.ts';
import { deskTest } from './desk.ts';
import { eventuallyEqual } from './expect.ts';
import { SoftphonePanel } from './softphonePanel.ts';

deskTest("the sheet's POST pop reaches the console through the gateway", async (desk) => {
    const { stack, screenshot } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    stack.convox.switches.popRoute = 'gatewayPost';
    const pop = await story.answer('knownCaller');
    await story.phone.card.getByText('Priya Nair').waitFor();
    await eventuallyEqual(() => Promise.resolve(pop.isClosed()), true);
    const [sent] = await story.wireHas('pop', 1);
    assert.equal(sent?.method, 'POST');
    assert.deepEqual(
        sent?.parameters.map(([name]) => name),
        ['AgentID', 'CallerID', 'CallReferenceID', 'DID', 'ConvoxID', 'Process', 'TypeOfCall']
    );
    await story.onlyCallIs({ Status__c: 'In Progress', Agent_Code__c: 'AG_ASHA', DID__c: sent?.parameters[3]?.[1] });
    await screenshot('taken');
});

deskTest('without an open console the tab that ConVox opens takes the call itself', async (desk) => {
    const { agentScreen } = desk;
    const story = new CallStory(desk);
    await desk.console.page.close();
    await agentScreen.open();
    const pop = await story.answer('knownCaller');
    const phone = new SoftphonePanel(pop);
    await phone.card.getByText('Priya Nair').waitFor();
    await new ConsolePage(pop, desk.stack.urls.console).tab('Priya Nair').waitFor();
    assert.equal(await phone.root.count(), 1, 'one softphone');
    await story.onlyCallIs({ Status__c: 'In Progress' });
});

deskTest('two open consoles and a repeated pop still make one call', async (desk) => {
    const { context, console: page, stack } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    const secondConsole = new ConsolePage(await context.newPage(), stack.urls.console);
    const secondPhone = new SoftphonePanel(secondConsole.page);
    await secondConsole.open();
    await secondConsole.utilityBar.getByRole('button').first().click();
    await secondPhone.text('Another tab of this browser takes your calls.').waitFor();
    const pop = await story.answer('knownCaller');
    await story.phone.card.getByText('Priya Nair').waitFor();
    const address = pop.url();
    const again = await context.newPage();
    await again.goto(address);
    await again.getByText('The call is open in your console.').waitFor();
    await story.onlyCallIs({ Status__c: 'In Progress' });
    assert.equal(await secondPhone.calls.count(), 0);
    await page.page.close();
    await secondPhone.card.getByText('Priya Nair').waitFor();
    await secondConsole.tab('Priya Nair').waitFor();
    await story.onlyCallIs({ Status__c: 'In Progress' });
});

deskTest('a reload in the middle of a call brings the call and the notes back', async (desk) => {
    const { console: page, screenshot } = desk;
    const story = new CallStory(desk);
    await story.startShift();
    await story.answer('knownCaller');
    await story.phone.card.getByText('Priya Nair').waitFor();
    await story.phone.writeNotes('Half a sentence');
    await page.page.reload();
    await story.phone.card.getByText('Priya Nair').waitFor();
    await eventuallyEqual(() => story.phone.root.getByLabel('Notes').inputValue(), 'Half a sentence');
    await screenshot('after the reload');
    await story.onlyCallIs({ Status__c: 'In Progress' });
});

deskTest("another agent's call is named as such and writes nothing", async (desk) => {
    const { console: page, stack, screenshot } = desk;
    const story = new CallStory(desk);
    await page.open(
        '/lightning/cmp/c__convoxScreenPop?c__AgentID=AG_RAVI&c__CallerID=9876543201&c__CallReferenceID=OTHER1' +
            '&c__DID=4040123400&c__ConvoxID=77&c__Process=SUPPORT&c__TypeOfCall=Inbound+call'
    );
    await page.shownPage
        .getByText(/AG_RAVI/)
        .first()
        .waitFor();
    await page.shownPage
        .getByText(/AG_ASHA/)
        .first()
        .waitFor();
    await screenshot('not mine');
    assert.deepEqual(story.calls(), []);
    assert.equal(stack.org.requests.filter(({ method, kind }) => method === 'POST' && kind === 'ui-api').length, 0);
});

deskTest('an address that nobody can use says what is missing, field by field', async (desk) => {
    const { console: page, screenshot } = desk;
    await page.open('/lightning/cmp/c__convoxScreenPop?c__CallerID=%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    await page.shownPage.getByText(/AgentID is missing/).waitFor();
    await page.shownPage.getByText(/CallReferenceID is missing/).waitFor();
    await screenshot('what is missing');
});
