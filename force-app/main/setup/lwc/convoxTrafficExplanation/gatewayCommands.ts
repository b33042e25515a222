import { agentActions } from '#agent-action';
import { UPLOAD } from '#list-upload';

/** What the gateway sends beside the ends of calls and dials, in the words of ConVox and in those that Salesforce tells it. */
const actions: ReadonlySet<string> = new Set([
    ...['READYAGENT', 'BREAK', 'LOGOUTUSER', 'HOLD', 'UNHOLD', 'MUTE', 'UNMUTE'],
    ...[...agentActions, UPLOAD].map((action) => action.toUpperCase())
]);

/**
 * @param action in capitals
 * @param endCallType in capitals, '' for none
 */
export function isOfGateway(action: string, endCallType: string): boolean {
    return endCallType === 'TRANSFER' || (endCallType === '' && actions.has(action));
}
