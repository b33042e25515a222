import type { CallState } from 'c/convoxCallState';
import { fillIn } from 'c/convoxText';
import { callInHand } from './controls.ts';
import type { Desk } from './desks.ts';
import { labels } from './labels.ts';

/** Whose calls come here; '' while one is here, and where the user is no agent. */
export function waitingText(desks: readonly Desk[], shown: CallState | undefined): string {
    const codes = desks.map(({ agent }) => agent.agentCode).join(', ');
    return shown || codes === '' ? '' : fillIn(labels.waiting, codes);
}

/**
 * What the agent does in ConVox, where something says so. That nothing says it is told beside what can be asked for; what is known
 * of a call the call itself shows.
 */
export function stateText(desk: Desk | undefined, hasControls: boolean, shown: CallState | undefined): string {
    if (callInHand(shown) || (shown && !hasControls)) {
        return '';
    }
    const unknown = hasControls ? labels.stateUnknown : '';
    return desk?.state ? fillIn(labels.state, desk.state) : unknown;
}
