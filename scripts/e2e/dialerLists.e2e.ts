import assert from 'node:assert/strict';
import type { Locator, Page } from '@playwright/test';
import { insertRows } from '../sample/org/insertRows.ts';
import { brokenAccessibilityRules } from './accessibility.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import { deskTest } from './desk.ts';
import {
    AUSTINS_SALES,
    chooseList,
    enterCampaign,
    handedOver,
    numberOf,
    sendButton,
    statuses,
    TWO_SERVERS
} from './dialerCampaign.ts';
import { eventuallyEqual } from './expect.ts';

const MEMBERS = 250;
const REFUSED = numberOf(30);
const LOST = numberOf(130);
const UNKNOWN = '1 unknown: look at the list in ConVox before you send them again';

async function fillIn(page: Page, sender: Locator): Promise<void> {
    await chooseList(page, sender);
    await sendButton(sender).click();
}

deskTest(
    'a manager hands the members of a campaign to a list in chunks: each number once, and of each is said what became of it',
    async (desk) => {
        const campaignId = enterCampaign(desk, MEMBERS);
        const page = desk.console.page;
        await desk.console.openAs('divya', `/lightning/r/Campaign/${campaignId}/view`);
        const sender = page.locator('c-convox-campaign-sender');
        await sender.getByText(`${MEMBERS} members of this campaign`).waitFor();
        await fillIn(page, sender);
        const end = `249 of 249 · 247 accepted · 2 refused or left out · ${UNKNOWN}`;
        await sender.getByText(end).waitFor();
        await desk.screenshot('handed over');
        const rowOf = (number: string): Promise<string> => sender.locator(`[data-row="${number}"]`).innerText();
        assert.match(await rowOf(REFUSED), /Lead 30.*\n.*DU000/);
        assert.match(await rowOf(LOST), /Nobody knows whether ConVox took it/);
        assert.match(await rowOf(''), /Lead 0.*\n.*No number of ten digits/);
        assert.deepEqual(await brokenAccessibilityRules(sender), []);
        assert.deepEqual(await cutOffTexts(sender), []);
        const handed = (): readonly string[] => handedOver(desk);
        assert.equal(handed().length, 248);
        assert.equal(new Set(handed()).size, 248);
        assert.deepEqual(statuses(desk), { Accepted: 247, Refused: 1, Unknown: 1 });
        const { store } = desk.stack.org;
        const members = store.find({ object: 'CampaignMember' }).map(({ Id }) => Id);
        const rows = store.find({ object: 'ConVox_List_Entry__c' });
        assert.ok(rows.every((row) => members.includes(row['Campaign_Member_ID__c'] ?? null)));

        await page.reload();
        await sender.getByText(`${MEMBERS} members of this campaign`).waitFor();
        await eventuallyEqual(() => sender.getByLabel('List ID').inputValue(), '1001');
        await sendButton(sender).click();
        const again = `249 of 249 · 0 accepted · 247 handed over before or by somebody else · 2 refused or left out · ${UNKNOWN}`;
        await sender.getByText(again).waitFor();
        assert.match(await rowOf(LOST), /Nobody knows whether ConVox took it/);
        assert.match(await rowOf(numberOf(1)), /Handed to this list before: not sent again/);
        assert.equal(handed().length, 248);
        await eventuallyEqual(() => statuses(desk), { Accepted: 247, Refused: 1, Unknown: 1 });

        await desk.console.openAs('asha', `/lightning/r/Campaign/${campaignId}/view`);
        await sender.getByText('Your rights do not let you fill lists of the dialler').waitFor();
        assert.equal(await sender.getByRole('button').count(), 0);
    },
    {
        provokesRefusals: true,
        stack: { ...TWO_SERVERS, convoxNumbers: { doNotCall: [REFUSED], lostRows: [LOST] } }
    }
);

deskTest(
    'a manager hands the people of a list view over, but for those who must not be called',
    async (desk) => {
        const { org, austin } = desk.stack;
        const leads = Array.from({ length: 30 }, (_, index) => ({
            LastName: `Monsoon ${index}`,
            Company: 'Rain Ltd',
            MobilePhone: numberOf(index),
            DoNotCall: index === 7
        }));
        const [first = ''] = insertRows(org, 'Lead', leads);
        const atAustin = org.store.find({ object: 'ConVox_Server__c' }).find((row) => row['Code__c'] === 'austin');
        // A page that was closed before anything was sent left it behind.
        insertRows(org, 'ConVox_List_Entry__c', [
            {
                Key__c: `${String(atAustin?.['Id'])}:SALES:1001:${numberOf(0)}`,
                Process_Name__c: AUSTINS_SALES,
                List_ID__c: '1001',
                Phone_Number__c: numberOf(0),
                Lead__c: first,
                Batch_ID__c: 'LEFT',
                Status__c: 'Waiting'
            }
        ]);
        const page = desk.console.page;
        await desk.console.openAs('divya', '/lightning/n/ConVox_Dialer_Lists');
        const sender = page.locator('c-convox-list-view-sender');
        await sender.getByRole('combobox', { name: 'Who' }).click();
        await page.getByRole('option', { name: 'Leads' }).click();
        await sender.getByRole('combobox', { name: 'List view' }).click();
        await page.getByRole('option', { name: 'All', exact: true }).click();
        const all = org.store.count({ object: 'Lead' });
        await sender.getByText(`${all} people in this list view`).waitFor();
        await desk.screenshot('chosen');
        // What changes while the page is open counts at the press.
        const eighth = org.store.find({ object: 'Lead' }).find(({ LastName }) => LastName === 'Monsoon 8');
        org.store.update('Lead', [{ id: String(eighth?.['Id']), values: { DoNotCall: true } }], org.users.admin);
        insertRows(org, 'Lead', [{ LastName: 'Monsoon 30', Company: 'Rain Ltd', MobilePhone: numberOf(30) }]);
        await fillIn(page, sender);
        await sender.getByText(`Monsoon 7 ${numberOf(7)}`).waitFor();
        await sender.getByText(`Monsoon 8 ${numberOf(8)}`).waitFor();
        await sender.getByText(`${all + 1} people in this list view`).waitFor();
        await eventuallyEqual(
            () => (austin?.lists.get('SALES 1001') ?? []).filter((row) => row.startsWith('91000000')).length,
            29
        );
        const entries = org.store.find({ object: 'ConVox_List_Entry__c' });
        await eventuallyEqual(() => sender.getByRole('button', { name: 'Send to ConVox list' }).isEnabled(), true);
        assert.ok(entries.every((entry) => entry['Lead__c'] !== null && entry['Campaign_Member_ID__c'] === null));
        assert.deepEqual(await brokenAccessibilityRules(sender), []);
        for (const [name, width] of [
            ['narrow', 340],
            ['at 200 percent', 720]
        ] as const) {
            await page.setViewportSize({ width, height: 640 });
            await desk.screenshot(name);
            assert.deepEqual(await cutOffTexts(sender), []);
        }
        await desk.console.openAs('asha', '/lightning/n/ConVox_Dialer_Lists');
        await page.getByText('The app ConVox Console has no tab ConVox_Dialer_Lists.').waitFor();
    },
    // The row that was left behind is met by its key.
    { provokesRefusals: true, stack: TWO_SERVERS }
);
