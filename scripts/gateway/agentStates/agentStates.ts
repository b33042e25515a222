import type { Log } from '../log.ts';
import type { AgentNews } from './agentNews.ts';

/** `later`: Salesforce cannot be reached now. `never`: it takes no such news. */
export type Told = 'told' | 'later' | 'never';

export interface AgentStatesOptions {
    /** Writes the news of at most 200 agents, each once. Never rejects. */
    readonly tell: (news: readonly AgentNews[]) => Promise<Told>;
    /** Milliseconds between the first news and its writing, so that many go together. */
    readonly pause: number;
    /** Longest milliseconds between two tries. */
    readonly longestPause: number;
    readonly log: Log;
}

export interface AgentStates {
    /** Something is known of an agent; news that is older than what is known already is dropped. */
    note(news: AgentNews): void;
    /** Writes what waits, once. */
    flush(): Promise<void>;
    stop(): void;
}

const BATCH = 200;

/** More agents than any floor has: whoever sends others' names without end fills no memory. */
const MOST_AGENTS = 20_000;

/**
 * Keeps what agents do and writes it, of each the newest alone. In memory: what an agent did before a gateway's restart is soon
 * told anew, and Salesforce keeps the newer of two news.
 */
export function createAgentStates({ tell, pause, longestPause, log }: AgentStatesOptions): AgentStates {
    const known = new Map<string, AgentNews>();
    const waiting = new Map<string, AgentNews>();
    let timer: NodeJS.Timeout | undefined;
    let wait = pause;
    let writing: Promise<void> | undefined;

    const keyOf = ({ agentCode }: AgentNews): string => agentCode.toLowerCase();

    function plan(): void {
        if (timer === undefined && waiting.size > 0) {
            timer = setTimeout(() => {
                timer = undefined;
                void flush();
            }, wait);
            timer.unref();
        }
    }

    async function write(): Promise<void> {
        const batch = [...waiting.values()].slice(0, BATCH);
        if (batch.length === 0) {
            return;
        }
        batch.forEach((news) => waiting.delete(keyOf(news)));
        const told = await tell(batch);
        if (told !== 'told') {
            log({ level: 'warn', event: 'agent states not written', isGivenUp: told === 'never' });
        }
        if (told === 'later') {
            batch.filter((news) => known.get(keyOf(news)) === news).forEach((news) => waiting.set(keyOf(news), news));
        }
        wait = told === 'told' ? pause : Math.min(wait * 2, longestPause);
    }

    function flush(): Promise<void> {
        writing ??= write().finally(() => {
            writing = undefined;
            plan();
        });
        return writing;
    }

    return {
        note(news) {
            const key = keyOf(news);
            const before = known.get(key);
            if (before !== undefined && news.since < before.since) {
                return;
            }
            // A map keeps its order: who was heard of longest ago is forgotten first.
            known.delete(key);
            known.set(key, news);
            waiting.set(key, news);
            const [oldest] = known.keys();
            if (known.size > MOST_AGENTS && oldest !== undefined) {
                known.delete(oldest);
                waiting.delete(oldest);
            }
            plan();
        },
        flush,
        stop() {
            clearTimeout(timer);
        }
    };
}
