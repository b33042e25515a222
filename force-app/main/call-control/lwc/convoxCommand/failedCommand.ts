import type { CommandFailure, CommandResult } from './command.ts';

/** Which command a result is of. */
export type Identity = Pick<CommandResult, 'type' | 'commandId'>;

const NOTHING_SENT: readonly CommandFailure[] = ['notReached', 'notSaved', 'notSent'];

/**
 * The result when Salesforce, not ConVox, ended the command. Without a row nothing was sent, so that is a refusal;
 * everything else may have reached ConVox.
 */
export function resultOfFailure(identity: Identity, failure: CommandFailure, error = ''): CommandResult {
    const state = NOTHING_SENT.includes(failure) ? 'refused' : 'unknown';
    const advice = state === 'refused' ? 'unknownRefusal' : 'noAnswer';
    return { ...identity, state, failure, error, code: '', reply: '', advice };
}
