import { isWithheld } from 'c/convoxContract';
import type { CallerLookup, ExistingCall } from 'c/convoxCallerQuery';
import { UNCERTAIN } from './callState.ts';
import type { Caller, CallState } from './callState.ts';
import { matchCallers } from './matching.ts';
import type { Match, Matches } from './matching.ts';
import { ownerOf } from './ownership.ts';

/** What the row is linked to, whoever did so; without the number among its own, the agent did. */
function linkedMatch(all: readonly Match[], row: ExistingCall | undefined): Match | undefined {
    const { customer, customerId } = row ?? {};
    const found = all.find((match) => match.customer.id === customerId);
    return found ?? (customer && { customer, reason: undefined, isLastChoice: false });
}

/** A row that is linked already has decided who calls. */
function callerOf(callerNumber: string, { winner, all }: Matches, row: ExistingCall | undefined): Caller {
    const isHidden = isWithheld(callerNumber);
    const match = linkedMatch(all, row) ?? (isHidden ? undefined : winner);
    if (match) {
        return { kind: 'known', match };
    }
    return { kind: isHidden ? 'withheld' : all.length === 0 ? 'unknown' : 'several' };
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
        caller: callerOf(callerNumber, matches, lookup.existingCall),
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
