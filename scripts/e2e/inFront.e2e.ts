import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { startStack } from '../start/stack.ts';
import type { Stack } from '../start/stack.ts';
import type { OrgRecord } from '../local/org/records.ts';
import { consoleAssets } from './buildPage.ts';
import { eventually, eventuallyEqual } from './expect.ts';
import type { StripTab } from './stripTab.ts';
import { TabStrip } from './tabStrip.ts';

const IDLE = 'c-convox-softphone [data-id="idle"]';
const CARD = 'c-convox-call-card';
const NOTES = 'c-convox-softphone textarea';
const TAKES_CALLS = 'A call that ConVox connects appears here.';
const ANOTHER_TAKES_CALLS = 'Another tab of this browser takes your calls.';

/** An agent's browser, in which tabs and windows are what they are, and the installation behind it. */
interface Place {
    readonly strip: TabStrip;
    readonly stack: Stack;
    /** Every call record of the org. */
    readonly calls: () => OrgRecord[];
    /** ConVox rings, the agent answers; resolves to the tab that ConVox opened as the so manieth one. */
    readonly answer: (agentScreen: StripTab, scenario: string, count: number) => Promise<StripTab>;
}

function placeTest(name: string, work: (place: Place) => Promise<void>): void {
    test(name, async () => {
        const stack = await startStack({
            database: ':memory:',
            ports: { console: 0, convox: 0, gateway: 0, org: 0 },
            convoxTimes: { customerAnswers: 300, statusDelay: 100 },
            assets: consoleAssets()
        });
        const strip = await TabStrip.start();
        try {
            await work({
                strip,
                stack,
                calls: () => stack.org.store.find({ object: 'ConVox_Call__c' }),
                answer: async (agentScreen, scenario, count) => {
                    await agentScreen.see('#state:not([data-state=""])', '');
                    await agentScreen.press(`[data-scenario="${scenario}"]`);
                    await agentScreen.see('#state[data-state="RINGING"]', '');
                    await agentScreen.press('button', 'Answer');
                    return strip.opened(count);
                }
            });
            assert.deepEqual(strip.problems, [], 'The pages reported problems');
        } finally {
            await strip.close();
            await stack.close();
        }
    });
}

/** The text of a page's idle phone, open or not. */
async function idleTextIs(tab: StripTab, words: string): Promise<void> {
    await eventually(
        () => tab.evaluate(`all(${JSON.stringify(IDLE)}).map(({ textContent }) => textContent).join()`),
        (text) => assert.ok(String(text).includes(words), String(text))
    );
}

/** The agent ends the call in ConVox's own screen and is free for the next one; the phone keeps what was entered there. */
async function closeInConvox(agentScreen: StripTab): Promise<void> {
    await agentScreen.evaluate(`all('#dispositions')[0].value = 'RESOLVED'`);
    await agentScreen.press('button', 'Close call');
    await agentScreen.see('#state[data-state="IDLE"]', '');
}

/** How a page tells of a call while it is not looked at. */
const TOLD = '({ title: document.title, notified: notifications.map((notification) => notification.title) })';

/**
 * Keeps the notifications of a page, so that a test can look at them and press them. A headless shell has no window in front of
 * another: the page is looked at once it was brought to the front.
 */
const KEEP_NOTIFICATIONS = `
    window.isInFront = false;
    Document.prototype.hasFocus = () => window.isInFront;
    window.focus = () => (window.isInFront = true);
    window.notifications = [];
    window.Notification = class extends Notification {
        constructor(...values) {
            super(...values);
            window.notifications.push(this);
        }
    };
`;

async function openConsole({ strip, stack }: Place): Promise<StripTab> {
    const tab = await strip.open(stack.urls.console, { script: KEEP_NOTIFICATIONS });
    await idleTextIs(tab, TAKES_CALLS);
    return tab;
}

placeTest(
    'with ConVox and the console in one window, the tab that ConVox opens stays in front and has all calls',
    async (place) => {
        const { strip, stack, calls } = place;
        const console = await openConsole(place);
        const agentScreen = await strip.open(`${stack.urls.convox}/agent/AG_ASHA`);
        await eventuallyEqual(() => console.visibility(), 'hidden');

        const first = await place.answer(agentScreen, 'knownCaller', 1);
        await first.see(CARD, 'Priya Nair');
        assert.deepEqual([await first.visibility(), await console.visibility()], ['visible', 'hidden']);
        await idleTextIs(console, ANOTHER_TAKES_CALLS);
        await first.see('.console-highlights .slds-page-header__title', 'Priya Nair');
        await first.type(NOTES, 'Wants a quote.');

        await strip.lookAt(agentScreen);
        await closeInConvox(agentScreen);
        const second = await place.answer(agentScreen, 'unknownCaller', 2);
        await second.see(CARD, 'No contact');
        assert.equal(await second.visibility(), 'visible');
        await eventuallyEqual(() => first.isOpen, false);
        await second.press('c-convox-call-switcher button', 'Priya Nair');
        await eventuallyEqual(() => second.valueOf(NOTES), 'Wants a quote.');
        assert.equal(calls().length, 2);

        await second.reload();
        await second.see('c-convox-call-switcher', 'Priya Nair');
        await idleTextIs(console, ANOTHER_TAKES_CALLS);

        await strip.closeTab(second);
        await strip.lookAt(console);
        await console.see('c-convox-call-switcher', 'Priya Nair');
        await eventuallyEqual(() => calls().length, 2);
    }
);

placeTest(
    'with the console in a window of its own, the console takes the call and the tab that ConVox opened closes',
    async (place) => {
        const { strip, stack, calls } = place;
        const console = await openConsole(place);
        const title = await console.evaluate('document.title');
        await strip.allowNotifications(stack.urls.console);
        await console.press('.slds-utility-bar button', 'ConVox');
        await console.press('c-convox-signal-switches [data-id="notification"] input');
        const agentScreen = await strip.open(`${stack.urls.convox}/agent/AG_ASHA`, { isWindow: true });
        const pop = await place.answer(agentScreen, 'knownCaller', 1);
        await console.see(CARD, 'Priya Nair');
        await eventuallyEqual(() => pop.isOpen, false);
        await eventuallyEqual(() => console.evaluate(TOLD), { title: '☎ Priya Nair', notified: ['Priya Nair'] });
        await console.evaluate(`notifications.at(-1)?.dispatchEvent(new Event('click'))`);
        await eventuallyEqual(() => console.evaluate('document.title'), title);
        assert.deepEqual([await console.visibility(), await agentScreen.visibility()], ['visible', 'visible']);
        assert.equal(calls().length, 1);
    }
);

placeTest('a ConVox that opens every call in the same tab finds the calls before it there', async (place) => {
    const { strip, stack, calls } = place;
    const console = await openConsole(place);
    const agentScreen = await strip.open(`${stack.urls.convox}/agent/AG_ASHA`);
    await agentScreen.evaluate(`
        const open = window.open;
        window.open = (url) => open.call(window, url, 'calls');
    `);
    const tab = await place.answer(agentScreen, 'knownCaller', 1);
    await tab.see(CARD, 'Priya Nair');
    await tab.type(NOTES, 'Wants a quote.');
    await strip.lookAt(agentScreen);
    await closeInConvox(agentScreen);
    await place.answer(agentScreen, 'unknownCaller', 1);
    await strip.lookAt(tab);
    await tab.press('c-convox-call-switcher button', 'Priya Nair');
    await eventuallyEqual(() => tab.valueOf(NOTES), 'Wants a quote.');
    await idleTextIs(console, ANOTHER_TAKES_CALLS);
    assert.equal(calls().length, 2);
});
