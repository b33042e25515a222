import type { AgentNews } from '../agentStates/agentNews.ts';

/** States that a command brings about and the end of a call does not end. */
const LASTING: ReadonlySet<string> = new Set(['Ready', 'Break', 'Logged Out']);

/**
 * Milliseconds within which the end that a call's status tells is taken for that of the call which the command ended: ConVox's
 * clock may be ahead of this one, and it tells whole seconds.
 */
const CLOCKS_DIFFER = 60_000;

/** Whether news of an agent takes the place of what is known. */
export function isNewer(news: AgentNews, known: AgentNews): boolean {
    const wasCommanded = known.source === 'Command' && LASTING.has(known.state);
    const margin = news.source === 'Call Status' && wasCommanded ? CLOCKS_DIFFER : 0;
    return news.since >= known.since + margin;
}

/** The same for a row `excluded` that meets the row `known` in SQL. */
export const IS_NEWER = `excluded.since >= known.since + CASE WHEN excluded.source = 'Call Status' AND known.source = 'Command'
    AND known.state IN (${[...LASTING].map((state) => `'${state}'`).join(', ')}) THEN ${CLOCKS_DIFFER} ELSE 0 END`;
