import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { CallCommand } from 'c/convoxCommand';
import { commandFields } from './commandFields.ts';

const ERROR_LENGTH = 255;

/**
 * `saved`: the row is ours to send. `duplicate`: the same command was saved before, so somebody sent it or is sending
 * it, and the row must only be read. `failed`: Salesforce did not take it.
 */
export type SavedCommand =
    | { readonly outcome: 'saved'; readonly commandId: string }
    | { readonly outcome: 'duplicate' }
    | { readonly outcome: 'failed'; readonly report: ErrorReport };

/** Saves the agent's decision as a row before anything leaves for ConVox. Never throws. */
export async function saveCommand(command: CallCommand): Promise<SavedCommand> {
    try {
        const row = await createRecord({ apiName: 'ConVox_Command__c', fields: commandFields(command) });
        return { outcome: 'saved', commandId: row.id };
    } catch (error) {
        const report = readError(error);
        return report.kind === 'duplicate' ? { outcome: 'duplicate' } : { outcome: 'failed', report };
    }
}

/** Hands a saved row to the background route; the report tells why Salesforce did not take it. Never throws. */
export async function requestInBackground(commandId: string): Promise<ErrorReport | undefined> {
    return change(commandId, { Status__c: 'Requested' });
}

/**
 * Closes a row whose flow ended in an error, so that it can neither be sent later nor be taken for one still on its
 * way. Never throws.
 * @param reason is cut to what Error__c holds
 */
export async function markUnknown(commandId: string, reason: string): Promise<ErrorReport | undefined> {
    return change(commandId, {
        Status__c: 'Unknown',
        Error__c: reason.slice(0, ERROR_LENGTH)
    });
}

async function change(commandId: string, values: Record<string, string>): Promise<ErrorReport | undefined> {
    try {
        await updateRecord({ fields: { Id: commandId, ...values } });
        return undefined;
    } catch (error) {
        return readError(error);
    }
}
