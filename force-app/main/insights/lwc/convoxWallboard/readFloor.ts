import { countOf, rowsOf, shownText, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { processName } from 'c/convoxProcessName';
import type { NamedProcess } from 'c/convoxProcessName';
import { readProcesses } from './processFigures.ts';
import type { ProcessFigures } from './processFigures.ts';

/** Milliseconds after which nobody is on the line any more: the end of such a call was never reported. */
const LONGEST_CALL = 2 * 60 * 60 * 1000;

/** A call in progress. */
export interface OpenCall {
    readonly id: string;
    /** CALL-000001. */
    readonly name: string;
    /** A person's name, else the code in ConVox. */
    readonly agent: string;
    readonly agentCode: string;
    readonly process: string;
    readonly words: string;
    readonly direction: string;
    /** Milliseconds of the clock; when the agent saw it, else when it began. */
    readonly since: number;
}

/** What an agent was doing in ConVox when something was last known of it. */
export interface AgentState {
    readonly id: string;
    /** A person's name, else the code in ConVox. */
    readonly agent: string;
    readonly agentCode: string;
    /** As Salesforce stores it. */
    readonly kind: string;
    /** In the user's language. */
    readonly state: string;
    /** The break, as ConVox calls it, or the name of a process; '' for none. */
    readonly detail: string;
    /** Milliseconds of the clock. */
    readonly since: number;
}

/** The floor at one moment. */
export interface Floor {
    readonly processes: readonly ProcessFigures[];
    /** On the line, the longest first. */
    readonly calls: readonly OpenCall[];
    /** Of whom something is known, the longest in a state first. */
    readonly agents: readonly AgentState[];
    /** In progress for too long to be true: how many, and the latest of them. */
    readonly leftOut: { readonly total: number; readonly calls: readonly OpenCall[] };
    readonly missed: { readonly total: number; readonly oldest: number | undefined };
    readonly overduePromises: number;
    readonly unansweredCommands: number;
}

/** Reads the answer to the floor query as it counts now; what is missing from it counts as not there. */
export function readFloor(data: unknown, now: number): Floor {
    const open = rowsOf(data, 'inProgress').map(openCall);
    const calls = open.filter(({ since }) => now - since <= LONGEST_CALL);
    const processes = readProcesses(data, now);
    const named = [...rowsOf(data, 'processes').map(namedProcess), ...processes, ...open];
    return {
        processes,
        calls: calls.toSorted((a, b) => a.since - b.since),
        agents: rowsOf(data, 'agents').map((row) => agentState(row, named)),
        leftOut: {
            total: Math.max(countOf(data, 'inProgress'), open.length) - calls.length,
            calls: open.filter((call) => !calls.includes(call))
        },
        missed: {
            total: countOf(data, 'missed'),
            oldest: rowsOf(data, 'missed').map((row) => instantOf(row, 'Started_At__c'))[0]
        },
        overduePromises: overdue(data, now),
        unansweredCommands: countOf(data, 'commands')
    };
}

/** Of all that are due by the end of today, the latest first: but those whose time comes yet. */
function overdue(data: unknown, now: number): number {
    const rows = rowsOf(data, 'promises');
    const toCome = rows.filter((row) => (instantOf(row, 'Due_At__c') ?? now) >= now);
    return Math.max(countOf(data, 'promises'), rows.length) - toCome.length;
}

/** As it is entered: an agent wraps up a call of a process that no customer may have called. */
function namedProcess(row: GraphqlRow): NamedProcess {
    return { process: textOf(row, 'Process_Code__c'), words: textOf(row, 'Name') };
}

function openCall(row: GraphqlRow): OpenCall {
    return {
        id: textOf(row, 'Id'),
        name: textOf(row, 'Name'),
        agent: textOf(row, 'Agent__r.Name') || textOf(row, 'Agent_Code__c'),
        agentCode: textOf(row, 'Agent_Code__c'),
        process: textOf(row, 'Process_Name__c'),
        words: textOf(row, 'Process_in_Words__c'),
        direction: shownText(row, 'Direction__c'),
        since: instantOf(row, 'Pop_At__c') ?? instantOf(row, 'Started_At__c') ?? instantOf(row, 'CreatedDate') ?? 0
    };
}

function agentState(row: GraphqlRow, processes: readonly NamedProcess[]): AgentState {
    const kind = textOf(row, 'State__c');
    return {
        id: textOf(row, 'Id'),
        agent: textOf(row, 'User__r.Name') || textOf(row, 'Agent_Code__c'),
        agentCode: textOf(row, 'Agent_Code__c'),
        kind,
        state: shownText(row, 'State__c'),
        detail: detailOf(kind, textOf(row, 'State_Detail__c'), processes),
        since: instantOf(row, 'State_Since__c') ?? 0
    };
}

/** The break, or the process whose call is wrapped up. In other states it is what ConVox was heard by. */
function detailOf(kind: string, detail: string, processes: readonly NamedProcess[]): string {
    if (kind !== 'Wrap-Up') {
        return kind === 'Break' ? detail : '';
    }
    const named = processes.find(({ process }) => process.toLowerCase() === detail.toLowerCase());
    return processName(named ?? { process: detail, words: '' });
}

function instantOf(row: GraphqlRow, field: string): number | undefined {
    const instant = Date.parse(textOf(row, field));
    return Number.isNaN(instant) ? undefined : instant;
}
