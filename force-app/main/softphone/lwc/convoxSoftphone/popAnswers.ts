import type { CallState } from 'c/convoxCallState';
import { titleText } from 'c/convoxCallWords';
import { decodeScreenPop } from 'c/convoxContract';
import type { ScreenPop } from 'c/convoxContract';
import type { PhoneSignal } from 'c/convoxPhoneExtras';
import { browserEdges, standForLeader } from 'c/convoxSession';
import type { HandedPop, Leadership, LeaderHandlers, PopOutcome } from 'c/convoxSession';

/** What the tab that ConVox opened is told; undefined while nothing is decided. */
function outcomeOf({ owner }: CallState): { outcome: PopOutcome; agentCode: string } | undefined {
    switch (owner.kind) {
        case 'mine':
            return { outcome: 'opened', agentCode: owner.agent.agentCode };
        case 'otherAgent':
            return { outcome: 'otherAgent', agentCode: owner.agentCode };
        case 'noAgent':
            return { outcome: 'noAgent', agentCode: '' };
        case 'unchecked':
        default:
            return undefined;
    }
}

/** Answers each pop as soon as it is clear whose call it is. */
export class PopAnswers {
    #leadership?: Leadership;
    /** Pops that wait for an answer, by call reference. */
    readonly #waiting = new Map<string, string>();
    /** The pop that was made known last. */
    #signalled = '';
    readonly #signal: (signal: PhoneSignal) => void;

    /** @param signal makes a call known to an agent who looks elsewhere */
    constructor(signal: (signal: PhoneSignal) => void) {
        this.#signal = signal;
    }

    stand(handlers: LeaderHandlers): void {
        this.#leadership = standForLeader(browserEdges(), handlers);
    }

    resign(): void {
        this.#leadership?.resign();
    }

    /** The pop of a call; undefined for one that cannot be read, which is told at once. */
    read({ popId, parameters }: HandedPop): ScreenPop | undefined {
        const pop = decodeScreenPop(parameters);
        if (pop.ok) {
            this.#waiting.set(pop.value.callReference, popId);
            return pop.value;
        }
        this.#leadership?.report(popId, 'failed');
        return undefined;
    }

    answer(state: CallState | undefined): void {
        const popId = state && this.#waiting.get(state.pop.callReference);
        if (!popId) {
            return;
        }
        const answer = outcomeOf(state);
        if (answer) {
            this.#waiting.delete(state.pop.callReference);
            this.#leadership?.report(popId, answer.outcome, answer.agentCode);
        }
        // Whoever cannot be looked up is on the line all the same.
        if (this.#signalled !== popId && (answer?.outcome === 'opened' || state.troubles.lookUp)) {
            this.#signalled = popId;
            this.#signal({ caller: titleText(state) });
        }
    }

    /** Another tab answers what waits. */
    leave(): void {
        this.#waiting.clear();
        this.#signal({});
    }
}
