import type { CommandResult } from 'c/convoxCallControl';
import { isWithheld } from 'c/convoxContract';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { ErrorReport } from 'c/convoxErrors';
import type { Caller, CallState, Operation } from './callState.ts';
import { matchCallers } from './matching.ts';
import type { Matches } from './matching.ts';
import { ownerOf } from './ownership.ts';

/** Everything that can happen to a call; `at` is in milliseconds since 1970. */
export type CallEvent =
    | { readonly type: 'lookedUp'; readonly lookup: CallerLookup }
    | { readonly type: 'saved'; readonly callId: string }
    | { readonly type: 'chosen'; readonly customerId: string }
    | { readonly type: 'closing' }
    | { readonly type: 'answered'; readonly result: CommandResult; readonly at: number }
    | {
          readonly type: 'reported';
          readonly disposition: string;
          readonly seconds: number | undefined;
          readonly at: number;
      }
    | { readonly type: 'failed'; readonly operation: Operation; readonly report: ErrorReport }
    | { readonly type: 'retried' }
    /** The caller may have a record by now. */
    | { readonly type: 'lookingAgain' }
    /** The agent wants another of the records with the number. */
    | { readonly type: 'choosing' };

/** A row that is linked already has decided who calls, whoever linked it. */
function callerOf(callerNumber: string, { winner, all }: Matches, linkedId: string): Caller {
    if (isWithheld(callerNumber)) {
        return { kind: 'withheld' };
    }
    const match = all.find(({ customer }) => customer.id === linkedId) ?? winner;
    if (match) {
        return { kind: 'known', match };
    }
    return { kind: all.length === 0 ? 'unknown' : 'several' };
}

function lookedUp(state: CallState, lookup: CallerLookup): CallState {
    const { callerNumber, agentCode } = state.pop;
    const matches = matchCallers(lookup, callerNumber);
    const existing = lookup.existingCall;
    return settled({
        ...state,
        lookup,
        matches: matches.all,
        owner: ownerOf(agentCode, lookup.agents),
        caller: callerOf(callerNumber, matches, existing?.customerId ?? ''),
        callId: existing?.id ?? state.callId,
        isDisposed: state.isDisposed || existing?.isDisposed === true,
        hasStatus: state.hasStatus || existing?.hasStatus === true,
        trouble: undefined
    });
}

/** Whatever was uncertain about the end of a call is not, once its disposition is known. */
function settled(state: CallState): CallState {
    return state.isDisposed && state.closeResult?.state !== 'accepted' ? { ...state, closeResult: undefined } : state;
}

function answered(state: CallState, result: CommandResult, at: number): CallState {
    const isAccepted = result.state === 'accepted';
    return {
        ...state,
        isClosing: false,
        closeResult: result,
        isDisposed: state.isDisposed || isAccepted,
        endedAt: isAccepted ? (state.endedAt ?? at) : state.endedAt
    };
}

function chosen(state: CallState, customerId: string): CallState {
    const match = state.matches.find(({ customer }) => customer.id === customerId);
    return match ? { ...state, caller: { kind: 'known', match } } : state;
}

/** ConVox knows how long the call took; the report itself may come much later. */
function reported(state: CallState, { disposition, seconds, at }: Extract<CallEvent, { type: 'reported' }>): CallState {
    return settled({
        ...state,
        hasStatus: true,
        isDisposed: state.isDisposed || disposition !== '',
        endedAt: state.endedAt ?? (seconds === undefined ? at : state.poppedAt + seconds * 1000)
    });
}

type Rules = {
    readonly [Type in CallEvent['type']]: (state: CallState, event: Extract<CallEvent, { type: Type }>) => CallState;
};

const RULES: Rules = {
    lookedUp: (state, { lookup }) => (state.caller.kind === 'lookingUp' ? lookedUp(state, lookup) : state),
    saved: (state, { callId }) => ({ ...state, callId, trouble: undefined }),
    chosen: (state, { customerId }) => chosen(state, customerId),
    closing: (state) => ({ ...state, isClosing: true }),
    answered: (state, { result, at }) => answered(state, result, at),
    reported,
    failed: (state, { operation, report }) => ({ ...state, trouble: { operation, report } }),
    retried: (state) => ({ ...state, trouble: undefined }),
    lookingAgain: (state) => ({ ...state, trouble: undefined, caller: { kind: 'lookingUp' } }),
    choosing: (state) => (state.matches.length > 1 ? { ...state, caller: { kind: 'several' } } : state)
};

function ruleFor<Type extends CallEvent['type']>(type: Type): Rules[Type] {
    return RULES[type];
}

/** The only way a call changes. An event that makes no sense in the call's state changes nothing. */
export function nextCall<Type extends CallEvent['type']>(
    state: CallState,
    event: Extract<CallEvent, { type: Type }>
): CallState {
    return ruleFor<Type>(event.type)(state, event);
}
