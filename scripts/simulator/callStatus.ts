import { instantToServerTime, serverTimeToInstant } from '#contract';
import type { CallStatus } from '#contract';
import type { Call } from './call.ts';

/**
 * What ConVox reports about a finished call. A call that never reached an agent has neither agent nor disposition, the
 * way real servers leave both empty; all durations are whole seconds.
 */
export function statusOf(call: Call, agent: { code: string; station: string }, timeZone: string): CallStatus {
    const end = call.endedAt ?? call.startedAt;
    const offered = call.offeredAt ?? end;
    return {
        mobileNumber: call.number,
        ...(call.connectedAt === undefined ? notConnected : spoken(call, agent, end - call.connectedAt, timeZone)),
        ...(call.direction === 'Inbound'
            ? { callMode: 'inbound', queueName: call.queue, listId: '' }
            : { callMode: 'outbound', queueName: '', listId: '1001' }),
        direction: call.direction,
        startedAt: new Date(call.startedAt).toISOString(),
        queueSeconds: seconds(offered - call.startedAt),
        ringSeconds: seconds((call.connectedAt ?? end) - offered),
        completedBy: call.completedBy ?? 'system',
        ...followUpOf(call, timeZone),
        did: call.did,
        convoxId: call.convoxId,
        callReference: call.reference,
        disposition: call.disposition ?? '',
        disposition2: '',
        disposition3: '',
        remarks: '',
        processName: call.process,
        unknown: {},
        quality: []
    };
}

const notConnected = {
    agentCode: '',
    station: '',
    convoxStatus: 'Not connected',
    connected: false,
    durationSeconds: 0,
    dialerDisposition: 'ANA--Normal Call Clearing',
    recordingFile: ''
};

function spoken(
    call: Call,
    agent: { code: string; station: string },
    milliseconds: number,
    timeZone: string
): typeof notConnected {
    return {
        agentCode: agent.code,
        station: agent.station,
        convoxStatus: 'Connected',
        connected: true,
        durationSeconds: seconds(milliseconds),
        dialerDisposition: 'ANSWERED',
        recordingFile: recordingPath(call, agent.code, timeZone)
    };
}

function followUpOf({ followUp }: Call, timeZone: string): Pick<CallStatus, 'followUpAt'> {
    const followUpAt = followUp && serverTimeToInstant(followUp.date, followUp.hours, followUp.minutes, timeZone);
    return followUpAt === undefined ? {} : { followUpAt };
}

function seconds(milliseconds: number): number {
    return Math.max(0, Math.round(milliseconds / 1000));
}

/** Absolute path on the ConVox server, one folder a day, as its admin screens set it up. */
function recordingPath(call: Call, agentCode: string, timeZone: string): string {
    const date = instantToServerTime(new Date(call.startedAt).toISOString(), timeZone)?.date ?? '0000-00-00';
    const folder = call.direction === 'Inbound' ? 'in' : 'out';
    return `/var/www/html/calls/${date}/${folder}/${call.process}_${agentCode}_${call.reference}.WAV`;
}
