import type { Locator, Page } from '@playwright/test';
import { insertRows } from '../sample/org/insertRows.ts';
import type { Desk } from './desk.ts';
import { PORTS_OF_TWO_SERVERS } from './ravisDesk.ts';

/** A process of the server that takes lists. */
export const AUSTINS_SALES = 'austin:SALES';

export const TWO_SERVERS = { ports: PORTS_OF_TWO_SERVERS, austinSpeaks: 'webService' } as const;

/** Of the members by their place. */
export const numberOf = (index: number): string => String(9_100_000_000 + index);

/** A campaign whose members are leads, one of them without a number. */
export function enterCampaign(desk: Desk, members: number): string {
    const [campaignId = ''] = insertRows(desk.stack.org, 'Campaign', [{ Name: 'Monsoon check-up', IsActive: true }]);
    enterMembers(desk, campaignId, 0, members);
    return campaignId;
}

/** Their ids. */
export function enterMembers({ stack: { org } }: Desk, campaignId: string, first: number, members: number): string[] {
    const indexes = Array.from({ length: members }, (_, index) => first + index);
    const leads = insertRows(
        org,
        'Lead',
        indexes.map((index) => ({ LastName: `Lead ${index}`, Company: 'Rain Ltd' }))
    );
    return insertRows(
        org,
        'CampaignMember',
        indexes.map((index, place) => ({
            CampaignId: campaignId,
            LeadId: leads[place] ?? null,
            LastName: `Lead ${index}`,
            City: 'Pune',
            MobilePhone: index === 0 ? '12' : `+91 ${numberOf(index)}`
        }))
    );
}

export async function chooseList(page: Page, sender: Locator): Promise<void> {
    await sender.getByRole('combobox', { name: 'Process' }).click();
    await page.getByRole('option', { name: 'Outbound Sales (SALES, austin)' }).click();
    await sender.getByLabel('List ID').fill('1001');
}

export const sendButton = (sender: Locator): Locator => sender.getByRole('button', { name: 'Send to ConVox list' });

/** How many list entries have which status. */
export function statuses({ stack: { org } }: Desk): Record<string, number> {
    const rows = org.store.find({ object: 'ConVox_List_Entry__c' });
    return Object.fromEntries(
        [...Map.groupBy(rows, (row) => String(row['Status__c']))].map(([status, all]) => [status, all.length])
    );
}

/** What the server has been handed, in the order in which it came. */
export function handedOver({ stack: { austin } }: Desk): readonly string[] {
    return austin?.lists.get('SALES 1001') ?? [];
}
