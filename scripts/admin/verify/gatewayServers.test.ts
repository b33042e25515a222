import { differences } from './gatewayServers.ts';
import type { ReportedServer } from './gatewayReport.ts';

const VOICE = 'https://voice.example.com';
const mumbai = {
    name: 'Mumbai',
    code: '',
    isDefault: true,
    timeZone: 'Asia/Kolkata',
    dialect: 'sheet',
    recordings: ''
};
const austin = {
    name: 'Austin',
    code: 'austin',
    isDefault: false,
    timeZone: 'America/Chicago',
    dialect: 'rest',
    recordings: VOICE
};
const reported: readonly ReportedServer[] = [
    { code: 'mumbai', isDefault: true, timeZone: 'Asia/Kolkata', dialect: 'sheet' },
    { code: 'austin', isDefault: false, timeZone: 'America/Chicago', dialect: 'rest', recordings: VOICE }
];

test.each<[string, (typeof mumbai)[], string[]]>([
    ['as the gateway has them', [mumbai, austin], []],
    [
        'with zone and dialect of others',
        [
            { ...mumbai, dialect: 'rest' },
            { ...austin, timeZone: 'Asia/Kolkata', dialect: 'webService' }
        ],
        [
            'Mumbai: dialect rest, in the gateway sheet',
            'Austin: zone Asia/Kolkata, in the gateway America/Chicago',
            'Austin: dialect webService, in the gateway rest'
        ]
    ],
    [
        'without recordings',
        [mumbai, { ...austin, recordings: '' }],
        [`Austin: recordings none, in the gateway ${VOICE}`]
    ],
    ['with recordings that the gateway does not know', [{ ...mumbai, recordings: VOICE }], []],
    ['without a zone', [{ ...mumbai, timeZone: '' }], ['Mumbai: zone none, in the gateway Asia/Kolkata']],
    [
        'with a code that the gateway does not have',
        [mumbai, { ...austin, code: 'dallas' }],
        ['Austin: the gateway does not have the code dallas beside its default server']
    ],
    [
        'without a code, and not the default',
        [mumbai, { ...austin, code: '' }],
        ['Austin: it is not the default server and has no code, by which the gateway would know it']
    ],
    [
        'where another one is the default',
        [
            { ...mumbai, isDefault: false, code: 'mumbai' },
            { ...austin, isDefault: true, recordings: '' }
        ],
        [
            'Mumbai: the gateway does not have the code mumbai beside its default server',
            'Austin: the gateway does not have its default server as austin'
        ]
    ],
    ['whose default one has its code', [{ ...mumbai, code: 'mumbai' }, austin], []],
    [
        'whose default one has another code',
        [{ ...mumbai, code: 'delhi' }, austin],
        ['Mumbai: the gateway does not have its default server as delhi']
    ]
])('of servers %s is told %j', (_, servers, told) => {
    expect(differences(servers, reported)).toEqual(told);
});

test('of a server that takes no commands the gateway tells no dialect, and none is compared', () => {
    const silent = [{ code: 'default', isDefault: true, timeZone: 'Asia/Kolkata' }];
    expect(differences([{ ...mumbai, dialect: 'rest' }], silent)).toEqual([]);
});
