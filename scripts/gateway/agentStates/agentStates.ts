import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import { errorText } from '../systemError.ts';
import type { AgentNews } from './agentNews.ts';

/** `later`: Salesforce cannot be reached now. `never`: it takes no such news. */
export type Told = 'told' | 'later' | 'never';

export interface AgentStatesOptions {
    /** Keeps of each agent the newest news, also over a restart and for several gateways. */
    readonly journal: Pick<Journal, 'noteAgents' | 'untoldAgents' | 'agentsTold'>;
    /** Writes the news of at most 200 agents, each once. Never rejects. */
    readonly tell: (news: readonly AgentNews[]) => Promise<Told>;
    /** Milliseconds between two looks for news, so that many go together. */
    readonly pause: number;
    /** Longest milliseconds between two tries. */
    readonly longestPause: number;
    readonly log: Log;
}

export interface AgentStates {
    /** Something is known of an agent; news that is older than what is known already is dropped. Resolves when it is kept. */
    readonly note: (news: AgentNews) => Promise<void>;
    /** Writes what waits, once. Never rejects. */
    readonly flush: () => Promise<void>;
    readonly stop: () => void;
}

const BATCH = 200;

/**
 * Tells Salesforce what agents do, of each the newest alone. Whoever tells an older state after a newer one, as two gateways
 * may, changes nothing there: Salesforce keeps the newer of two news.
 */
export function createAgentStates({ journal, tell, pause, longestPause, log }: AgentStatesOptions): AgentStates {
    let timer: NodeJS.Timeout | undefined;
    let wait = pause;
    let isStopped = false;
    let writing: Promise<void> | undefined;
    let noted: Promise<unknown> = Promise.resolve();

    function plan(): void {
        clearTimeout(timer);
        if (!isStopped) {
            timer = setTimeout(() => void flush(), wait);
            timer.unref();
        }
    }

    async function write(): Promise<void> {
        await noted;
        const batch = await journal.untoldAgents(BATCH);
        if (batch.length === 0) {
            return;
        }
        const told = await tell(batch);
        if (told !== 'told') {
            log({ level: 'warn', event: 'agent states not written', isGivenUp: told === 'never' });
        }
        if (told !== 'later') {
            await journal.agentsTold(batch);
        }
        wait = told === 'told' ? pause : Math.min(wait * 2, longestPause);
    }

    function flush(): Promise<void> {
        writing ??= write()
            .catch((error: unknown) => {
                log({ level: 'warn', event: 'agent states not read', reason: errorText(error) });
                wait = Math.min(wait * 2, longestPause);
            })
            .finally(() => {
                writing = undefined;
                plan();
            });
        return writing;
    }

    plan();
    return {
        note(news) {
            const kept = journal.noteAgents([news]);
            kept.catch((error: unknown) =>
                log({ level: 'warn', event: 'agent state not kept', reason: errorText(error) })
            );
            noted = Promise.allSettled([noted, kept]);
            return kept;
        },
        flush,
        stop() {
            isStopped = true;
            clearTimeout(timer);
        }
    };
}
