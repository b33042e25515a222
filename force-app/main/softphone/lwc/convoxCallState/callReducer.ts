import type { CommandResult } from 'c/convoxCommand';
import { hasWords } from 'c/convoxCallerQuery';
import type { SavedDraft } from 'c/convoxCallerQuery';
import type { ErrorReport } from 'c/convoxErrors';
import { textAt } from 'c/convoxPath';
import type { CallEvent } from './callEvent.ts';
import { phaseOf } from './callPhase.ts';
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

/** What is decided and safe on the row need not be remembered. */
function saved(state: CallState, callId: string, isSaved: boolean): CallState {
    const isKept = state.isKept || (state.isKeeping && isSaved);
    const after = {
        ...state,
        callId,
        isKept,
        isKeeping: state.isKeeping && !isKept,
        hasWords: state.hasWords && !isKept,
        troubles: { ...state.troubles, save: undefined }
    };
    return isSaved && ['disposed', 'over'].includes(phaseOf(after))
        ? { ...after, draft: undefined, draftAt: 0 }
        : after;
}

function resumed(state: CallState, { draft, draftAt, closeAttempts }: SavedDraft): CallState {
    return { ...state, draft, draftAt, closeAttempts };
}

/** The draft with lines from elsewhere in its notes; a line that one of them goes on is not said twice. */
function joined({ draft, othersLines }: CallState): unknown {
    const own = textAt(draft, 'notes').split('\n');
    const kept = own.filter((line) => !othersLines.some((each) => each.startsWith(line)));
    return Object.assign({}, draft, { notes: [...kept, ...othersLines].join('\n') });
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

/** The only way a call changes. An event that makes no sense in the call's state changes nothing. */
export function nextCall(state: CallState, event: CallEvent): CallState {
    switch (event.type) {
        case 'waitedLong':
            return state.caller.kind === 'lookingUp' ? { ...state, caller: { kind: 'unanswered' } } : state;
        case 'lookedUp':
            return isAsking(state) ? settled(lookedUp(state, event.lookup)) : state;
        case 'saved':
            return saved(state, event.callId, event.isSaved);
        case 'chosen':
            return chosen(state, event.customerId);
        case 'drafted':
            return { ...state, draft: event.draft, draftAt: event.at, hasWords: hasWords(event.draft) };
        case 'resumed':
            return resumed(state, event.draft);
        case 'disputed':
            return { ...state, othersLines: state.othersLines.concat(event.lines) };
        case 'settled':
            return { ...state, othersLines: [], draft: event.isAdding ? joined(state) : state.draft };
        case 'closing':
            return {
                ...state,
                isClosing: true,
                closeAttempts: state.closeAttempts + 1,
                hasWords: true,
                outcome: event.outcome
            };
        case 'answered':
            return answered(state, event.result, event.at);
        case 'keeping':
            return { ...state, isKeeping: true, outcome: event.outcome };
        case 'reported':
            return reported(state, event);
        case 'failed':
            return failed(state, event.operation, event.report);
        case 'lookingAgain':
            return {
                ...state,
                caller: { kind: 'unanswered' },
                isRestored: false,
                troubles: { ...state.troubles, lookUp: undefined }
            };
        case 'choosing':
        default:
            return state.matches.length > 1 ? { ...state, caller: { kind: 'several' } } : state;
    }
}
