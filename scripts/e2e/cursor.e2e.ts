import type { Route } from '@playwright/test';
import { UNKNOWN_NUMBER } from '../sample/org/callers.ts';
import { atWork, isLookup } from './agentAtWork.ts';
import type { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';

const DISPOSITION = '[role="combobox"]:focus';
const DONE = '[data-id="done"] button:focus';
const ANSWER_OF_DIAL = 'c-convox-idle-panel c-convox-dialer [tabindex="-1"]:focus';
const MARKED_CALLER = 'c-convox-caller-chooser input:checked:focus';

const press = (story: CallStory, name: string): Promise<void> =>
    story.phone.root.getByRole('button', { name }).locator('visible=true').press('Enter');

async function takeARecord(story: CallStory): Promise<void> {
    await story.answer('severalMatches');
    await story.phone.chooser.waitFor();
    await press(story, 'Take this record');
}

async function chooseAnother(story: CallStory): Promise<void> {
    await takeARecord(story);
    await story.phone.root.locator(DISPOSITION).waitFor();
    await press(story, 'Choose another');
}

/** A pop that comes meanwhile is ended on confirmation only. */
async function goBack(story: CallStory): Promise<void> {
    await story.answer('knownCaller');
    await story.phone.card.getByText('Priya Nair').waitFor();
    const { context, stack } = story.desk;
    const pop = await context.newPage();
    await pop.goto(
        `${stack.urls.console}/lightning/cmp/c__convoxScreenPop?c__AgentID=AG_ASHA&c__CallerID=${UNKNOWN_NUMBER}&c__ConvoxID=1&c__CallReferenceID=DOUBTED`
    );
    await story.phone.root.locator('c-convox-call-switcher button').nth(1).press('Enter');
    const disposition = story.phone.root.getByRole('combobox', { name: 'Disposition' }).locator('visible=true');
    await disposition.fill('SPAM');
    await disposition.press('Control+Enter');
    await story.phone.root.locator('[data-id="back"] button:focus').press('Enter');
    await story.phone.root.locator('[data-id="back"]').waitFor({ state: 'detached' });
}

async function loadWhatIsMissing(story: CallStory): Promise<void> {
    const parts = /\/convoxCallExtras-[^/]*\.js/;
    const { page } = story.phone;
    await page.context().route(parts, (route) => route.fulfill({ status: 503 }));
    await story.answer('knownCaller');
    await story.phone.chooseDisposition('Resolved');
    await story.phone.root.press('Control+Enter');
    await story.phone.outcome.getByText('ConVox accepted').waitFor();
    await page.context().unroute(parts);
    await press(story, 'Try again');
    await story.phone.root.locator('c-convox-call-facts').waitFor();
}

async function lookUpAfterAFailure(story: CallStory): Promise<void> {
    const { page } = story.phone;
    const refuse = (route: Route): Promise<void> =>
        isLookup(route.request().postData() ?? '') ? route.fulfill({ status: 503, json: [] }) : route.fallback();
    await page.route(/\/graphql$/, refuse);
    const refused = page.waitForResponse((response) => isLookup(response.request().postData() ?? ''));
    await story.answer('knownCaller');
    await refused;
    await page.clock.fastForward(10_000);
    await story.phone.text(/The caller could not be looked up/).waitFor();
    await page.unroute(/\/graphql$/, refuse);
    await press(story, 'Try again');
    await story.phone.card.getByText('Priya Nair').waitFor();
}

async function findTheCaller(story: CallStory): Promise<void> {
    await story.answer('unknownCaller');
    const { org } = story.desk.stack;
    const again = story.phone.root.locator('[data-id="lookagain"] button');
    await again.waitFor();
    org.store.create('Contact', [{ LastName: 'Newcomer', MobilePhone: UNKNOWN_NUMBER }], org.users.admin);
    await again.press('Enter');
    await story.phone.card.getByText('Newcomer').first().waitFor();
}

/** Nothing was entered: the form goes by itself. */
async function convoxEndsTheCall(story: CallStory): Promise<void> {
    await story.answer('knownCaller');
    await story.phone.root.locator(DISPOSITION).waitFor();
    await story.desk.agentScreen.closeCall('RESOLVED');
    await story.onlyCallIs({ Status__c: 'Disposed' });
    await story.phone.page.clock.fastForward(30_000);
    await story.phone.text(/^ConVox reports/).waitFor();
}

/** Refused: where ConVox takes it, the call that comes takes the cursor. */
async function callFromTheList(story: CallStory): Promise<void> {
    await convoxEndsTheCall(story);
    await press(story, 'Done with this call');
    await story.desk.agentScreen.page.getByRole('button', { name: 'Log out' }).click();
    await story.phone.page.keyboard.press('F8');
    await story.phone.root
        .getByRole('button', { name: /^Call / })
        .first()
        .press('Enter');
    await story.phone.text('ConVox refused').waitFor();
}

const ROWS: readonly [what: string, does: (story: CallStory) => Promise<void>, place: string][] = [
    ['Take this record', takeARecord, DISPOSITION],
    ['Choose another', chooseAnother, MARKED_CALLER],
    ['Go back', goBack, DISPOSITION],
    ['Try again, for parts of a call that is over', loadWhatIsMissing, DONE],
    ['Try again, for the caller', lookUpAfterAFailure, DISPOSITION],
    ['Look up again, which finds the caller', findTheCaller, DISPOSITION],
    ['the form of a call that ConVox ends', convoxEndsTheCall, DONE],
    ['Call, as a call is asked for', callFromTheList, ANSWER_OF_DIAL]
];

for (const [what, does, place] of ROWS) {
    deskTest(
        `by keyboard alone: when "${what}" goes, the cursor is on what comes next`,
        async (desk) => {
            const { story } = await atWork(desk);
            await does(story);
            await story.phone.root.locator(place).waitFor();
        },
        { provokesRefusals: true }
    );
}
