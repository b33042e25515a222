import type { CallStatus } from '#contract';

/** The moment of everything in it: ISO 8601. */
export const INSTANT = '2026-01-01T00:00:00.000Z';

/** Nothing is left blank, so that every field a call status can fill is filled. */
export const fullCallStatus: CallStatus = {
    mobileNumber: '9000000001',
    agentCode: 'AG_1',
    callMode: 'inbound',
    direction: 'Inbound',
    convoxStatus: 'Connected',
    connected: true,
    startedAt: INSTANT,
    durationSeconds: 1,
    queueName: 'Q',
    queueSeconds: 1,
    ringSeconds: 1,
    completedBy: 'Agent',
    followUpAt: INSTANT,
    station: '1',
    listId: '1',
    did: '1',
    convoxId: '1',
    callReference: 'R1',
    disposition: 'SALE',
    disposition2: 'A',
    disposition3: 'B',
    remarks: 'Said yes',
    dialerDisposition: 'ANSWERED',
    processName: 'P',
    recordingFile: 'a.wav',
    unknown: {},
    quality: []
};
