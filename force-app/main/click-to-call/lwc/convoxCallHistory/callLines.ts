import call from '@salesforce/label/c.ConVox_Dialer_Call';
import inbound from '@salesforce/label/c.ConVox_CallHistory_Inbound';
import link from '@salesforce/label/c.ConVox_CallHistory_Link';
import missed from '@salesforce/label/c.ConVox_CallHistory_Missed';
import outbound from '@salesforce/label/c.ConVox_CallHistory_Outbound';
import talked from '@salesforce/label/c.ConVox_CallHistory_Talked';
import unknownDirection from '@salesforce/label/c.ConVox_CallHistory_Unknown_Direction';
import { dialNumber, displayPhone, isWithheld } from 'c/convoxContract';
import { customerFields } from 'c/convoxDialing';
import type { DialTarget } from 'c/convoxDialing';
import { numberOf, rowsOf, shownText, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { textAt } from 'c/convoxPath';
import { fillIn } from 'c/convoxText';

/** One call as the history shows it, and whom a press on its button calls. */
export interface CallLine extends DialTarget {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    /** ISO instant. */
    readonly at: string;
    readonly icon: string;
    /** Which way the call went, for those who do not see the icon. */
    readonly direction: string;
    /** Status, disposition, agent and talk time, as far as they are known. */
    readonly details: string;
    /** Where the call can be heard; '' when it cannot. */
    readonly recording: string;
    /** Every button says which line it is of: a screen reader lists buttons without what stands around them. */
    readonly callLabel: string;
    readonly linkLabel: string;
}

const DIRECTIONS: Readonly<Record<string, { readonly icon: string; readonly text: string }>> = {
    Inbound: { icon: 'utility:incoming_call', text: inbound },
    Outbound: { icon: 'utility:outbound_call', text: outbound }
};
const MISSED = { icon: 'utility:missed_call', text: missed };
const CUSTOMERS = ['Contact', 'Lead', 'Account'];
const NO_DIRECTION = { icon: 'utility:call', text: unknownDirection };

/** The calls in the answer to HISTORY_QUERY, latest first by when they were, not by when Salesforce learned of them. */
export function callLinesOf(data: unknown): CallLine[] {
    return rowsOf(data, 'ConVox_Call__c')
        .map(lineOf)
        .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/** A call as the list shows it. */
export interface ShownLine extends CallLine {
    readonly isCallable: boolean;
    /** It is about to be linked anew. */
    readonly isLinking: boolean;
}

export function shownLinesOf(lines: readonly CallLine[], isAgent: boolean, linkingId: string): ShownLine[] {
    return lines.map((line) => ({
        ...line,
        isCallable: isAgent && line.dial !== '',
        isLinking: line.id === linkingId
    }));
}

/** Seconds as `1:05` or `1:02:05`. */
export function talkTime(seconds: number): string {
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
    const shown = parts[0] === 0 ? parts.slice(1) : parts;
    return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** Whether a message on ConVoxCallChanged can change this list: one of its calls, or one that may now belong to it. */
export function concernsHistory(message: unknown, lines: readonly CallLine[]): boolean {
    return (
        ['saved', 'linked'].includes(textAt(message, 'change')) ||
        lines.some(({ id }) => id === textAt(message, 'recordId'))
    );
}

function lineOf(row: GraphqlRow): CallLine {
    const id = textOf(row, 'Id');
    const name = textOf(row, 'Name');
    const way = textOf(row, 'Direction__c');
    const isMissed = way === 'Inbound' && textOf(row, 'Status__c') === 'Not Connected';
    const { icon, text } = isMissed ? MISSED : (DIRECTIONS[way] ?? NO_DIRECTION);
    const number = textOf(row, 'Customer_Number__c');
    const shown = isWithheld(number) ? '' : displayPhone(number);
    const customers = CUSTOMERS.map((object) => customerFields(object, textOf(row, `${object}__c`)));
    return {
        id,
        name,
        url: `/lightning/r/ConVox_Call__c/${id}/view`,
        at: textOf(row, 'Started_At__c') || textOf(row, 'Pop_At__c') || textOf(row, 'CreatedDate'),
        icon,
        direction: text,
        details: detailsOf(row),
        recording: textOf(row, 'Recording__c'),
        dial: dialNumber(number) ?? '',
        text: shown,
        customer: customers.reduce<DialTarget['customer']>((all, one) => ({ ...all, ...one }), {}),
        callLabel: fillIn(call, shown),
        linkLabel: fillIn(link, name)
    };
}

function detailsOf(row: GraphqlRow): string {
    const seconds = numberOf(row, 'Duration_Seconds__c') ?? 0;
    return [
        shownText(row, 'Status__c'),
        textOf(row, 'Disposition_Name__c'),
        textOf(row, 'Agent__r.Name') || textOf(row, 'Agent_Code__c'),
        seconds > 0 ? fillIn(talked, talkTime(seconds)) : ''
    ]
        .filter(Boolean)
        .join(' · ');
}
