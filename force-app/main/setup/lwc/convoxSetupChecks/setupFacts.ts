import { countOf, isSet, rowsOf, shownText, textOf } from 'c/convoxGraphqlRows';
import { arrival, OF_A_STATUS, OF_A_TRIAL, readArrival } from './arrivals.ts';
import type { Arrival, ReadArrival } from './arrivals.ts';
import { readBegunChanges } from './begunChanges.ts';
import type { BegunChange } from './begunChanges.ts';
import { readDoubleDispositions } from './doubleDispositions.ts';
import type { DoubleDisposition } from './doubleDispositions.ts';
import { readKnownCallers } from './knownCallers.ts';
import type { KnownCallers } from './knownCallers.ts';
import { serverFacts } from './serverFacts.ts';
import type { ServerFacts } from './serverFacts.ts';

/** enteredAt: ISO instant. */
export interface ProcessFacts {
    readonly id: string;
    readonly code: string;
    readonly enteredAt: string;
}

export interface DispositionFacts {
    readonly code: string;
    readonly processId: string;
}

/** An active agent; '' without a user, and for the default server. enteredAt: ISO instant. */
export interface AgentFacts {
    readonly id: string;
    readonly code: string;
    readonly userId: string;
    readonly serverId: string;
    readonly enteredAt: string;
    readonly userName: string;
    readonly isUserActive: boolean;
}

/** moment: ISO instant. */
export interface CommandFacts {
    readonly at: string;
    readonly moment: string;
    readonly status: string;
    /** The status as the user reads it. */
    readonly word: string;
    readonly error: string;
}

/** How the installation did on a day (YYYY-MM-DD), as a flow saw it. red: ids of checks. */
export interface HealthDay {
    readonly id: string;
    readonly day: string;
    /** Otherwise of the hour in which call statuses stopped. */
    readonly isOfTheNight: boolean;
    readonly isRed: boolean;
    readonly red: readonly string[];
    /** What was seen, line by line. */
    readonly seen: readonly string[];
}

/** What the org's records say about the installation. */
export interface SetupFacts {
    /** ISO instant of the first server's entry, by which time the package was here; '' without one. */
    readonly since: string;
    readonly servers: readonly ServerFacts[];
    readonly processes: readonly ProcessFacts[];
    /** The active ones. */
    readonly dispositions: readonly DispositionFacts[];
    readonly doubles: readonly DoubleDisposition[];
    readonly agents: readonly AgentFacts[];
    /** How many are beyond the 2000 that an org tells at once: what is said of all is not known of these. */
    readonly unread: Readonly<Record<'processes' | 'dispositions' | 'agents', number>>;
    readonly lastPop: Arrival | undefined;
    /** The last call that popped more than an hour ago and has no status of its own. */
    readonly untoldPop: Arrival | undefined;
    /** The last pop that an administrator tried, which is none of ConVox. */
    readonly lastTrial: ReadArrival | undefined;
    readonly lastStatus: ReadArrival | undefined;
    readonly knownCallers: KnownCallers;
    /** Latest first, without those of calls that an administrator tried. */
    readonly commands: readonly CommandFacts[];
    /** How many of the last day have no answer, as the flow of the night counts them. */
    readonly unknownCommands: number;
    /** The call that the flow of the night looked through last. */
    readonly lastReconciled: Arrival | undefined;
    /** Calls and commands, which make most of what is stored. */
    readonly records: number;
    /** Latest first. */
    readonly days: readonly HealthDay[];
    /** Earliest first. */
    readonly changes: readonly BegunChange[];
}

/** Reads the answers to the two questions of the assistant; what is missing from them counts as not there. */
export function readSetupFacts(setUp: unknown, came: unknown): SetupFacts {
    return {
        since: textOf(rowsOf(setUp, 'ConVox_Server__c')[0], 'CreatedDate'),
        servers: rowsOf(setUp, 'ConVox_Server__c').map(serverFacts),
        processes: rowsOf(setUp, 'ConVox_Process__c').map((row) => ({
            id: textOf(row, 'Id'),
            code: textOf(row, 'Process_Code__c'),
            enteredAt: textOf(row, 'CreatedDate')
        })),
        dispositions: rowsOf(setUp, 'ConVox_Disposition__c').map((row) => ({
            code: textOf(row, 'Code__c'),
            processId: textOf(row, 'Process__c')
        })),
        doubles: readDoubleDispositions(setUp),
        agents: rowsOf(setUp, 'ConVox_Agent__c').map((row) => ({
            id: textOf(row, 'Id'),
            code: textOf(row, 'Agent_Code__c'),
            userId: textOf(row, 'User__c'),
            serverId: textOf(row, 'Server__c'),
            enteredAt: textOf(row, 'CreatedDate'),
            userName: textOf(row, 'User__r.Name'),
            isUserActive: isSet(row, 'User__r.IsActive')
        })),
        unread: {
            processes: unreadOf(setUp, 'ConVox_Process__c'),
            dispositions: unreadOf(setUp, 'ConVox_Disposition__c'),
            agents: unreadOf(setUp, 'ConVox_Agent__c')
        },
        lastPop: arrival(rowsOf(came, 'lastPop')[0], 'Pop_At__c'),
        untoldPop: arrival(rowsOf(came, 'untoldPop')[0], 'Pop_At__c'),
        lastStatus: readArrival(rowsOf(came, 'lastStatus')[0], 'Status_Received_At__c', OF_A_STATUS),
        knownCallers: readKnownCallers(came),
        lastTrial: readArrival(rowsOf(came, 'lastTrial')[0], 'CreatedDate', OF_A_TRIAL),
        commands: rowsOf(came, 'ConVox_Command__c').map((row) => ({
            at: shownText(row, 'CreatedDate'),
            moment: textOf(row, 'CreatedDate'),
            status: textOf(row, 'Status__c'),
            word: shownText(row, 'Status__c'),
            error: textOf(row, 'Error__c') || textOf(row, 'Reply__c')
        })),
        unknownCommands: countOf(came, 'unknownCommands'),
        lastReconciled: arrival(rowsOf(came, 'lastReconciled')[0], 'Reconciled_At__c'),
        records: countOf(came, 'allCalls') + countOf(came, 'allCommands'),
        days: rowsOf(setUp, 'ConVox_Health__c').map((row) => ({
            day: textOf(row, 'Day__c'),
            id: textOf(row, 'Id'),
            isRed: textOf(row, 'Colour__c') !== 'Green',
            isOfTheNight: textOf(row, 'Colour__c') !== 'Silence',
            red: textOf(row, 'Red_Checks__c').split('; ').filter(Boolean),
            seen: textOf(row, 'What__c').split('\n').filter(Boolean)
        })),
        changes: readBegunChanges(setUp)
    };
}

function unreadOf(setUp: unknown, object: string): number {
    return Math.max(0, countOf(setUp, object) - rowsOf(setUp, object).length);
}
