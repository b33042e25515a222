import type { CallStatus } from '#contract';
import { ownName } from '../serverKey.ts';
import type { AgentNews } from './agentNews.ts';

/** Of a call with one of these nobody knows when it ended, or whose it was. */
const UNCERTAIN: ReadonlySet<string> = new Set([
    'startMissing',
    'startUnreadable',
    'startTimeMissing',
    'startTimeUnreadable',
    'startInFuture',
    'durationUnreadable',
    'queueDurationUnreadable',
    'ringDurationUnreadable',
    'severalAgents'
]);

/**
 * What the end of a call tells of the agent who had it: wrapping up since then, or, when the call has its disposition already,
 * that what was known before holds no more. Undefined where the end is not certain.
 * @param receivedAt milliseconds since 1970: by then the call was over
 */
export function callNews(status: CallStatus, receivedAt: number, server: string | undefined): AgentNews | undefined {
    const agentCode = ownName(server, status.agentCode);
    const end = endOf(status);
    if (end === undefined || !/^\w{1,64}$/.test(agentCode)) {
        return undefined;
    }
    const isDisposed = status.disposition !== '';
    return {
        agentCode,
        state: isDisposed ? 'Unknown' : 'Wrap-Up',
        since: Math.min(end, receivedAt),
        source: 'Call Status',
        detail: isDisposed ? '' : status.processName,
        ...(server !== undefined && { server })
    };
}

function endOf({ connected, startedAt, durationSeconds, quality, ...waits }: CallStatus): number | undefined {
    if (connected !== true || startedAt === undefined || durationSeconds === undefined) {
        return undefined;
    }
    const { queueSeconds = 0, ringSeconds = 0 } = waits;
    const end = Date.parse(startedAt) + (queueSeconds + ringSeconds + durationSeconds) * 1000;
    return quality.some((flag) => UNCERTAIN.has(flag)) ? undefined : end;
}
