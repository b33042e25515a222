import { isWithheld } from 'c/convoxContract';
import type { CallerLookup, ExistingCall } from 'c/convoxCallerQuery';
import { UNCERTAIN } from './callState.ts';
import type { Caller, CallState } from './callState.ts';
import { matchCallers } from './matching.ts';
import type { Matches } from './matching.ts';
import { ownerOf } from './ownership.ts';

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

/** What the first answer says about a call: who calls, whose call it is, and what its row holds. */
export function lookedUp(state: CallState, lookup: CallerLookup): CallState {
    const { callerNumber, agentCode } = state.pop;
    const matches = matchCallers(lookup, callerNumber);
    return {
        ...withRow(state, lookup.existingCall),
        lookup,
        matches: matches.all,
        owner: ownerOf(agentCode, lookup.agents),
        caller: callerOf(callerNumber, matches, lookup.existingCall?.customerId ?? ''),
        troubles: { ...state.troubles, lookUp: undefined }
    };
}

/** What the row of a call knows, which another browser or ConVox may have written. */
function withRow(state: CallState, row: ExistingCall | undefined): CallState {
    return row === undefined
        ? state
        : {
              ...state,
              callId: row.id,
              closeResult: state.closeResult ?? (row.draft?.isUncertain ? UNCERTAIN : undefined),
              isDisposed: state.isDisposed || row.disposition !== '',
              convoxDisposition: row.disposition || state.convoxDisposition,
              hasStatus: state.hasStatus || row.hasStatus,
              hasWords: state.hasWords || (row.draft !== undefined && row.draft.draftAt > 0)
          };
}
