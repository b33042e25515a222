import { atWork, isLookup } from './agentAtWork.ts';
import { deskTest } from './desk.ts';
import { eventuallyEqual } from './expect.ts';
import { trouble } from './orgTrouble.ts';

deskTest(
    'a lookup that fails is told as nothing known: the call is taken, any code may be typed, and the pop closes once it succeeds',
    async (desk) => {
        const { story, page } = await atWork(desk);
        const { phone } = story;
        const mend = await trouble(page, /\/graphql$/, isLookup);
        const refused = page.waitForResponse((response) => isLookup(response.request().postData() ?? ''));
        const pop = await story.answer('knownCaller');
        await refused;
        await page.clock.fastForward(10_000);
        await phone.text(/The caller could not be looked up/).waitFor();
        await eventuallyEqual(() => phone.announcement.innerText(), 'Call from 98765 43201.');
        await phone.text(/^Salesforce has not said yet which dispositions/).waitFor();
        await pop.getByText(/^Taking the call/).waitFor();
        await desk.screenshot('nothing known');
        await mend();
        await phone.root.getByRole('button', { name: 'Try again' }).press('Enter');
        await phone.card.getByText('Priya Nair').waitFor();
        await eventuallyEqual(() => phone.announcement.innerText(), 'Call from Priya Nair, 98765 43201.');
        await eventuallyEqual(() => pop.isClosed(), true);
        await phone.chooseDisposition('Resolved');
    },
    { provokesRefusals: true }
);

deskTest(
    'while it is open who calls, the list of calls is in front, not the last customer, and once found the caller',
    async (desk) => {
        const { story, page } = await atWork(desk);
        const { console: org } = desk;
        await story.answer('knownCaller');
        await eventuallyEqual(() => org.recordName.textContent(), 'Priya Nair');
        await desk.agentScreen.closeCall('RESOLVED');
        const mend = await trouble(page, /\/graphql$/, isLookup, () => Promise.resolve());
        await story.answer('unknownCaller');
        await page.clock.fastForward(3000);
        await org.recordName.waitFor({ state: 'hidden' });
        await desk.screenshot('list of calls in front');
        await mend();
        await page.evaluate('window.dispatchEvent(new Event("online"))');
        await org.recordName.waitFor();
        await desk.screenshot('caller found');
    },
    { provokesRefusals: true }
);
