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

/** Milliseconds that an end in whole seconds may be later than it is told: its start and what it lasted are both cut off. */
const CUT_OFF = 2000;

/**
 * What the end of a call tells of the agent who had it: wrapping up since then, or, when the call has its disposition already or
 * nobody answered the agent's own call, that what was known before holds no more. Undefined where the end is not certain.
 * @param receivedAt milliseconds since 1970: by then the call was over
 */
export function callNews(status: CallStatus, receivedAt: number, server: string | undefined): AgentNews | undefined {
    const agentCode = ownName(server, status.agentCode);
    const isUnanswered = status.connected === false && status.direction === 'Outbound';
    const end = isUnanswered ? endOf(status, CUT_OFF, 0) : connectedEnd(status);
    if (end === undefined || !/^\w{1,64}$/.test(agentCode)) {
        return undefined;
    }
    const isWrapUp = !isUnanswered && status.disposition === '';
    return {
        agentCode,
        state: isWrapUp ? 'Wrap-Up' : 'Unknown',
        since: Math.min(end, receivedAt),
        source: 'Call Status',
        detail: isWrapUp ? status.processName : '',
        ...(server !== undefined && { server })
    };
}

function connectedEnd(status: CallStatus): number | undefined {
    return status.connected === true ? endOf(status, 0) : undefined;
}

/** @param unsaid what the call lasted where it is not said; undefined when nobody knows then */
function endOf(
    { startedAt, durationSeconds, quality, ...waits }: CallStatus,
    margin: number,
    unsaid?: number
): number | undefined {
    const seconds = durationSeconds ?? unsaid;
    if (startedAt === undefined || seconds === undefined || quality.some((flag) => UNCERTAIN.has(flag))) {
        return undefined;
    }
    const { queueSeconds = 0, ringSeconds = 0 } = waits;
    return Date.parse(startedAt) + (queueSeconds + ringSeconds + seconds) * 1000 + margin;
}
