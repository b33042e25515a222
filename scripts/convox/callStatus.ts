import { instantToServerTime, serverTimeToInstant } from '#contract';
import type { CallStatus } from '#contract';
import type { Call } from './call.ts';

/**
 * What ConVox reports about a finished call. A call that never reached an agent has neither agent nor disposition, the
 * way real servers leave both empty; all durations are whole seconds.
 */
export function statusOf(call: Call, agent: { code: string; station: string }, timeZone: string): CallStatus {
    const connected = call.connectedAt !== undefined;
    const end = call.endedAt ?? call.startedAt;
    const offered = call.offeredAt ?? end;
    const followUpAt =
        call.followUp && serverTimeToInstant(call.followUp.date, call.followUp.hours, call.followUp.minutes, timeZone);
    return {
        mobileNumber: call.number,
        agentCode: connected ? agent.code : '',
        callMode: call.direction === 'Inbound' ? 'inbound' : 'outbound',
        direction: call.direction,
        convoxStatus: connected ? 'Connected' : 'Not connected',
        connected,
        startedAt: new Date(call.startedAt).toISOString(),
        durationSeconds: connected ? seconds(end, call.connectedAt) : 0,
        queueName: call.direction === 'Inbound' ? call.queue : '',
        queueSeconds: seconds(offered, call.startedAt),
        ringSeconds: seconds(call.connectedAt ?? end, offered),
        completedBy: call.completedBy ?? 'system',
        ...(followUpAt ? { followUpAt } : {}),
        station: connected ? agent.station : '',
        listId: call.direction === 'Outbound' ? '1001' : '',
        did: call.did,
        convoxId: call.convoxId,
        callReference: call.reference,
        disposition: call.disposition ?? '',
        disposition2: '',
        disposition3: '',
        remarks: '',
        dialerDisposition: connected ? 'ANSWERED' : 'ANA--Normal Call Clearing',
        processName: call.process,
        recordingFile: connected ? recordingPath(call, agent.code, timeZone) : '',
        unknown: {},
        quality: []
    };
}

function seconds(later: number, earlier: number | undefined): number {
    return Math.max(0, Math.round((later - (earlier ?? later)) / 1000));
}

/** Absolute path on the ConVox server, one folder a day, as its admin screens set it up. */
function recordingPath(call: Call, agentCode: string, timeZone: string): string {
    const date = instantToServerTime(new Date(call.startedAt).toISOString(), timeZone)?.date ?? '0000-00-00';
    const folder = call.direction === 'Inbound' ? 'in' : 'out';
    return `/var/www/html/calls/${date}/${folder}/${call.process}_${agentCode}_${call.reference}.WAV`;
}
