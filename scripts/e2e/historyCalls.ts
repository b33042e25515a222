import type { OrgRecord } from '../local/org/records.ts';
import { HISTORY_NOW } from '../sample/history/historyOrg.ts';
import type { Desk } from './desk.ts';
import { historyDatabase } from './historyDatabase.ts';

/** Seven and thirty days before the history's last day, which counts besides; days begin at 18:30 UTC in India. */
export const WEEK_BEGAN = '2026-03-02T18:30:00.000Z';
export const MONTH_BEGAN = '2026-02-07T18:30:00.000Z';
export const TODAY_BEGAN = '2026-03-09T18:30:00.000Z';

export const withHistory = { stack: { clock: () => HISTORY_NOW }, database: historyDatabase } as const;

/** Calls that began then or later. */
export function callsSince({ stack }: Desk, since: string): OrgRecord[] {
    return stack.org.store
        .find({ object: 'ConVox_Call__c' })
        .filter((call) => String(call['Started_At__c'] ?? '') >= since);
}

export const isMissed = (call: OrgRecord): boolean =>
    call['Direction__c'] === 'Inbound' && call['Status__c'] === 'Not Connected';
export const isConnected = (call: OrgRecord): boolean =>
    ['In Progress', 'Ended', 'Disposed'].includes(String(call['Status__c']));
