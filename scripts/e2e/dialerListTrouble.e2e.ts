import assert from 'node:assert/strict';
import { deskTest } from './desk.ts';
import {
    chooseList,
    enterCampaign,
    enterMembers,
    handedOver,
    numberOf,
    sendButton,
    statuses,
    TWO_SERVERS
} from './dialerCampaign.ts';
import { eventuallyEqual } from './expect.ts';
import { OrgSetup } from './orgSetup.ts';

const LOST = numberOf(3);

deskTest(
    'two managers who hand over one campaign at once send each number once, and each reads what the org has',
    async (desk) => {
        const campaignId = enterCampaign(desk, 61);
        const pages = [desk.console.page, await desk.context.newPage()] as const;
        const senders = pages.map((page) => page.locator('c-convox-campaign-sender'));
        const [first, second] = pages;
        await desk.console.openAs('divya', `/lightning/r/Campaign/${campaignId}/view`);
        await second.goto(`${desk.stack.urls.console}/lightning/r/Campaign/${campaignId}/view`);
        for (const [index, page] of pages.entries()) {
            const sender = senders[index];
            assert.ok(sender);
            await sender.getByText('61 members of this campaign').waitFor();
            await chooseList(page, sender);
        }
        // The first has made the rows; the second takes them before the first has marked any.
        const begins = Promise.withResolvers<void>();
        await first.route('**/flow/ConVox_Begin_List_Rows', async (route) => {
            await begins.promise;
            await route.continue();
        });
        let saves = 0;
        await second.route('**/ui-api/records/*', async (route) => {
            saves += 1;
            if (saves > 10) {
                begins.resolve();
                await eventuallyEqual(() => handedOver(desk).length > 0, true);
            }
            await route.continue();
        });
        for (const [index, page] of pages.entries()) {
            const sender = senders[index];
            assert.ok(sender);
            await sendButton(sender).click();
            await (index === 0
                ? eventuallyEqual(() => Object.keys(statuses(desk)), ['Waiting'])
                : page.locator('[data-id="summary"]').waitFor());
        }
        await eventuallyEqual(() => statuses(desk), { Accepted: 60 });
        assert.equal(new Set(handedOver(desk)).size, 60);
        assert.equal(handedOver(desk).length, 60);
        for (const sender of senders) {
            await eventuallyEqual(() => sender.getByText(/\d not sent/).count(), 0);
            await eventuallyEqual(() => sender.getByText(/\d unknown/).count(), 0);
        }
        await desk.screenshot('first', first);
        await desk.screenshot('second', second);
    },
    { provokesRefusals: true, stack: TWO_SERVERS }
);

deskTest(
    'a ConVox that has no lists at its address stops the sending; once it is mended the rest goes, as people are by then',
    async (desk) => {
        const { org, austin } = desk.stack;
        const campaignId = enterCampaign(desk, 46);
        const page = desk.console.page;
        await desk.console.openAs('divya', `/lightning/r/Campaign/${campaignId}/view`);
        const sender = page.locator('c-convox-campaign-sender');
        await sender.getByText('46 members of this campaign').waitFor();
        await chooseList(page, sender);
        assert.ok(austin);
        austin.switches.dialect = 'rest';
        await sendButton(sender).focus();
        await page.keyboard.press('Enter');
        await sender.getByRole('alert').getByText('Stopped. The row was not sent: the server has no lists').waitFor();
        await sender.getByText('0 of 45 · 0 accepted · 1 refused or left out · 45 not sent').waitFor();
        await desk.screenshot('stopped');
        assert.deepEqual(statuses(desk), { Waiting: 20 });
        await sender.locator('[data-id="send"] button:focus').waitFor();

        austin.switches.dialect = 'webService';
        const [added = ''] = enterMembers(desk, campaignId, 100, 1);
        assert.notEqual(added, '');
        const [second] = org.store.find({ object: 'CampaignMember' }).filter(({ LastName }) => LastName === 'Lead 2');
        org.store.update(
            'CampaignMember',
            [{ id: String(second?.['Id']), values: { DoNotCall: true } }],
            org.users.admin
        );
        await page.keyboard.press('Enter');
        await sender.getByText('45 of 45 · 45 accepted · 2 refused or left out').waitFor();
        assert.equal(handedOver(desk).length, 45);
        assert.ok(handedOver(desk).includes(numberOf(100)));
        assert.ok(!handedOver(desk).includes(numberOf(2)));
    },
    { provokesRefusals: true, stack: TWO_SERVERS }
);

deskTest(
    'a sending that is stopped sends nothing more, and the next press sends the rest, each number once',
    async (desk) => {
        const campaignId = enterCampaign(desk, 61);
        const page = desk.console.page;
        await desk.console.openAs('divya', `/lightning/r/Campaign/${campaignId}/view`);
        const sender = page.locator('c-convox-campaign-sender');
        await sender.getByText('61 members of this campaign').waitFor();
        await chooseList(page, sender);
        await page.route('**/flow/ConVox_Send_List_Rows', async (route) => {
            await sender.getByRole('button', { name: 'Stop', exact: true }).click();
            await desk.screenshot('stopping');
            await route.continue();
        });
        await sendButton(sender).click();
        await sender.getByText('20 of 60 · 20 accepted · 1 refused or left out · 40 not sent').waitFor();
        assert.equal(handedOver(desk).length, 20);
        await sender.locator('[data-id="send"] button:focus').waitFor();
        await page.unroute('**/flow/ConVox_Send_List_Rows');
        await sendButton(sender).click();
        await sender.getByText('60 of 60 · 40 accepted · 20 handed over before').waitFor();
        assert.equal(handedOver(desk).length, 60);
        assert.equal(new Set(handedOver(desk)).size, 60);
        assert.match(await sender.locator('[data-row]').first().innerText(), /Lead 0/);
    },
    { provokesRefusals: true, stack: TWO_SERVERS }
);

deskTest(
    'a gateway that is gone in the middle stops the sending with the reason, and nothing goes twice once it is back',
    async (desk) => {
        const campaignId = enterCampaign(desk, 61);
        const page = desk.console.page;
        const inSetup = new OrgSetup(desk);
        await desk.console.openAs('divya', `/lightning/r/Campaign/${campaignId}/view`);
        const sender = page.locator('c-convox-campaign-sender');
        await sender.getByText('61 members of this campaign').waitFor();
        await chooseList(page, sender);
        const sending = '**/flow/ConVox_Send_List_Rows';
        await page.route(sending, async (route) => {
            await inSetup.enterAddress('http://127.0.0.1:9');
            await route.continue();
        });
        await sendButton(sender).click();
        await sender.getByRole('alert').getByText('Stopped. No answer came to the last rows: ').waitFor();
        await sender.getByText('20 of 60 · 0 accepted · 1 refused or left out · 40 not sent').waitFor();
        await desk.screenshot('gone');
        await page.unroute(sending);
        await inSetup.enterAddress(desk.stack.urls.gateway);
        await sendButton(sender).click();
        await sender.getByText('60 of 60 · 40 accepted · 1 refused or left out · 20 unknown').waitFor();
        assert.equal(handedOver(desk).length, 40);
        await sender.getByRole('button', { name: 'None of the 20 is in the list in ConVox' }).click();
        await sender.getByText('60 of 60 · 60 accepted · 1 refused or left out').waitFor();
        assert.equal(new Set(handedOver(desk)).size, 60);
        assert.equal(handedOver(desk).length, 60);
    },
    { provokesRefusals: true, stack: TWO_SERVERS }
);

deskTest(
    'a number of which nobody knows is handed over once more when the manager says that it is not in the list',
    async (desk) => {
        const campaignId = enterCampaign(desk, 6);
        const page = desk.console.page;
        await desk.console.openAs('divya', `/lightning/r/Campaign/${campaignId}/view`);
        const sender = page.locator('c-convox-campaign-sender');
        await sender.getByText('6 members of this campaign').waitFor();
        await chooseList(page, sender);
        await sendButton(sender).click();
        const end = '5 of 5 · 4 accepted · 1 refused or left out · 1 unknown';
        await sender.getByText(end).waitFor();
        await desk.screenshot('unknown');
        await sender.getByRole('button', { name: `${LOST} is not in the list in ConVox` }).click();
        await eventuallyEqual(() => handedOver(desk).filter((number) => number === LOST).length, 2);
        await sender.getByText(end).waitFor();
        assert.equal(handedOver(desk).length, 6);
        await eventuallyEqual(() => statuses(desk), { Accepted: 4, Unknown: 1 });
        await sender.locator('[data-id="send"] button:focus').waitFor();

        await desk.console.chooseNavigationItem('List Entries');
        await page.getByRole('link', { name: /^LST-/ }).nth(4).waitFor();
    },
    { provokesRefusals: true, stack: { ...TWO_SERVERS, convoxNumbers: { lostRows: [LOST] } } }
);

deskTest(
    'where the answer to the marking is lost twice nothing is sent, and the next press sends all',
    async (desk) => {
        const campaignId = enterCampaign(desk, 6);
        const page = desk.console.page;
        await desk.console.openAs('divya', `/lightning/r/Campaign/${campaignId}/view`);
        const sender = page.locator('c-convox-campaign-sender');
        await sender.getByText('6 members of this campaign').waitFor();
        await chooseList(page, sender);
        const marking = '**/flow/ConVox_Begin_List_Rows';
        await page.route(marking, async (route) => {
            await route.fetch();
            await route.fulfill({ status: 503 });
        });
        await sendButton(sender).click();
        await sender.getByText('0 of 5 · 0 accepted · 1 refused or left out · 5 not sent').waitFor();
        assert.deepEqual(statuses(desk), { Sending: 5 });
        await page.unroute(marking);
        await sendButton(sender).click();
        await sender.getByText('5 of 5 · 5 accepted · 1 refused or left out').waitFor();
        assert.equal(handedOver(desk).length, 5);
    },
    { provokesRefusals: true, stack: TWO_SERVERS }
);
