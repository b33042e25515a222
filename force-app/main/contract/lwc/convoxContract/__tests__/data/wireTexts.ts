import type { CallStatus } from '../../convoxContract.ts';

/** What changes in the sheet's push, and what the call status says then; `start` and `followUp` in UTC. */
export type WireCase = readonly [
    change: Readonly<Record<string, unknown>>,
    says: Partial<CallStatus> & { readonly quality?: CallStatus['quality'] }
];

const nothings = ['null', 'NULL', 'undefined', 'nil', 'NaN', 'N/A', '-', '(null)', '\\N', '--', ' null ', false];

const blankFields = [
    ['USER_ID', 'agentCode'],
    ['DISPOSITION', 'disposition'],
    ['QUEUE_NAME', 'queueName'],
    ['RECORDING_FILE_NAME', 'recordingFile'],
    ['LEAD ID', 'convoxId'],
    ['STATION', 'station'],
    ['CALL_DURATION', 'durationSeconds'],
    ['RING_DURATION', 'ringSeconds']
] as const;

/** Words that senders write where they have nothing to say. */
export const nothingCases: readonly WireCase[] = nothings.flatMap((word) =>
    blankFields.map(([name, field]): WireCase => [
        { [name]: word },
        { [field]: field.endsWith('Seconds') ? undefined : '', quality: [] }
    ])
);

const at = '2026-11-21T03:35:00.000Z';
/** Writings of 21 November 2026, 09:05, in India: as the CALL_DATE of a call and as a promised call-back. */
export const certainTimes: readonly string[] = [
    '2026-11-21 09:05:00',
    '2026-11-21 09:05:00 AM',
    '21-11-2026 09:05 AM',
    '21/11/2026 9:05 am',
    '21.11.2026, 09:05',
    '2026-11-21 09:05:00AM',
    '2026-11-21 9:05 a.m.',
    '2026/11/21 9:5',
    '2026-11-21 9:5:0 AM',
    '11-21-2026 09:05',
    '11/21/2026 9:05 AM',
    '1795232100',
    '1795232100.25',
    '@1795232100',
    '1795232100000',
    '21-Nov-2026 09:05:00',
    '21-NOV-26 09:05:00',
    '21-NOV-26 09.05.00 AM',
    '21-NOV-26 09.05.00.000000 AM',
    '21.11.2026 09.05',
    '2026.11.21 09.05.00',
    '2026-11-21 09:05:00:000',
    '21/11/2026 09:05:00:000',
    '21 Nov 2026 09:05:00',
    '21 November 2026 at 09:05',
    'November 21, 2026 at 9:05 AM',
    'Saturday, 21 November 2026, at 09:05',
    '21 November 2026 09:05',
    'November 21, 2026 9:05 AM',
    '20261121090500',
    '202611210905',
    '20261121T090500',
    '20261121T033500Z',
    'Sat, 21 Nov 2026 09:05:00 +0530',
    'Sat, 21 Nov 2026 03:35:00 GMT',
    'Saturday, 21-Nov-2026 09:05:00 IST',
    'Sat Nov 21 09:05:00 IST 2026',
    'Sat Nov 21 09:05:00 2026',
    'Sat Nov 21 2026 09:05:00 GMT+0530 (India Standard Time)',
    '/Date(1795232100000+0530)/',
    '2026-11-21 03:35:00 UTC',
    '2026-11-21T08:35:00+05',
    '2026-11-21T09:05:00.000+05:30[Asia/Kolkata]',
    '2026-11-21 09:05:00.000000[Asia/Kolkata]',
    '2026-11-21 09:05:00.000000 Asia/Kolkata',
    '2026-11-21 03:35:00.000000 +00:00',
    '2026-11-21 03:35:00.000000[UTC]'
];

/** Days in digits alone, year last, with the day that they are; undefined for those that could mean two days. */
const daysInDigits: readonly (readonly [text: string, day: string | undefined])[] = [
    ['13-06-2026', '2026-06-13'],
    ['13/6/2026', '2026-06-13'],
    ['31.10.2026', '2026-10-31'],
    ['06-13-2026', '2026-06-13'],
    ['6/13/2026', '2026-06-13'],
    ['05-05-2026', '2026-05-05'],
    ['5/05/2026', '2026-05-05'],
    ['11.11.2026', '2026-11-11'],
    ['05-06-2026', undefined],
    ['5/6/2026', undefined],
    ['02/11/2026', undefined],
    ['12.01.2026', undefined],
    ['01-11-2026', undefined],
    ['13-13-2026', undefined],
    ['31-11-2026', undefined],
    ['21-11-26', undefined],
    ['21.11.26', undefined],
    ['26-11-21', undefined]
];

export const timeCases: readonly WireCase[] = [
    ...certainTimes.map((text): WireCase => [{ CALL_DATE: text }, { startedAt: at, quality: [] }]),
    ...certainTimes.map((text): WireCase => [{ 'FOLLOWUP TIME': text }, { followUpAt: at, quality: [] }]),
    [{ CALL_DATE: '2026-11-21 12:05:00 AM' }, { startedAt: '2026-11-20T18:35:00.000Z' }],
    [{ CALL_DATE: '2026-11-21 12:05:00 PM' }, { startedAt: '2026-11-21T06:35:00.000Z' }],
    [{ CALL_DATE: '2026-11-21 03:29:00 PM' }, { startedAt: '2026-11-21T09:59:00.000Z' }],
    [{ CALL_DATE: '21-NOV-26 03.29.00 PM' }, { startedAt: '2026-11-21T09:59:00.000Z' }],
    [{ CALL_DATE: '2026-11-21 15:29:00 PM' }, { startedAt: '2026-11-21T09:59:00.000Z' }],
    [{ 'FOLLOWUP TIME': '2026-12-02 11:00 AM' }, { followUpAt: '2026-12-02T05:30:00.000Z' }],
    ...['20261121', '21-Nov-2026', 'Sat, 21 Nov 2026'].map((day): WireCase => [
        { CALL_DATE: day, CALL_HOUR: '09', CALL_MINUTE: '05' },
        { startedAt: at, quality: [] }
    ]),
    [{ CALL_DATE: '2026-11-21', CALL_HOUR: '03 PM', CALL_MINUTE: '29' }, { startedAt: '2026-11-21T09:59:00.000Z' }],
    [
        { CALL_DATE: '2026-11-21', CALL_HOUR: '9am', CALL_MINUTE: '5' },
        { startedAt: at, quality: [] }
    ],
    ...daysInDigits.map(([text, day]): WireCase => [
        { CALL_DATE: `${text} 12:00:00` },
        { startedAt: day && `${day}T06:30:00.000Z`, ...(day === undefined && { quality: ['startUnreadable'] }) }
    ]),
    ...daysInDigits.map(([text, day]): WireCase => [
        { 'FOLLOWUP TIME': `${text} 12:00` },
        { followUpAt: day && `${day}T06:30:00.000Z`, quality: day === undefined ? ['followUpUnreadable'] : [] }
    ]),
    ...['2026-11-20 24:00:00', '2026-11-20T24:00', '20-Nov-2026 24:00'].map((text): WireCase => [
        { CALL_DATE: text, CALL_HOUR: '' },
        { startedAt: '2026-11-20T18:30:00.000Z', quality: [] }
    ]),
    [{ CALL_DATE: '2026-11-20 24:00:00', CALL_HOUR: '09' }, { startedAt: '2026-11-20T18:30:00.000Z' }],
    [{ CALL_DATE: '2026-11-20T24:00:00Z' }, { startedAt: '2026-11-21T00:00:00.000Z' }],
    [{ 'FOLLOWUP TIME': '2026-12-31 24:00:00' }, { followUpAt: '2026-12-31T18:30:00.000Z' }],
    // What could mean two things, or nothing that a calendar has, stays unread.
    ...[
        '21-11-26 09:05:00',
        '2026-11-20 24:00:01',
        '2026-11-20 24:30',
        '2026-11-31 24:00:00',
        '2026-11-20 9.5',
        '2026-11-21 09:05.30',
        '21.11.26 09.05',
        '2026-11-21 15:05 AM',
        '2026-11-21 09:05:00 PST',
        '2026-11-31',
        'noon'
    ].map((text): WireCase => [{ CALL_DATE: text }, { startedAt: undefined, quality: ['startUnreadable'] }])
];

/** What means that there is no date. */
export const noDates: readonly unknown[] = [
    '0001-01-01T00:00:00',
    '0001-01-01 00:00:00 +0000 UTC',
    '1970-01-01 05:30:00',
    '1970-01-01T00:00:00Z',
    '1970-01-01',
    '1969-12-31 19:00:00',
    '1900-01-01 00:00:00',
    '1899-12-30',
    '1753-01-01T00:00:00',
    '9999-12-31 23:59:59',
    '-0001-11-30 00:00:00',
    '-0001-11-30T00:00:00+05:53',
    '-62135596800',
    '-62135596800000',
    '-1',
    '0000-00-00 00:00:00',
    '00/00/0000',
    '/Date(-62135596800000)/',
    '0',
    'undefined',
    'NaN',
    'Invalid date',
    'false',
    false
];

export const noDateCases: readonly WireCase[] = noDates.flatMap((text): WireCase[] => [
    [{ CALL_DATE: text }, { startedAt: undefined, quality: ['startMissing'] }],
    [{ 'FOLLOWUP TIME': text }, { followUpAt: undefined, quality: [] }]
]);

const connected = [
    'Call Connected',
    'Call Completed',
    'ANSWER',
    'Agent Answered',
    'COMPLETEAGENT',
    'CONNECTED_CALL',
    'Successful'
];
const notConnected = [
    'Customer Not Connected',
    'Agent Not Answered',
    'Call Not Connected',
    'CALLNOTCONNECTED',
    'not yet connected',
    'Did not connect',
    "Didn't answer",
    'Unanswered',
    'Queue Abandoned',
    'Call Dropped',
    'MISSEDCALL',
    'RINGNOANSWER',
    'CHANUNAVAIL',
    'CONGESTION',
    'CANCEL',
    'DONTCALL',
    'SubscriberAbsent',
    'InvalidNumber',
    'Switched Off',
    'SWITCHEDOFF',
    'ISDDisabled',
    'Out of service',
    'Answering Machine',
    'Unsuccessful',
    'Incomplete',
    'Un-Answered',
    'un answered',
    'Un Connected',
    "isn't connected",
    'isn\u2019t connected',
    'None answered',
    'Without answer',
    'Yet to connect',
    'zero connect',
    'Failed to connect',
    'Agent Disconnected Before Answer',
    'Customer hangup before connect',
    'DISCONNECTED_BEFORE_ANSWER',
    'DisconnectedBeforeAnswer'
];
/** What says both, or only how the call ended. */
const bySeconds = [
    'Disconnected by customer',
    'Disconnected',
    'Connected, Call Dropped',
    'Connected, customer busy',
    'Connected to Overflow Agent'
];
const unknown = ['Connecting', 'Ringing', 'Normal Clearing', 'Not Interested', 'Agent disconnected', 'Transferred'];

/** CALL_STATUS in whatever words, wherever they stand. */
export const statusCases: readonly WireCase[] = [
    ...connected.map((text): WireCase => [{ CALL_STATUS: text }, { connected: true, quality: [] }]),
    ...notConnected.map((text): WireCase => [{ CALL_STATUS: text }, { connected: false, quality: [] }]),
    ...bySeconds.map((text): WireCase => [
        { CALL_STATUS: text, CALL_DURATION: '95' },
        { connected: true, quality: [] }
    ]),
    ...['0', '', 'null'].flatMap((CALL_DURATION) =>
        [...notConnected, ...bySeconds].map((text): WireCase => [
            { CALL_STATUS: text, CALL_DURATION, USER_ID: '' },
            { connected: false, quality: [] }
        ])
    ),
    ...unknown.map((text): WireCase => [{ CALL_STATUS: text }, { connected: undefined, quality: ['statusUnknown'] }])
];

const address = (length: number): string => `https://voice.example.com/${'r'.repeat(length - 26)}`;

/** Values that are kept whole, or not at all; and what belongs to no value. */
export const valueCases: readonly WireCase[] = [
    [{ RECORDING_FILE_NAME: address(1000) }, { recordingFile: address(1000), quality: [] }],
    [{ RECORDING_FILE_NAME: address(1001) }, { recordingFile: '', quality: ['valueCut'] }],
    [{ DISPOSITION: 'D'.repeat(100) }, { disposition: 'D'.repeat(100), quality: [] }],
    [{ DISPOSITION: 'D'.repeat(101) }, { disposition: 'D'.repeat(100), quality: ['valueCut'] }],
    [
        { MOBILE_NO: '"Ravichandran Venkataraman Iyer" <sip:9876543243@10.0.0.1>' },
        { mobileNumber: '9876543243', quality: [] }
    ],
    [{ MOBILE_NO: 'x'.repeat(41) }, { mobileNumber: 'x'.repeat(40), quality: ['valueCut', 'numberWithoutKey'] }],
    [{ remarks: 'N/A' }, { remarks: 'N/A', quality: [] }],
    [{ con_note: 'null', con_id: '7' }, { unknown: { con_id: '7' } }],
    [
        { CALL_REFERENCE_ID: 'REF 1 2', 'LEAD ID': '10 7' },
        { callReference: 'REF+1+2', convoxId: '10+7' }
    ],
    [
        { USER_ID: undefined, 'amp;USER_ID': 'AG_RAVI', 'amp;amp;con_id': '7' },
        { agentCode: 'AG_RAVI', unknown: { con_id: '7' } }
    ]
];

/** Names of values in the marks of one template language or another, also with blanks. */
const unfilled = [
    '{{ ref }}',
    '{$ref}',
    '{$no}',
    '$ref',
    '$(ref)',
    '$call[ref]',
    "$_POST['ref']",
    '${call.ref}',
    '<?= $ref ?>',
    '<?php echo $ref; ?>',
    '<%= ref %>',
    '{% ref %}',
    '#ref#',
    '#{ref}',
    '%(ref)',
    '@ref@',
    '@{ref}',
    '__REF__',
    '[[ref]]',
    '&lt;ref&gt;',
    '<day>-<number>'
];
/** References as servers write them, and others that look like marks. */
const references = [
    '1795346571.1000',
    'A-1795346571010000',
    'SIP_in:104.7-b',
    'REF_',
    '_ref',
    '{A3F0C2D4-1B2C-4D5E-8F90-123456789ABC}',
    'a84b4c76e66710@10.0.0.1',
    '#1024#',
    '[10.0.0.1]:7'
];

/** What a push holds, and the problems that it is refused for, each by field; none when it is taken. */
export const refusalCases: readonly (readonly [
    fields: Readonly<Record<string, string>>,
    problems: Readonly<Record<string, string>>
])[] = [
    [{ CALL_REFERENCE_ID: 'REF1' }, {}],
    [{ CALL_REFERENCE_ID: 'REF1', MOBILE_NO: 'null' }, {}],
    [{ MOBILE_NO: '9876543201', CALL_DATE: '2026-11-22 10:05:00' }, {}],
    [{ MOBILE_NO: '9876543201', CALL_DATE: 'someday' }, {}],
    [{ MOBILE_NO: '9876543201' }, { callReference: 'callReferenceMissing', callDate: 'callDateMissing' }],
    [
        { MOBILE_NO: '9876543201', CALL_DATE: '0000-00-00', CALL_HOUR: '10' },
        { callReference: 'callReferenceMissing', callDate: 'callDateMissing' }
    ],
    [
        { MOBILE_NO: '', CALL_DATE: '2026-11-22' },
        { callReference: 'callReferenceMissing', mobileNumber: 'mobileNumberMissing' }
    ],
    [
        { 'LEAD ID': '1000001', CALL_DATE: '2026-11-22' },
        { callReference: 'callReferenceMissing', mobileNumber: 'mobileNumberMissing' }
    ],
    ...['anonymous', 'Private Number', '-1', '0000000000'].map(
        (MOBILE_NO) =>
            [
                { MOBILE_NO, CALL_DATE: '2026-11-22' },
                { callReference: 'callReferenceMissing', mobileNumber: 'mobileNumberMissing' }
            ] as const
    ),
    [{ MOBILE_NO: '104', CALL_DATE: '2026-11-22' }, {}],
    [
        { CALL_REFERENCE_ID: 'undefined', MOBILE_NO: '9876543201' },
        { callReference: 'callReferenceMissing', callDate: 'callDateMissing' }
    ],
    ...[
        '<callreferenceno>',
        '{{reference}}',
        '${ref}',
        '--A--uniqueid--B--',
        '[reference]',
        '%REFERENCE%',
        '{ref}',
        ...unfilled
    ].map((text) => [{ CALL_REFERENCE_ID: text, MOBILE_NO: '1' }, { callReference: 'placeholder' }] as const),
    ...unfilled.flatMap((text) => [
        [{ CALL_REFERENCE_ID: 'REF1', USER_ID: text }, { agentCode: 'placeholder' }] as const,
        [{ CALL_REFERENCE_ID: 'REF1', 'LEAD ID': text }, { convoxId: 'placeholder' }] as const,
        [{ CALL_REFERENCE_ID: 'REF1', DISPOSITION: text }, { disposition: 'placeholder' }] as const
    ]),
    [{ CALL_REFERENCE_ID: 'REF1', DISPOSITION: '(none)', REMARKS: '<b>late</b>' }, {}],
    ...['<callerno>', '{{caller}}', '${caller}', '--A--phone_number--B--', ...unfilled].map(
        (text) => [{ CALL_REFERENCE_ID: 'REF1', MOBILE_NO: text }, { mobileNumber: 'placeholder' }] as const
    ),
    ...['<9876543201>', '<sip:asha@10.0.0.1>', '"Ravi" <9876543201>', 'anonymous'].map(
        (text) => [{ CALL_REFERENCE_ID: 'REF1', MOBILE_NO: text }, {}] as const
    ),
    ...references.map((text) => [{ CALL_REFERENCE_ID: text, MOBILE_NO: '1' }, {}] as const)
];
