import { encodeCallStatus, encodeScreenPop, instantToServerTime, ranksOfPop } from '#contract';
import type { CallStatus, ScreenPop } from '#contract';
import { CALL_REFERENCE_FIELD, callFieldsFromPop, popFields } from '#call-record';
import { mergePushes } from '../../gateway/forwarding/mergedCall.ts';
import type { FieldValues } from '../../local/org/records.ts';
import { UNKNOWN_PREFIX } from './pastCustomers.ts';
import { PROCESS_SALES } from '../org/callers.ts';
import type { CommandEnd, PastCall } from './pastCall.ts';
import { endOf } from './pastCall.ts';

/** The row that the softphone saves when the call is on the agent's screen. */
export function popRow(call: PastCall, latency: number, timeZone: string): FieldValues {
    const poppedAt = new Date(call.startedAt + (call.queueSeconds + call.ringSeconds) * 1000).toISOString();
    const pop: ScreenPop = {
        agentCode: call.agent,
        callerNumber: call.number,
        callReference: call.reference,
        did: '',
        convoxId: convoxId(call),
        process: call.process,
        typeOfCall: call.direction.toUpperCase(),
        direction: call.direction,
        unknown: {}
    };
    const payload = new URLSearchParams(encodeScreenPop(pop, 'lightning')).toString();
    const fields = callFieldsFromPop(pop, {
        poppedAt,
        ...instantToServerTime(poppedAt, timeZone),
        payload,
        ranks: ranksOfPop(pop, Date.parse(poppedAt)),
        latencyMilliseconds: latency
    });
    return call.number.startsWith(UNKNOWN_PREFIX) ? fields : { ...fields, [popFields.matchReason]: 'Mobile' };
}

/** The row that the gateway saves when ConVox reports the call. */
export function statusRow(call: PastCall, timeZone: string): FieldValues {
    const merged = mergePushes(call.reference, pushesOf(call, timeZone), timeZone);
    if (!merged.ok) {
        throw new Error(`The call ${call.reference} of the history makes no sense: ${merged.problems.join(', ')}`);
    }
    return { ...merged.call.fields, [CALL_REFERENCE_FIELD]: call.reference };
}

/** One report, or one of each agent after a transfer. */
function pushesOf({ transferredFrom, ...call }: PastCall, timeZone: string): ReturnType<typeof pushOf>[] {
    const last = pushOf(call, timeZone);
    return transferredFrom === undefined
        ? [last]
        : [pushOf({ ...call, ...transferredFrom, disposition: '' }, timeZone), last];
}

function pushOf(call: PastCall, timeZone: string) {
    const parameters = encodeCallStatus(statusOf(call), { timeZone }).map(([name, value]): [string, string] =>
        name === call.damaged?.[0] ? [name, call.damaged[1]] : [name, value]
    );
    return {
        reference: call.reference,
        receivedAt: endOf(call) + 2000,
        shape: 'form' as const,
        body: new URLSearchParams(parameters).toString()
    };
}

function statusOf(call: PastCall): CallStatus {
    const isInbound = call.direction === 'Inbound';
    const isConnected = call.talkSeconds > 0;
    return {
        mobileNumber: call.number,
        agentCode: call.agent,
        callMode: isInbound ? 'inbound' : 'outbound',
        direction: call.direction,
        convoxStatus: isConnected ? 'Connected' : 'Not connected',
        connected: isConnected,
        startedAt: new Date(Math.floor(call.startedAt / 1000) * 1000).toISOString(),
        durationSeconds: call.talkSeconds,
        queueName: call.queue,
        ...(isInbound && { queueSeconds: call.queueSeconds }),
        ringSeconds: call.ringSeconds,
        completedBy: isConnected ? 'agent' : 'system',
        ...(call.followUpAt !== undefined && { followUpAt: new Date(call.followUpAt).toISOString() }),
        station: '',
        listId: listOf(call),
        did: '',
        convoxId: convoxId(call),
        callReference: call.reference,
        // Without the agent's Close ConVox knows no disposition.
        disposition: call.closed === 'Accepted' ? call.disposition : '',
        disposition2: '',
        disposition3: '',
        remarks: '',
        dialerDisposition: isConnected ? 'ANSWERED' : 'ANA--Normal Call Clearing',
        processName: call.process,
        recordingFile: call.talkSeconds > 0 ? `/${call.process}/${call.reference}.wav` : '',
        unknown: {},
        quality: []
    };
}

export const WARM_SALES = `${PROCESS_SALES}_WARM`;
export const isWarm = (number: string): boolean => /[13]$/.test(number);

/** The dialler works through two lists of each process. */
function listOf({ direction, number, process }: PastCall): string {
    return direction === 'Inbound' ? '' : `${process}_${isWarm(number) ? 'WARM' : 'COLD'}`;
}

function convoxId({ reference }: PastCall): string {
    return reference.slice(-6);
}

/** The row that a component creates before a Close is sent. */
export function closeRow(call: PastCall, callId: string, timeZone: string): FieldValues {
    const followUp =
        call.followUpAt === undefined
            ? undefined
            : instantToServerTime(new Date(call.followUpAt).toISOString(), timeZone);
    return {
        Type__c: 'Close',
        Key__c: `${call.reference}:close:1`,
        Status__c: 'Created',
        Call__c: callId,
        Agent_Code__c: call.agent,
        ConVox_ID__c: convoxId(call),
        Disposition__c: call.disposition,
        Mobile_Number__c: call.number,
        Set_Follow_Up__c: followUp ? 'Y' : 'N',
        ...(followUp && {
            Callback_Date__c: followUp.date,
            Callback_Hours__c: followUp.hours,
            Callback_Minutes__c: followUp.minutes
        })
    };
}

/** The row that a component creates before a Dial is sent. */
export function dialRow(call: PastCall): FieldValues {
    const referenceNumber = `SF_${call.reference}`.slice(0, 20);
    return {
        Type__c: 'Dial',
        Key__c: `dial:${call.reference}`,
        Status__c: 'Created',
        Agent_Code__c: call.agent,
        Phone_Number__c: call.number,
        Ref_No__c: referenceNumber
    };
}

/** What the flow that sends a command writes into its row when ConVox has answered, or has not. */
export function answerOf(end: CommandEnd, sentAt: number): FieldValues {
    const requestedAt = { Status__c: end, Requested_At__c: new Date(sentAt).toISOString() };
    switch (end) {
        case 'Accepted':
            return {
                ...requestedAt,
                Answered_At__c: new Date(sentAt + 400).toISOString(),
                Response_Code__c: 200,
                Reply__c: 'Call closed successfully'
            };
        case 'Refused':
            return {
                ...requestedAt,
                Answered_At__c: new Date(sentAt + 500).toISOString(),
                Response_Code__c: 200,
                Reply__c: 'EC003 Agent is not on a call',
                Reply_Code__c: 'EC003'
            };
        case 'Unknown':
            return { ...requestedAt, Error__c: 'No answer from ConVox within 10 seconds' };
    }
}
