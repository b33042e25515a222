import type { SessionEdges, Undo } from './sessionEdges.ts';
import { readMessage } from './sessionMessage.ts';
import type { HandedPop, PopOutcome, SessionMessage } from './sessionMessage.ts';

export const LEADER_LOCK = 'convox-softphone-leader';

/** Answers to the last pops are kept, so that a pop that is handed over twice is not taken twice. */
const REMEMBERED_POPS = 20;

/** How long a tab that nobody sees waits for the softphone of the one that asks: longer than that one waits for an answer. */
const PATIENCE_WITH_ASKER = 10_000;

/** How long the answer to an end that is on its way keeps a new call from the agent, at most. */
const PATIENCE_WITH_CONVOX = 3000;

const LOOK_AGAIN = 500;

type Pop = Extract<SessionMessage, { type: 'pop' }>;

export interface LeaderHandlers {
    /** This tab takes calls from now on. */
    lead(): void;
    /** A pop to take; each pop arrives once, however often it was handed over. */
    take(pop: HandedPop): void;
    /** Another tab takes calls from now on, those at hand included. */
    yield(): void;
    /** Something was sent whose answer comes to this tab. */
    isWaiting(): boolean;
}

export interface Leadership {
    /** Tells the tab that ConVox opened what became of its pop. */
    report(popId: string, outcome: PopOutcome, agentCode?: string): void;
    /** Another tab may lead. */
    resign: Undo;
}

/**
 * Stands for leader of all tabs of this user in this browser and takes pops once elected. A leader that nobody sees makes room
 * for the tab in front of the agent: one that ConVox opened, or that was reloaded.
 */
export function standForLeader(edges: SessionEdges, handlers: LeaderHandlers): Leadership {
    const { channel, clock, locks, tabId, userId } = edges;
    const answers = new Map<string, SessionMessage>();
    let isLeading = false;
    let release: Undo = () => undefined;

    function answer(popId: string, message: SessionMessage): void {
        answers.set(popId, message);
        for (const oldest of [...answers.keys()].slice(0, -REMEMBERED_POPS)) {
            answers.delete(oldest);
        }
        channel.post(message);
    }

    function take({ popId, parameters, poppedAt }: Pop): void {
        const known = answers.get(popId);
        answer(popId, known ?? { type: 'taking', popId, tabId });
        if (!known) {
            handlers.take({ popId, parameters, poppedAt });
        }
    }

    /** The agent looks at another tab, which says so. */
    function isBehind(other: string): boolean {
        return other !== tabId && locks.hasQueue && edges.isHidden();
    }

    /** A tab in front of the agent has its softphone in a moment, which leads then and is asked for the pop. */
    function decide(pop: Pop, since = clock.now()): void {
        const isExpected = pop.isInFront && !answers.has(pop.popId) && isBehind(pop.tabId);
        if (isLeading && isExpected && clock.now() - since < PATIENCE_WITH_ASKER) {
            clock.after(LOOK_AGAIN, () => decide(pop, since));
        } else if (isLeading) {
            take(pop);
        }
    }

    function makeRoom(next: string, since = clock.now()): void {
        if (!isLeading || !isBehind(next)) {
            return;
        }
        if (handlers.isWaiting() && clock.now() - since < PATIENCE_WITH_CONVOX) {
            clock.after(LOOK_AGAIN, () => makeRoom(next, since));
        } else {
            channel.post({ type: 'yielding', tabId: next });
        }
    }

    function stand(): void {
        release = locks.hold(`${LEADER_LOCK}-${userId}`, () => {
            isLeading = true;
            handlers.lead();
            channel.post({ type: 'leading', tabId });
        });
        sayThatItStands();
    }

    /** In front of the agent only: two tabs that nobody sees would make room for each other for ever. */
    function sayThatItStands(): void {
        if (!isLeading && !edges.isHidden()) {
            channel.post({ type: 'standing', tabId });
        }
    }

    /** To the end of the queue. */
    function stepBack(): void {
        if (isLeading) {
            isLeading = false;
            handlers.yield();
        }
        release();
        stand();
    }

    function hear(message: SessionMessage): void {
        if (message.type === 'yielding' && message.tabId !== tabId) {
            stepBack();
        } else if (message.type === 'standing') {
            makeRoom(message.tabId);
        } else if (message.type === 'pop') {
            decide(message);
            if (message.tabId === tabId) {
                sayThatItStands();
            }
        }
    }

    const stopListening = channel.listen((data) => {
        const message = readMessage(data);
        if (message) {
            hear(message);
        }
    });
    stand();

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
