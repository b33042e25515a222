import { readAgents } from 'c/convoxAgentSetup';
import type { AgentSetup } from 'c/convoxAgentSetup';
import { rowsOf, shownText, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { countCustomers, linkedCustomer, readCustomers } from './customers.ts';
import type { Customer } from './customers.ts';
import { readDispositions } from './dispositions.ts';
import type { DispositionOption } from './dispositions.ts';
import { readOpenCalls } from './openCalls.ts';
import type { OpenCall } from './openCalls.ts';
import { readSavedDraft } from './savedDraft.ts';
import type { SavedDraft } from './savedDraft.ts';

/** The row of this very call, when the status push or an earlier pop made it already. */
export interface ExistingCall {
    readonly id: string;
    /** ISO instant. */
    readonly lastModifiedDate: string;
    /** Code of the disposition that ConVox knows; '' when it knows none. */
    readonly disposition: string;
    readonly hasStatus: boolean;
    readonly hasPop: boolean;
    /** The agent finished it without ConVox, and has entered nothing since. */
    readonly isKept: boolean;
    /** Id of the record it is linked to; '' when to none. */
    readonly customerId: string;
    /** That record, if the user may see it. */
    readonly customer?: Customer | undefined;
    /** What the agent entered, here or at another computer, and has not sent. */
    readonly draft: SavedDraft | undefined;
}

/** An earlier call with the same number. */
export interface PastCall {
    readonly id: string;
    /** ISO instant. */
    readonly at: string;
    /** Texts in the user's language; '' when unknown. */
    readonly direction: string;
    readonly status: string;
    readonly disposition: string;
    readonly customerId: string;
}

/** A promise to call this number that nobody kept yet. */
export interface FollowUpDue {
    readonly id: string;
    /** ISO instant. */
    readonly dueAt: string;
}

export interface CallerLookup {
    readonly agents: readonly AgentSetup[];
    readonly customers: readonly Customer[];
    /** How many records have the number; `customers` may hold fewer. */
    readonly customerCount: number;
    readonly existingCall: ExistingCall | undefined;
    /** Newest first, at most ten. */
    readonly recentCalls: readonly PastCall[];
    /** Due first, at most three. */
    readonly followUps: readonly FollowUpDue[];
    readonly dispositions: readonly DispositionOption[];
    /** The agent's open calls, newest first; undefined while nothing was answered. */
    readonly openCalls?: readonly OpenCall[];
}

function customerOf(row: GraphqlRow): string {
    return (
        textOf(row, 'Contact__c') ||
        textOf(row, 'Lead__c') ||
        textOf(row, 'Account__c') ||
        textOf(row, 'Caller_Record_Id__c')
    );
}

function readExistingCall(row: GraphqlRow): ExistingCall {
    return {
        id: textOf(row, 'Id'),
        lastModifiedDate: textOf(row, 'LastModifiedDate'),
        disposition: textOf(row, 'Disposition__c'),
        hasStatus: textOf(row, 'Status_Received_At__c') !== '',
        hasPop: textOf(row, 'Pop_At__c') !== '',
        isKept: textOf(row, 'Kept_At__c') !== '' && textOf(row, 'Draft_Saved_At__c') === '',
        customerId: customerOf(row),
        customer: linkedCustomer(row),
        draft: readSavedDraft(row)
    };
}

function readPastCall(row: GraphqlRow): PastCall {
    return {
        id: textOf(row, 'Id'),
        at: textOf(row, 'Started_At__c') || textOf(row, 'CreatedDate'),
        direction: shownText(row, 'Direction__c'),
        status: shownText(row, 'Status__c'),
        disposition: textOf(row, 'Disposition_Name__c'),
        customerId: customerOf(row)
    };
}

/** Reads the answer to CALLER_QUERY about this call; what is missing from it counts as not there. */
export function readLookup(data: unknown, reference?: string): CallerLookup {
    const isThis = (row: GraphqlRow): boolean => textOf(row, 'Call_Reference__c') === reference;
    const own = rowsOf(data, 'ownCalls');
    return {
        agents: readAgents(data),
        customers: readCustomers(data),
        customerCount: countCustomers(data),
        existingCall: own.filter(isThis).map(readExistingCall)[0],
        recentCalls: rowsOf(data, 'recentCalls').map(readPastCall),
        followUps: rowsOf(data, 'ConVox_Follow_Up__c').map((row) => ({
            id: textOf(row, 'Id'),
            dueAt: textOf(row, 'Due_At__c')
        })),
        dispositions: readDispositions(data),
        openCalls: readOpenCalls(own.filter((row) => !isThis(row)))
    };
}
