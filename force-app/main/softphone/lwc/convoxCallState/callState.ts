import { resultOfFailure } from 'c/convoxCallControl';
import type { CommandResult } from 'c/convoxCallControl';
import type { ScreenPop } from 'c/convoxContract';
import type { AgentSetup } from 'c/convoxAgentSetup';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { ErrorReport } from 'c/convoxErrors';
import type { Match } from './matching.ts';

/** Whose call it is, as far as is known. */
export type Caller =
    /** The question is on its way. */
    | { readonly kind: 'lookingUp' }
    /** ConVox sent no number. */
    | { readonly kind: 'withheld' }
    | { readonly kind: 'unknown' }
    | { readonly kind: 'known'; readonly match: Match }
    /** Several records share the number and the agent has not chosen yet. */
    | { readonly kind: 'several' };

/** Whether the signed-in user may take the call at all. */
export type Owner =
    | { readonly kind: 'unchecked' }
    | { readonly kind: 'mine'; readonly agent: AgentSetup }
    /** The call is for another agent; nothing is written. */
    | { readonly kind: 'otherAgent'; readonly agentCode: string }
    /** Nobody told Salesforce which ConVox agent this user is; nothing is written. */
    | { readonly kind: 'noAgent' };

/** What failed, so that the right thing is tried again. */
export type Operation = 'lookUp' | 'save' | 'link';

export interface Trouble {
    readonly operation: Operation;
    readonly report: ErrorReport;
}

/** Everything the softphone knows about one call. */
export interface CallState {
    readonly pop: ScreenPop;
    /** Milliseconds since 1970. */
    readonly poppedAt: number;
    readonly caller: Caller;
    readonly owner: Owner;
    readonly lookup: CallerLookup;
    /** Records with the caller's number, best first. */
    readonly matches: readonly Match[];
    /** Id of the ConVox_Call__c row; '' while there is none. */
    readonly callId: string;
    readonly isClosing: boolean;
    /** How the last press to end the call went. */
    readonly closeResult: CommandResult | undefined;
    /** ConVox knows the call's disposition, from here or by itself. */
    readonly isDisposed: boolean;
    readonly hasStatus: boolean;
    /** Milliseconds since 1970 when the agent was done with the call; undefined before. */
    readonly endedAt: number | undefined;
    readonly trouble: Trouble | undefined;
}

export const NO_LOOKUP: CallerLookup = {
    agents: [],
    customers: [],
    customerCount: 0,
    existingCall: undefined,
    recentCalls: [],
    followUps: [],
    dispositions: []
};

/** A call as it arrives: nothing is known but its pop, and after a reload whether its close got no answer. */
export function arrivedCall(pop: ScreenPop, poppedAt: number, isUncertain = false): CallState {
    return {
        pop,
        poppedAt,
        caller: { kind: 'lookingUp' },
        owner: { kind: 'unchecked' },
        lookup: NO_LOOKUP,
        matches: [],
        callId: '',
        isClosing: false,
        closeResult: isUncertain ? resultOfFailure({ type: 'Close', commandId: '' }, 'noAnswerInTime') : undefined,
        isDisposed: false,
        hasStatus: false,
        endedAt: undefined,
        trouble: undefined
    };
}
