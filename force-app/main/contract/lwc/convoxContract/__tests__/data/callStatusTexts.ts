/** One push with all 22 parameters, as the sheet spells them. */
export const sheetPush = {
    MOBILE_NO: '9876543201',
    USER_ID: 'AG_ASHA',
    CALL_MODE: 'inbound',
    CALL_STATUS: 'Connected',
    CALL_DATE: '2026-11-22',
    CALL_HOUR: '10',
    CALL_MINUTE: '05',
    CALL_DURATION: '180',
    QUEUE_NAME: 'Support queue',
    QUEUE_DURATION: '25',
    RING_DURATION: '10',
    COMPLETED_BY: 'agent',
    'FOLLOWUP TIME': '2026-11-23 10:30:00',
    STATION: '104',
    LIST_ID: '1001',
    DID: '02224950000',
    'LEAD ID': '1000001',
    CALL_REFERENCE_ID: 'REF1001',
    DISPOSITION: 'SALE',
    DIALER_DISPOSITION: 'ANSWERED',
    PROCESS_NAME: 'SUPPORT',
    RECORDING_FILE_NAME: '/var/www/html/calls/2026-11-22/in/REF1001.WAV'
};

/** CALL_MODE, a call type sent besides, and the direction they tell. */
export const modeCases: readonly (readonly [mode: string, type: string | undefined, direction: string | undefined])[] =
    [
        ['predictive', undefined, 'Outbound'],
        ['OUTBOUND', undefined, 'Outbound'],
        ['Inbound', undefined, 'Inbound'],
        ['CALLPATCH', 'incoming', 'Inbound'],
        ['inbound', 'outgoing', 'Inbound'],
        ['CALLPATCH', undefined, undefined]
    ];

/** CALL_STATUS and whether it means that agent and customer spoke. */
export const statusWordCases: readonly (readonly [text: string, connected: boolean | undefined])[] = [
    ['Connected', true],
    ['CONNECTED', true],
    ['Completed', true],
    ['Answered', true],
    ['not connected', false],
    ['NOT_CONNECTED', false],
    ['Not  Connected', false],
    ['notconnected', false],
    ['missed', false],
    ['Failed', false],
    ['No Answer', false],
    ['BUSY', false],
    ['', undefined],
    ['CALLPATCH', undefined]
];

/** CALL_DATE, CALL_HOUR and CALL_MINUTE, on the clock of India; received on 22 November 2026 at 12:00 UTC. */
export const startCases: readonly {
    date: string;
    hour: string;
    minute: string;
    start: string | undefined;
    quality?: string;
}[] = [
    { date: '2026-11-22', hour: '10', minute: '05', start: '2026-11-22T04:35:00.000Z' },
    { date: '2026-11-22', hour: '9', minute: '5', start: '2026-11-22T03:35:00.000Z' },
    { date: '22-11-2026', hour: '10', minute: '05', start: '2026-11-22T04:35:00.000Z' },
    { date: '22/11/2026 10:05', hour: '10', minute: '05', start: '2026-11-22T04:35:00.000Z' },
    { date: '2026-11-22T10:05:07', hour: '10', minute: '05', start: '2026-11-22T04:35:07.000Z' },
    { date: '2026-11-22 10:05:07', hour: '', minute: '', start: '2026-11-22T04:35:07.000Z' },
    { date: '2026-11-22T10:05', hour: '10', minute: '05', start: '2026-11-22T04:35:00.000Z' },
    { date: '2026-11-22T10:05:07.123', hour: '10', minute: '05', start: '2026-11-22T04:35:07.000Z' },
    { date: '2026-11-22T04:35:00Z', hour: '10', minute: '05', start: '2026-11-22T04:35:00.000Z' },
    { date: '2026-11-22T10:05:00+05:30', hour: '10', minute: '05', start: '2026-11-22T04:35:00.000Z' },
    { date: '2026-11-22T00:35:00-0400', hour: '', minute: '', start: '2026-11-22T04:35:00.000Z' },
    { date: '2026-11-22 00:00:00', hour: '10', minute: '05', start: '2026-11-22T04:35:00.000Z' },
    { date: '2026-11-22 00:00:00', hour: '', minute: '', start: '2026-11-21T18:30:00.000Z' },
    { date: '2026-11-22', hour: '10', minute: '', start: '2026-11-22T04:30:00.000Z' },
    { date: '2026-11-22', hour: '', minute: '', start: '2026-11-21T18:30:00.000Z', quality: 'startTimeMissing' },
    {
        date: '2026-11-22',
        hour: '25',
        minute: '05',
        start: '2026-11-21T18:30:00.000Z',
        quality: 'startTimeUnreadable'
    },
    ...['24', '15:29', '15.0'].map((hour) => ({
        date: '2026-11-22',
        hour,
        minute: '',
        start: '2026-11-21T18:30:00.000Z',
        quality: 'startTimeUnreadable'
    })),
    { date: '', hour: '10', minute: '05', start: undefined, quality: 'startMissing' },
    { date: '0000-00-00', hour: '00', minute: '00', start: undefined, quality: 'startMissing' },
    { date: '0000-00-00 00:00:00', hour: '', minute: '', start: undefined, quality: 'startMissing' },
    { date: 'NULL', hour: '', minute: '', start: undefined, quality: 'startMissing' },
    { date: '2026-02-31', hour: '10', minute: '05', start: undefined, quality: 'startUnreadable' },
    { date: 'yesterday', hour: '10', minute: '05', start: undefined, quality: 'startUnreadable' },
    { date: '2026-11-22', hour: '18', minute: '30', start: '2026-11-22T13:00:00.000Z', quality: 'startInFuture' }
];

/** FOLLOWUP TIME, on the clock of India. */
export const followUpCases: readonly { text: string; at: string | undefined; quality?: string }[] = [
    { text: '2026-11-23 10:30:00', at: '2026-11-23T05:00:00.000Z' },
    { text: '2026-11-23T10:30', at: '2026-11-23T05:00:00.000Z' },
    { text: '23-11-2026 10:30', at: '2026-11-23T05:00:00.000Z' },
    { text: '', at: undefined },
    { text: '0000-00-00 00:00:00', at: undefined },
    { text: '0000-00-00T00:00:00', at: undefined },
    { text: '0', at: undefined },
    { text: '2026-11-23', at: undefined, quality: 'followUpUnreadable' },
    { text: 'tomorrow', at: undefined, quality: 'followUpUnreadable' }
];

/** Lengths of time. */
export const durationCases: readonly { text: string; seconds: number | undefined; quality?: string }[] = [
    { text: '180', seconds: 180 },
    { text: '0', seconds: 0 },
    { text: '007', seconds: 7 },
    { text: '12.6', seconds: 13 },
    { text: '03:00', seconds: 180 },
    { text: '01:00:01', seconds: 3601 },
    { text: '', seconds: undefined },
    { text: '-5', seconds: undefined, quality: 'durationUnreadable' },
    { text: '9.5e1', seconds: 95 },
    { text: '1E+3', seconds: 1000 },
    { text: '1e999', seconds: undefined, quality: 'durationUnreadable' },
    { text: '9999999999', seconds: undefined, quality: 'durationUnreadable' },
    { text: 'three minutes', seconds: undefined, quality: 'durationUnreadable' }
];
