import type { SessionEdges, Undo } from './sessionEdges.ts';
import { readMessage } from './sessionMessage.ts';
import type { HandedPop, PopOutcome, SessionMessage } from './sessionMessage.ts';

/** A softphone answers within milliseconds; a console that is still loading needs a few seconds to have one. */
export const PATIENCE_MILLISECONDS = 5000;

/** How far the hand-over is. `here` means that this very tab takes the call and must stay open. */
export type HandOver =
    | { readonly stage: 'waiting' }
    | { readonly stage: 'taking'; readonly here: boolean }
    | { readonly stage: 'done'; readonly here: boolean; readonly outcome: PopOutcome; readonly agentCode: string }
    | { readonly stage: 'nobody' };

type Answer = Extract<SessionMessage, { type: 'taking' | 'outcome' }>;

function stageOf(answer: Answer, here: boolean): HandOver {
    return answer.type === 'taking'
        ? { stage: 'taking', here }
        : { stage: 'done', here, outcome: answer.outcome, agentCode: answer.agentCode };
}

/**
 * Hands a pop to the leading tab and follows what becomes of it. When a leader turns up late, even after `nobody`, it
 * is asked again; a pop with an outcome is never asked about again.
 */
export function handOverPop(edges: SessionEdges, pop: HandedPop, follow: (handOver: HandOver) => void): Undo {
    const { channel, clock, tabId } = edges;
    let isDone = false;
    let stopWaiting: Undo = () => undefined;

    function ask(): void {
        stopWaiting();
        stopWaiting = clock.after(PATIENCE_MILLISECONDS, () => follow({ stage: 'nobody' }));
        channel.post({ type: 'pop', ...pop, tabId, isInFront: !edges.isHidden() });
    }

    function hear(message: SessionMessage): void {
        if (message.type === 'leading') {
            ask();
        } else if ((message.type === 'taking' || message.type === 'outcome') && message.popId === pop.popId) {
            stopWaiting();
            isDone = message.type === 'outcome';
            follow(stageOf(message, message.tabId === tabId));
        }
    }

    const stopListening = channel.listen((data) => {
        const message = readMessage(data);
        if (message && !isDone) {
            hear(message);
        }
    });
    follow({ stage: 'waiting' });
    ask();
    return () => {
        stopListening();
        stopWaiting();
    };
}
