import overdue from '@salesforce/label/c.ConVox_IdlePanel_Overdue';
import withheld from '@salesforce/label/c.ConVox_CallWords_Withheld';
import { dialNumber, displayPhone, isWithheld } from 'c/convoxContract';
import { countOf, numberOf, rowsOf, shownText, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import type { IdleLine } from 'c/convoxIdleList';
import { clockText } from 'c/convoxText';

/** Lines to show, and how many there are in the org. */
export interface IdleLines {
    readonly lines: readonly IdleLine[];
    readonly total: number;
}

export interface IdleLists {
    readonly followUps: IdleLines;
    readonly missedCalls: IdleLines;
    readonly lastCalls: IdleLines;
}

const CUSTOMERS = ['Contact', 'Lead', 'Account'];
const ICONS: Readonly<Record<string, string>> = {
    Inbound: 'utility:incoming_call',
    Outbound: 'utility:outbound_call'
};

/** Reads the answer to the idle query; what is missing from it counts as not there. */
export function readIdleLists(data: unknown, now: number): IdleLists {
    const lastCalls = rowsOf(data, 'lastCalls').map(callLine).sort(latestFirst);
    return {
        followUps: {
            lines: rowsOf(data, 'ConVox_Follow_Up__c').map((row) => followUpLine(row, now)),
            total: countOf(data, 'ConVox_Follow_Up__c')
        },
        missedCalls: { lines: rowsOf(data, 'missedCalls').map(missedLine), total: countOf(data, 'missedCalls') },
        lastCalls: { lines: lastCalls, total: lastCalls.length }
    };
}

/** How many promises should have been kept by now. */
export function dueCount({ followUps }: IdleLists, now: number): number {
    return followUps.lines.filter(({ at }) => Date.parse(at) <= now).length;
}

function followUpLine(row: GraphqlRow, now: number): IdleLine {
    const at = textOf(row, 'Due_At__c');
    const isOverdue = Date.parse(at) <= now;
    return {
        ...lineOf('ConVox_Follow_Up__c', row, textOf(row, 'Phone_Key__c')),
        at,
        isOverdue,
        notes: [isOverdue ? overdue : '', textOf(row, 'Process_in_Words__c')].filter(Boolean)
    };
}

function missedLine(row: GraphqlRow): IdleLine {
    return {
        ...lineOf('ConVox_Call__c', row, textOf(row, 'Customer_Number__c')),
        at: textOf(row, 'Started_At__c'),
        notes: [textOf(row, 'Process_in_Words__c')].filter(Boolean)
    };
}

function callLine(row: GraphqlRow): IdleLine {
    const seconds = numberOf(row, 'Duration_Seconds__c') ?? 0;
    return {
        ...lineOf('ConVox_Call__c', row, textOf(row, 'Customer_Number__c')),
        at: textOf(row, 'Started_At__c') || textOf(row, 'Pop_At__c') || textOf(row, 'CreatedDate'),
        icon: ICONS[textOf(row, 'Direction__c')] ?? 'utility:call',
        iconText: shownText(row, 'Direction__c'),
        notes: [
            textOf(row, 'Disposition_Name__c') || shownText(row, 'Status__c'),
            seconds > 0 ? clockText(seconds * 1000) : ''
        ].filter(Boolean),
        recording: textOf(row, 'Recording__c')
    };
}

/** Who it is, and the number. The number is the title of whom nobody knows. */
function lineOf(object: IdleLine['object'], row: GraphqlRow, entered: string): IdleLine {
    const [customer] = CUSTOMERS.map((one) => ({ object: one, id: textOf(row, `${one}__r.Id`) })).filter(
        ({ id }) => id
    );
    const name = customer ? textOf(row, `${customer.object}__r.Name`) : '';
    const number = isWithheld(entered) ? '' : displayPhone(entered);
    return {
        id: textOf(row, 'Id'),
        object,
        customer,
        title: name || number || withheld,
        number: name ? number : '',
        dial: dialNumber(entered) ?? '',
        at: '',
        isOverdue: false,
        icon: '',
        iconText: '',
        notes: [],
        recording: ''
    };
}

function latestFirst(one: IdleLine, other: IdleLine): number {
    return Date.parse(other.at) - Date.parse(one.at);
}
