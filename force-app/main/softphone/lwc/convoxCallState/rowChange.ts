import { NO_DRAFT } from 'c/convoxCallerQuery';
import { followUpFields, noteFields } from './closing.ts';
import type { CallEvent } from './callEvent.ts';
import type { CallState } from './callState.ts';

/**
 * What an event puts on the call's row; empty when nothing. What was noted is saved as soon as the agent decides; a
 * promise to the customer counts once ConVox took it, or once the agent has it kept without ConVox.
 */
export function rowChange(before: CallState, event: CallEvent, after: CallState): Record<string, string | null> {
    const { outcome } = after;
    if (outcome === undefined) {
        return {};
    }
    if (event.type === 'closing') {
        return noteFields(outcome);
    }
    if (event.type === 'keeping') {
        const keptAt = new Date(event.at).toISOString();
        return { ...noteFields(outcome), ...followUpFields(after, outcome), ...NO_DRAFT, Kept_At__c: keptAt };
    }
    const isTaken = (event.type === 'answered' || event.type === 'reported') && before.hasWords && !after.hasWords;
    return isTaken ? { ...followUpFields(after, outcome), ...NO_DRAFT } : {};
}
