import type { OrgRecord } from '../../local/org/records.ts';
import { weekOf } from './clock.ts';
import {
    isAnswered,
    isConnected,
    isContact,
    isInTime,
    isMissed,
    isOffered,
    isSuccess,
    talkOf,
    waitOf
} from './definitions.ts';
import type { Grouping } from './recomputation.ts';
import { average, largest, share, sum } from './recomputation.ts';
import type { RawCall } from './rows.ts';
import { numberOf, textOf } from './rows.ts';

/** What calls are grouped by, and what is counted of them, under the names that reports show. */

export const process = (call: RawCall): string => call.process;
export const agent = (call: RawCall): string => call.agent;
export const list = (call: RawCall): string => call.list;
export const hour = (call: RawCall): string => String(call.hour ?? '');
export const halfHour = (call: RawCall): string => call.halfHour;
export const day = (call: RawCall): string => call.day;
export const week = (call: RawCall): string => weekOf(call.day);
export const status = (call: RawCall): string => call.status;
export const outcome = (call: RawCall): string => call.outcome;
export const of =
    (field: string): Grouping<RawCall> =>
    ({ row }) =>
        textOf(row, field);
const secondsOf =
    (field: string) =>
    ({ row }: RawCall): number | undefined =>
        numberOf(row, field);
export const one =
    (holds: (call: RawCall) => boolean) =>
    (call: RawCall): number =>
        Number(holds(call));

export const offered = { 'Sum Offered_Calls__c': sum(one(isOffered)) };
export const answered = { 'Sum Answered_Calls__c': sum(one(isAnswered)) };
export const inTime = { 'Sum Answered_In_Target__c': sum(one(isInTime)) };
export const missed = { 'Sum Missed_Calls__c': sum(one(isMissed)) };
export const connected = { 'Sum Connected_Calls__c': sum(one(isConnected)) };
export const outcomes = { 'Sum Successful_Calls__c': sum(one(isSuccess)), 'Sum Contacts_Made__c': sum(one(isContact)) };
export const serviceLevel = { 'Service Level': share(isInTime, isOffered) };
export const abandoned = { Abandoned: share(isMissed, isOffered) };
export const connectRate = { 'Connect Rate': share(isConnected) };
export const conversion = { Conversion: share(isSuccess), 'Contact Rate': share(isContact) };
export const minutes = { 'Minutes Talked': (rows: readonly RawCall[]) => (sum(talkOf)(rows) ?? 0) / 60 };
export const averageTalk = { 'Average Talk_Seconds__c': average(talkOf) };
export const wait = { 'Average Wait_Seconds__c': average(waitOf), 'Largest Wait_Seconds__c': largest(waitOf) };
export const ring = secondsOf('Ring_Seconds__c');
export const queue = secondsOf('Queue_Seconds__c');
export const latency = secondsOf('Pop_Latency_Ms__c');
export const averageRing = { 'Average Ring_Seconds__c': average(ring) };

/** Each code of a list that has words, in words. */
export const inWords =
    (field: string, words: Readonly<Record<string, string>>): Grouping<{ readonly row: OrgRecord }> =>
    ({ row }) =>
        textOf(row, field)
            .split('; ')
            .map((code) => words[code] ?? code)
            .join('; ');
