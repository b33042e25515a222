import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { atWork } from './agentAtWork.ts';
import { deskTest } from './desk.ts';
import { eventuallyEqual } from './expect.ts';

deskTest('a call to a customer is announced and shown as one', async (desk) => {
    const { story, page } = await atWork(desk);
    await page.setViewportSize({ width: 340, height: 540 });
    const pop = await desk.context.newPage();
    await pop.goto(
        `${desk.stack.urls.console}/lightning/cmp/c__convoxScreenPop?c__AgentID=AG_ASHA&c__CallerID=${KNOWN_CALLER_NUMBER}&c__ConvoxID=1&c__CallReferenceID=OUT-1&c__TypeOfCall=Outbound%20call`
    );
    await story.phone.card.getByText('Outbound', { exact: true }).waitFor();
    await eventuallyEqual(() => story.phone.announcement.innerText(), 'Call to Priya Nair, 98765 43201.');
    await page.bringToFront();
    await desk.screenshot('outbound');
});
