import type { CommandResult } from 'c/convoxCallControl';
import type { ErrorReport } from 'c/convoxErrors';
import type { CallEvent } from './callEvent.ts';
import type { Caller, CallState, Operation } from './callState.ts';
import { lookedUp } from './lookedUp.ts';
import { same } from './ownership.ts';

/** Whatever was uncertain about the end of a call is not, once its disposition is known. */
function settled(state: CallState): CallState {
    return state.isDisposed && state.closeResult?.state !== 'accepted' ? { ...state, closeResult: undefined } : state;
}

function answered(state: CallState, result: CommandResult, at: number): CallState {
    const isAccepted = result.state === 'accepted';
    return settled({
        ...state,
        isClosing: false,
        closeResult: result,
        isDisposed: state.isDisposed || isAccepted,
        hasWords: state.hasWords && !isAccepted,
        endedAt: isAccepted ? (state.endedAt ?? at) : state.endedAt
    });
}

function chosen(state: CallState, customerId: string): CallState {
    const match = state.matches.find(({ customer }) => customer.id === customerId);
    return match ? { ...state, caller: { kind: 'known', match } } : state;
}

/**
 * ConVox knows how long the call took; the report itself may come much later. A report of the disposition that the agent
 * sent is the answer to a close that had none.
 */
function reported(state: CallState, { disposition, seconds, at }: Extract<CallEvent, { type: 'reported' }>): CallState {
    const isConfirmed = state.outcome !== undefined && same(state.outcome.disposition, disposition);
    return settled({
        ...state,
        hasStatus: true,
        isDisposed: state.isDisposed || disposition !== '',
        convoxDisposition: disposition || state.convoxDisposition,
        hasWords: state.hasWords && !isConfirmed,
        endedAt: state.endedAt ?? (seconds === undefined ? at : state.poppedAt + seconds * 1000)
    });
}

function saved(state: CallState, callId: string, isSaved: boolean): CallState {
    const isKept = state.isKept || (state.isKeeping && isSaved);
    return {
        ...state,
        callId,
        isKept,
        isKeeping: state.isKeeping && !isKept,
        hasWords: state.hasWords && !isKept,
        troubles: { ...state.troubles, save: undefined }
    };
}

/** A question that failed although its answer is known is asked again without a word. */
function failed(state: CallState, operation: Operation, report: ErrorReport): CallState {
    const isWanted = isAsking(state) || state.caller.kind === 'unknown';
    if (operation === 'lookUp' && !isWanted) {
        return state;
    }
    const caller: Caller = operation === 'lookUp' && isAsking(state) ? { kind: 'unanswered' } : state.caller;
    return { ...state, caller, troubles: { ...state.troubles, [operation]: report } };
}

/** Whether it is still open who calls, so that an answer is welcome. */
export function isAsking({ caller }: CallState): boolean {
    return caller.kind === 'lookingUp' || caller.kind === 'unanswered';
}

type Rules = {
    readonly [Type in CallEvent['type']]: (state: CallState, event: Extract<CallEvent, { type: Type }>) => CallState;
};

const RULES: Rules = {
    waitedLong: (state) => (state.caller.kind === 'lookingUp' ? { ...state, caller: { kind: 'unanswered' } } : state),
    lookedUp: (state, { lookup }) => (isAsking(state) ? settled(lookedUp(state, lookup)) : state),
    saved: (state, { callId, isSaved }) => saved(state, callId, isSaved),
    chosen: (state, { customerId }) => chosen(state, customerId),
    drafted: (state, { hasWords }) => ({ ...state, hasWords }),
    disputed: (state, { lines }) => ({ ...state, othersLines: state.othersLines.concat(lines) }),
    settled: (state) => ({ ...state, othersLines: [] }),
    closing: (state, { outcome }) => ({ ...state, isClosing: true, hasWords: true, outcome }),
    answered: (state, { result, at }) => answered(state, result, at),
    keeping: (state, { outcome }) => ({ ...state, isKeeping: true, outcome }),
    reported,
    failed: (state, { operation, report }) => failed(state, operation, report),
    lookingAgain: (state) => ({
        ...state,
        caller: { kind: 'unanswered' },
        troubles: { ...state.troubles, lookUp: undefined }
    }),
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
