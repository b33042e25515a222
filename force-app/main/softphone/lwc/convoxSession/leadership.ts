import type { SessionEdges, Undo } from './sessionEdges.ts';
import { readMessage } from './sessionMessage.ts';
import type { HandedPop, PopOutcome, SessionMessage } from './sessionMessage.ts';

export const LEADER_LOCK = 'convox-softphone-leader';

/** Answers to the last pops are kept, so that a pop that is handed over twice is not taken twice. */
const REMEMBERED_POPS = 20;

export interface LeaderHandlers {
    /** This tab takes calls from now on. */
    lead(): void;
    /** A pop to take; each pop arrives once, however often it was handed over. */
    take(pop: HandedPop): void;
}

export interface Leadership {
    /** Tells the tab that ConVox opened what became of its pop. */
    report(popId: string, outcome: PopOutcome, agentCode?: string): void;
    /** Another tab may lead. */
    resign: Undo;
}

/** Stands for leader of all tabs of this browser and takes pops once elected. */
export function standForLeader(edges: SessionEdges, handlers: LeaderHandlers): Leadership {
    const { channel, locks, tabId } = edges;
    const answers = new Map<string, SessionMessage>();
    let isLeading = false;

    function answer(popId: string, message: SessionMessage): void {
        answers.set(popId, message);
        for (const oldest of [...answers.keys()].slice(0, -REMEMBERED_POPS)) {
            answers.delete(oldest);
        }
        channel.post(message);
    }

    const stopListening = channel.listen((data) => {
        const message = readMessage(data);
        if (message?.type !== 'pop' || !isLeading) {
            return;
        }
        const { popId, parameters, poppedAt } = message;
        const known = answers.get(popId);
        answer(popId, known ?? { type: 'taking', popId, tabId });
        if (!known) {
            handlers.take({ popId, parameters, poppedAt });
        }
    });

    const release = locks.hold(LEADER_LOCK, () => {
        isLeading = true;
        handlers.lead();
        channel.post({ type: 'leading', tabId });
    });

    return {
        report: (popId, outcome, agentCode = '') =>
            answer(popId, { type: 'outcome', popId, tabId, outcome, agentCode }),
        resign: () => {
            isLeading = false;
            stopListening();
            release();
        }
    };
}
