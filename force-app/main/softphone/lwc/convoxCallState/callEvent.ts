import type { CommandResult } from 'c/convoxCommand';
import type { CallerLookup, SavedDraft } from 'c/convoxCallerQuery';
import type { ErrorReport } from 'c/convoxErrors';
import type { CallOutcome } from './callOutcome.ts';
import type { Operation } from './callState.ts';

/** Everything that can happen to a call; `at` is in milliseconds since 1970. */
export type CallEvent =
    /** The answer takes long. */
    | { readonly type: 'waitedLong' }
    | { readonly type: 'lookedUp'; readonly lookup: CallerLookup }
    /** A save went through; `isSaved` when nothing is left to save. */
    | { readonly type: 'saved'; readonly callId: string; readonly isSaved: boolean }
    | { readonly type: 'chosen'; readonly customerId: string }
    /** The agent entered something, or took it back; `draft` is the form's. */
    | { readonly type: 'drafted'; readonly draft: unknown; readonly at: number }
    /** What was entered at another computer since comes back. */
    | { readonly type: 'resumed'; readonly draft: SavedDraft }
    /** The row holds words that this phone neither read nor wrote; what was entered here waits. */
    | { readonly type: 'disputed'; readonly lines: readonly string[] }
    /** The agent has seen them, and takes them in or not. */
    | { readonly type: 'settled'; readonly isAdding: boolean }
    | { readonly type: 'closing'; readonly outcome: CallOutcome }
    | { readonly type: 'answered'; readonly result: CommandResult; readonly at: number }
    /** The agent has what was entered kept on the call and leaves ConVox as it is. */
    | { readonly type: 'keeping'; readonly outcome: CallOutcome; readonly at: number }
    | {
          readonly type: 'reported';
          readonly disposition: string;
          readonly seconds: number | undefined;
          readonly at: number;
      }
    | { readonly type: 'failed'; readonly operation: Operation; readonly report: ErrorReport }
    /** The caller may have a record by now. */
    | { readonly type: 'lookingAgain' }
    /** The agent wants another of the records with the number. */
    | { readonly type: 'choosing' };
