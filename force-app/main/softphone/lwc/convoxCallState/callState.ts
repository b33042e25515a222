import { resultOfFailure } from 'c/convoxCommand';
import type { CommandResult, Identity } from 'c/convoxCommand';
import type { ScreenPop } from 'c/convoxContract';
import type { AgentSetup } from 'c/convoxAgentSetup';
import { hasWords } from 'c/convoxCallerQuery';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { ErrorReport } from 'c/convoxErrors';
import type { CallOutcome } from './callOutcome.ts';
import type { Match } from './matching.ts';

/** Whose call it is, as far as is known. */
export type Caller =
    /** The question is on its way. */
    | { readonly kind: 'lookingUp' }
    /** The answer is late or failed, and asked for again; the agent goes on without it. */
    | { readonly kind: 'unanswered' }
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
export type Operation = 'lookUp' | 'save';

/** Everything the softphone knows about one call. */
export interface CallState {
    readonly pop: ScreenPop;
    /** Milliseconds since 1970. */
    readonly poppedAt: number;
    /** The same, of its last pop: ConVox may have passed the call on meanwhile, and back. */
    readonly poppedLastAt: number;
    readonly caller: Caller;
    readonly owner: Owner;
    readonly lookup: CallerLookup;
    /** Records with the caller's number, best first. */
    readonly matches: readonly Match[];
    /** Id of the ConVox_Call__c row; '' while there is none. */
    readonly callId: string;
    readonly isClosing: boolean;
    /** What the agent decided, once it was sent or is to be kept. */
    readonly outcome: CallOutcome | undefined;
    /** How the last press to end the call went. */
    readonly closeResult: CommandResult | undefined;
    /** How often the agent pressed to end the call, so that the next press has a key of its own. */
    readonly closeAttempts: number;
    /** What the agent entered into the form and has not sent, as the form gave it. */
    readonly draft: unknown;
    /** When it was entered, in milliseconds since 1970; 0 when nothing was. */
    readonly draftAt: number;
    /** ConVox knows the call's disposition, from here or by itself. */
    readonly isDisposed: boolean;
    /** The disposition that the row holds: code, or '' while nobody reported one. */
    readonly convoxDisposition: string;
    readonly hasStatus: boolean;
    /** The agent entered what is neither accepted by ConVox nor kept. */
    readonly hasWords: boolean;
    /** What stands on the row and came from elsewhere, a line each, until the agent has decided about it. */
    readonly othersLines: readonly string[];
    /** What was entered is being saved on the call, without ConVox. */
    readonly isKeeping: boolean;
    readonly isKept: boolean;
    /** Milliseconds since 1970 when the agent was done with the call; undefined before. */
    readonly endedAt: number | undefined;
    /** What failed and is not solved yet. */
    readonly troubles: Readonly<Partial<Record<Operation, ErrorReport>>>;
    /** Came back by a reload, in another tab or at another computer: its record may be open already. */
    readonly isRestored: boolean;
    /** Came while the agent was on another call, and nothing of ConVox says that it is real. */
    readonly isDoubted: boolean;
    /** Known from the org alone: it came at another computer, or to a browser that has forgotten it. */
    readonly isFound: boolean;
    /** Came back, and the agent was not on it any more. */
    readonly wasEnded: boolean;
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

const CLOSE: Identity = { type: 'Close', commandId: '' };

/** How a close stands that had no answer when its page went. */
export const UNCERTAIN: CommandResult = resultOfFailure(CLOSE, 'noAnswerInTime');

/** How one stands that could not be sent, as what sends it did not come. */
export const NOT_REACHED: CommandResult = resultOfFailure(CLOSE, 'notReached');

type Kept = Pick<
    CallState,
    'closeAttempts' | 'draft' | 'draftAt' | 'isRestored' | 'isDoubted' | 'isFound' | 'wasEnded'
>;

/** What is known of a call beside its pop, before anything is asked. */
export interface Remembered extends Partial<Kept> {
    /** The last press to end it had no answer. */
    readonly isUncertain?: boolean;
}

/** A call as it arrives: nothing is known but its pop, and what a reload remembers. */
export function arrivedCall(pop: ScreenPop, poppedAt: number, { isUncertain, ...kept }: Remembered = {}): CallState {
    return {
        pop,
        poppedAt,
        poppedLastAt: poppedAt,
        caller: { kind: 'lookingUp' },
        owner: { kind: 'unchecked' },
        lookup: NO_LOOKUP,
        matches: [],
        callId: '',
        isClosing: false,
        outcome: undefined,
        closeResult: isUncertain ? UNCERTAIN : undefined,
        closeAttempts: 0,
        draft: undefined,
        draftAt: 0,
        isDisposed: false,
        convoxDisposition: '',
        hasStatus: false,
        hasWords: hasWords(kept.draft),
        othersLines: [],
        isKeeping: false,
        isKept: false,
        endedAt: undefined,
        troubles: {},
        isRestored: false,
        isDoubted: false,
        isFound: false,
        wasEnded: false,
        ...kept
    };
}
