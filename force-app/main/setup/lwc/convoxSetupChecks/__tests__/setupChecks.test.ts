import { readGatewayAnswer } from 'c/convoxGatewayReport';
import { readRights, setupChecks, summaryOf } from 'c/convoxSetupChecks';
import type { KeysState } from 'c/convoxKeyFilling';
import { faults, notAtFault, POPS_MINUTES_AGO, reportText } from './data/faults.ts';
import type { Fault } from './data/faults.ts';
import type { Check, CheckGroup, GatewayState, Rights, Seen, SetupFacts } from 'c/convoxSetupChecks';

/** What is filled into a label is the evidence. */
jest.mock('c/convoxText', () => ({ fillIn: (label: string, ...values: unknown[]) => [label, ...values].join(' ') }));

const NOW = Date.parse('2026-11-30T10:00:00Z');

const night = (day: string) => ({ id: day, day, isOfTheNight: true, isRed: false, red: [], seen: [] });

const FACTS: SetupFacts = {
    since: '2026-11-01T00:00:00Z',
    servers: [
        {
            id: 's1',
            name: 'Mumbai',
            isDefault: true,
            code: '',
            timeZone: 'Asia/Kolkata',
            dialect: 'sheet',
            recordings: '',
            arePhoneKeysFilled: true
        }
    ],
    processes: [{ id: 'p1', code: 'SUPPORT', enteredAt: '' }],
    dispositions: [{ code: 'SALE', processId: 'p1' }],
    agents: [
        { id: 'a1', code: 'AG_ASHA', userId: '005A', serverId: '', enteredAt: '', userName: 'Asha', isUserActive: true }
    ],
    doubles: [],
    unread: { processes: 0, dispositions: 0, agents: 0 },
    knownCallers: { calls: 2, found: 2, blind: [] },
    lastPop: { at: 'today', moment: '2026-11-30T09:30:00Z', number: '9876543201' },
    untoldPop: undefined,
    lastTrial: undefined,
    lastStatus: {
        at: 'today',
        moment: '2026-11-30T09:35:00Z',
        number: '9876543201',
        understood: ['Ended', '', 'SUPPORT']
    },
    commands: [{ at: 'today', moment: '', status: 'Accepted', word: 'स्वीकृत', error: '' }],
    unknownCommands: 0,
    lastReconciled: { at: 'tonight', moment: '2026-11-29T20:30:00Z', number: '' },
    records: 4096,
    days: [night('2026-11-30')],
    changes: []
};

const [SERVER] = FACTS.servers;

const GATEWAY: GatewayState = {
    answer: {
        report: {
            gateway: '0.1.0',
            status: 'ok',
            reasons: [],
            at: '2026-11-30T09:59:59Z',
            startedAt: '2026-11-29T00:00:00Z',
            waiting: 0,
            oldestSeconds: 0,
            deadLetters: 0,
            lastForwardAt: '2026-11-30T09:59:00Z',
            apiUsage: { used: 1000, allowed: 15000 },
            servers: [
                {
                    code: 'default',
                    isDefault: true,
                    timeZone: 'Asia/Kolkata',
                    dialect: 'sheet',
                    recordings: '',
                    answers: true,
                    lastPushAt: '',
                    lastCommandAt: '',
                    keys: ['a1'],
                    secrets: ['c3']
                }
            ]
        }
    },
    fault: '',
    askedAt: NOW - 500
};

const GROUPS = ['ConVox_Administrators', 'ConVox_Agents', 'ConVox_Managers'];
const SETS = [
    'ConVox_Agent',
    'ConVox_Gateway',
    'ConVox_Org_Rights',
    'ConVox_Org_Agent_Rights',
    'ConVox_Org_Manager_Rights'
];

/** What the flow gives back when these users have these sets or groups. */
function rightsWith(...assignments: (readonly [user: string, right: string])[]): Rights {
    return rightsWithout([], assignments);
}

/** As above, when the first of them are inactive. */
function rightsWithout(leftIds: string[], assignments: readonly (readonly [user: string, right: string])[]): Rights {
    return readRights({
        leftIds,
        sets: SETS.map((Name) => ({ Id: `0PS ${Name}`, Name })),
        groups: GROUPS.map((DeveloperName) => ({ Id: `0PG ${DeveloperName}`, DeveloperName })),
        assignments: assignments.map(([AssigneeId, right]) => {
            const given = GROUPS.includes(right) ? 'PermissionSetGroupId' : 'PermissionSetId';
            return { AssigneeId, [given]: `${given === 'PermissionSetId' ? '0PS' : '0PG'} ${right}` };
        })
    });
}

const RIGHTS = rightsWith(
    ['005A', 'ConVox_Agents'],
    ['005A', 'ConVox_Org_Rights'],
    ['005A', 'ConVox_Org_Agent_Rights'],
    ['005G', 'ConVox_Gateway'],
    ['005M', 'ConVox_Managers'],
    ['005S', 'ConVox_Administrators']
);

const KEYS: KeysState = { contacts: 0, leads: 0, accounts: 0, isFilling: false, filled: 0, refused: [] };

const OTHERS = [
    ['005G', 'ConVox_Gateway'],
    ['005M', 'ConVox_Managers'],
    ['005S', 'ConVox_Administrators']
] as const;

interface Planted {
    readonly facts?: Partial<SetupFacts>;
    readonly gateway?: GatewayState;
    readonly rights?: Rights;
    readonly keys?: Partial<KeysState>;
}

function groupsOf({ facts = {}, gateway = GATEWAY, rights = RIGHTS, keys = {} }: Planted): CheckGroup[] {
    const seen = { gateway, rights, keys: { ...KEYS, ...keys }, userId: '005A', now: NOW };
    return setupChecks({ ...FACTS, ...facts }, seen);
}

function checksOf(planted: Planted): Check[] {
    return groupsOf(planted).flatMap(({ checks }) => checks);
}

const report = (changes: object): GatewayState => ({
    ...GATEWAY,
    answer: { report: { ...('report' in GATEWAY.answer ? GATEWAY.answer.report : never()), ...changes } }
});

function never(): never {
    throw new Error('The sample has a report');
}

it('finds nothing to mend in an installation that works, and lets more rows be entered and calls be tried', () => {
    const checks = checksOf({});

    expect(checks.filter(({ answer }) => answer !== 'yes')).toEqual([]);
    expect(checks.filter(({ mend }) => mend !== '')).toEqual([]);
    expect(checks.flatMap(({ fixes }) => fixes.map(({ action }) => action))).toEqual([
        ...['servers', 'processes', 'dispositions', 'agents'].map((what) => ({ does: 'enter', what })),
        { does: 'pop', agentCode: 'AG_ASHA', process: 'SUPPORT' },
        { does: 'dial' }
    ]);
});

const allBut = (left: string): Rights => rightsWithout([left], [...rightsOf('005A'), ...OTHERS]);

const noAnswer = (fault: string, words = ''): GatewayState => ({ answer: { words }, fault, askedAt: NOW });

it.each<[fault: string, planted: Planted, check: string, evidence: RegExp]>([
    [
        'a second default server',
        { facts: { servers: [SERVER, SERVER].flatMap((one) => one ?? []) } },
        'defaultServer',
        /2/
    ],
    ['no server', { facts: { servers: [] } }, 'defaultServer', /0/],
    ['a wrong key', { gateway: noAnswer('', 'REFUSED - Invalid or missing access token') }, 'gateway', /REFUSED/],
    ['a gateway that is gone', { gateway: noAnswer('Unable to tunnel through proxy') }, 'gateway', /tunnel/],
    [
        'a ConVox that is down',
        { gateway: report({ servers: [{ code: 'austin', answers: false }] }) },
        'convox',
        /austin/
    ],
    ['a clock two hours off', { gateway: report({ at: '2026-11-30T08:00:00Z' }) }, 'clock', /7200/],
    ['dead letters', { gateway: report({ deadLetters: 3 }) }, 'backlog', /3/],
    ['a refused login', { gateway: report({ reasons: ['Salesforce refuses the login'] }) }, 'backlog', /login/],
    ['no process', { facts: { processes: [] } }, 'processes', /0/],
    [
        'a process without dispositions',
        { facts: { dispositions: [{ code: 'SALE', processId: 'p2' }] } },
        'dispositions',
        /SUPPORT/
    ],
    ['no disposition', { facts: { dispositions: [], processes: [] } }, 'dispositions', /0/],
    ['no agent', { facts: { agents: [] } }, 'agents', /0/],
    [
        'an agent without a user',
        {
            facts: {
                agents: [
                    {
                        id: 'a2',
                        code: 'AG_RAVI',
                        userId: '',
                        serverId: '',
                        enteredAt: '',
                        userName: '',
                        isUserActive: false
                    }
                ]
            }
        },
        'agents',
        /AG_RAVI/
    ],
    ['an agent without rights', { rights: rightsWith(...OTHERS) }, 'rights', /AG_ASHA.*ConVox_Agent/],
    [
        'no user of the gateway',
        { rights: rightsWith(...rightsOf('005A'), ['005M', 'ConVox_Managers']) },
        'gatewayUser',
        /0/
    ],
    ['a user of the gateway who left', { rights: allBut('005G') }, 'gatewayUser', /0/],
    ['a manager who left', { rights: allBut('005M') }, 'managers', /0/],
    ['an administrator who left', { rights: allBut('005S') }, 'administrators', /0/],
    ['nobody who is told at the bell', { rights: rightsWith(...rightsOf('005A')) }, 'administrators', /0/],
    ['customers without keys', { keys: { contacts: 7, leads: 2, accounts: 1 } }, 'keys', /7.*2.*1/],
    [
        'a customer whom the org does not save',
        { keys: { refused: [{ id: '003R', reason: 'Email is missing' }] } },
        'keys',
        /003R Email is missing/
    ],
    [
        'an agent who sees none of the customers who call',
        { facts: { knownCallers: { calls: 3, found: 1, blind: ['AG_RAVI'] } } },
        'callers',
        /AG_RAVI/
    ],
    ['a command without an answer', { facts: { unknownCommands: 2 } }, 'unknown', /Unknown_Of 2$/]
])('%s turns its check red', (_fault, planted, id, evidence) => {
    const red = checksOf(planted).filter(({ answer }) => answer === 'no');

    expect(red.map((check) => check.id)).toContain(id);
    const check = red.find((one) => one.id === id);
    expect(check?.evidence).toMatch(evidence);
    expect(check?.mend).not.toBe('');
});

const NONE = { processes: 0, dispositions: 0, agents: 0 };

test.each<[id: string, SetupFacts['unread'], Partial<SetupFacts>, answer: string]>([
    ['dispositions', { ...NONE, dispositions: 5 }, {}, 'open'],
    ['dispositions', { ...NONE, dispositions: 5 }, { dispositions: [] }, 'open'],
    ['dispositions', { ...NONE, processes: 5 }, {}, 'open'],
    ['agents', { ...NONE, agents: 5 }, {}, 'open'],
    ['agents', { ...NONE, agents: 5 }, { agents: [] }, 'no'],
    ['rights', { ...NONE, agents: 5 }, {}, 'open'],
    ['processes', { ...NONE, processes: 5 }, {}, 'yes']
])('of %s that were not all read, %j, nothing is said that is not known', (id, unread, facts, answer) => {
    const found = checksOf({ facts: { ...facts, unread } }).find((one) => one.id === id);
    expect(found?.answer).toBe(answer);
    expect(/5$/.test(found?.evidence ?? '')).toBe(id !== 'processes');
});

test.each([
    [['Accepted'], 'yes'],
    [['Refused'], 'open'],
    [['Refused', 'Accepted'], 'yes'],
    [['Unknown', 'Accepted'], 'open'],
    [['Failed', 'Accepted'], 'yes'],
    [['Sending', 'Refused'], 'open'],
    [[], 'open']
])('that ConVox takes commands is shown by the last ones, %j: %s', (statuses, answer) => {
    const commands = statuses.map((status) => ({
        at: 'today',
        moment: '',
        status,
        word: `${status} in Hindi`,
        error: `${status} in words`
    }));
    const check = checksOf({ facts: { commands } }).find(({ id }) => id === 'command');
    expect(check?.answer).toBe(answer);
    expect(check?.evidence).toContain(
        statuses[0] === undefined ? '' : `${statuses[0]} in Hindi · ${statuses[0]} in words`
    );
});

test.each<[string, Planted['keys'], string[]]>([
    ['are missing', { contacts: 7 }, ['fill', '/lightning/setup/Flows/home']],
    ['are being filled', { contacts: 7, isFilling: true }, []],
    ['are all there', {}, ['update']]
])('where keys %s they are filled here or at night', (_how, keys, offered) => {
    const facts = { servers: FACTS.servers.map((server) => ({ ...server, arePhoneKeysFilled: false })) };
    const check = checksOf({ facts, keys }).find(({ id }) => id === 'keys');
    expect(check?.fixes.map(({ action }) => (action.does === 'go' ? action.url : action.does))).toEqual(offered);
});

it('offers for each agent without a user to switch it off, beside entering the user', () => {
    const agents = [{ ...(FACTS.agents[0] ?? never()), id: 'a2', isUserActive: false }];
    const check = checksOf({ facts: { agents } }).find(({ id }) => id === 'agents');

    expect(check?.fixes.map(({ action }) => action)).toEqual([
        { does: 'enter', what: 'agents' },
        { does: 'update', id: 'a2', fields: { Is_Active__c: false } }
    ]);
});

function rightsOf(user: string): (readonly [string, string])[] {
    return [
        [user, 'ConVox_Agents'],
        [user, 'ConVox_Org_Rights'],
        [user, 'ConVox_Org_Agent_Rights']
    ];
}

it('turns no other check red for a fault of one place', () => {
    const planting: Planted[] = [
        { gateway: report({ at: '2026-11-30T08:00:00Z' }) },
        { keys: { contacts: 1 } },
        { rights: rightsWith(...OTHERS) },
        { gateway: noAnswer('gone') }
    ];

    for (const planted of planting) {
        expect(checksOf(planted).filter(({ answer }) => answer === 'no')).toHaveLength(1);
    }
});

test.each([
    [
        'ConVox_Org_Rights',
        /Org_Read Account, Case, Contact, Lead; .*Org_Fields .*Contact.Phone.*; .*Org_System RunReports$/
    ],
    ['ConVox_Org_Agent_Rights', /Org_Change Case, Contact, Lead; .*Org_Principals ConVox-Server$/],
    ['ConVox_Org_Manager_Rights', /Org_System CreateCustomizeReports, RunReports; .*Org_Principals ConVox-Server$/]
])('says what %s has to give where the org lacks it', (missing, gives) => {
    const rights: Rights = { ...RIGHTS, ids: new Map([...RIGHTS.ids].filter(([name]) => name !== missing)) };

    expect(checksOf({ rights }).filter(({ answer }) => answer === 'no')).toMatchObject([
        {
            id: 'orgRights',
            evidence: expect.stringMatching(new RegExp(`${missing}$`)),
            steps: [expect.stringMatching(gives)]
        }
    ]);
    expect(checksOf({}).find(({ id }) => id === 'orgRights')?.steps).toEqual([]);
});

it('knows no right of anybody when they cannot be read, and says why', () => {
    const rights = readRights({ fault: 'You may not' });

    expect(checksOf({ rights }).filter(({ answer }) => answer !== 'yes')).toMatchObject([
        { id: 'rights', answer: 'open', evidence: 'You may not' }
    ]);
});

const ASHA = FACTS.agents[0] ?? never();
const RAVI = { ...ASHA, code: 'AG_RAVI', userId: '005R', userName: 'Ravi' };
const SET = '0PS ConVox_Org_Agent_Rights';

test.each<[string, SetupFacts['agents'], (readonly [string, string])[], string, [string, string[]][]]>([
    ['one agent', [ASHA], [['005A', 'ConVox_Org_Rights']], 'Give Asha', [['005A', ['0PG ConVox_Agents', SET]]]],
    [
        'one user who is two agents',
        [ASHA, { ...ASHA, code: 'AG_TWO' }],
        rightsOf('005A').slice(0, 2),
        'Give Asha',
        [['005A', [SET]]]
    ],
    [
        'those of two who lack any',
        [ASHA, RAVI],
        rightsOf('005A'),
        'Give Ravi',
        [['005R', ['0PG ConVox_Agents', '0PS ConVox_Org_Rights', SET]]]
    ],
    [
        'two at once',
        [ASHA, RAVI],
        [...rightsOf('005A').slice(0, 2), ...rightsOf('005R').slice(0, 2)],
        'Give_All 2',
        [
            ['005A', [SET]],
            ['005R', [SET]]
        ]
    ]
])('offers to give %s exactly the rights that are lacking', (_whom, agents, held, label, given) => {
    const rights = rightsWith(...held, ...OTHERS);
    const [red] = checksOf({ facts: { agents }, rights }).filter(({ answer }) => answer === 'no');
    const [fix, ...more] = red?.fixes ?? [];

    expect([more, fix?.label]).toEqual([[], expect.stringMatching(new RegExp(`${label}$`))]);
    expect(fix?.action.does === 'give' && fix.action.to.map((one) => [one.userId, one.rightIds])).toEqual(given);
});

test.each<[string, readonly (readonly [string, string])[], string[]]>([
    ['who lacks it', [], ['0PS ConVox_Org_Agent_Rights']],
    ['who has it', [['005A', 'ConVox_Org_Agent_Rights']], []]
])('offers the right to the credential to somebody %s and whom the gateway does not answer', (_who, held, offered) => {
    const checks = checksOf({ rights: rightsWith(...held, ...OTHERS), gateway: noAnswer('You may not') });
    const fixes = checks.find(({ id }) => id === 'gateway')?.fixes ?? [];

    expect(fixes.flatMap(({ action }) => (action.does === 'give' ? action.to : []))).toMatchObject(
        offered.map((id) => ({ userId: '005A', rightIds: [id] }))
    );
});

it.each([
    ['Read timed out', true],
    ['java.net.ConnectException: Connection refused', true],
    ['Unable to tunnel through proxy. Proxy returns "HTTP/1.1 503 Service Unavailable"', true],
    ['HTTP 502', true],
    ['HTTP 401', false],
    ['You may not', false]
])('where the gateway fails with "%s" it is said whether to see if it runs: %s', (fault, isGone) => {
    const mend = checksOf({ gateway: noAnswer(fault) }).find(({ id }) => id === 'gateway')?.mend;

    expect(/Gateway_Gone.*Gateway_Mend/.test(mend ?? '')).toBe(isGone);
});

it('lists what has not been answered yet as asked', () => {
    const seen = { gateway: undefined, rights: undefined, keys: undefined, userId: '005A', now: NOW };
    const open = setupChecks(FACTS, seen).flatMap(({ checks }) =>
        checks.filter(({ evidence }) => /Asking|Counting/.test(evidence))
    );

    expect(open.map(({ id, answer }) => [id, answer])).toEqual(
        ['gateway', 'orgRights', 'rights', 'gatewayUser', 'administrators', 'keys', 'managers'].map((id) => [
            id,
            'open'
        ])
    );
});

it('offers nobody what the org does not have', () => {
    const only = readRights({ sets: [], groups: [], assignments: [] });

    expect(checksOf({ rights: only }).find(({ id }) => id === 'rights')?.fixes).toEqual([]);
});

test.each([
    ['of the default server', ['Asia/Dhaka', 'America/Chicago'], [['s1', 'Asia/Kolkata']]],
    ['of another server', ['Asia/Kolkata', 'America/Denver'], [['s2', 'America/Chicago']]],
    [
        'of both',
        ['Asia/Dhaka', ''],
        [
            ['s1', 'Asia/Kolkata'],
            ['s2', 'America/Chicago']
        ]
    ],
    ['of none', ['Asia/Kolkata', 'America/Chicago'], []]
] as const)('offers the gateway’s zone %s where Salesforce has another', (_which, zones, offered) => {
    const [inMumbai, inAustin] = zones;
    const servers = FACTS.servers.flatMap((one) => [
        { ...one, timeZone: inMumbai },
        { ...one, id: 's2', isDefault: false, code: 'austin', timeZone: inAustin },
        { ...one, id: 's3', isDefault: false, code: 'pune', timeZone: 'Asia/Dhaka' }
    ]);
    const gateway = report({
        servers: [
            { code: 'default', isDefault: true, timeZone: 'Asia/Kolkata', answers: true },
            { code: 'austin', isDefault: false, timeZone: 'America/Chicago', answers: true }
        ]
    });
    const zone = checksOf({ facts: { servers }, gateway }).find(({ id }) => id === 'zone');

    expect(zone?.answer).toBe(offered.length === 0 ? 'yes' : 'no');
    expect(zone?.fixes.map(({ action }) => action)).toEqual(
        offered.map(([id, Time_Zone__c]) => ({ does: 'update', id, fields: { Time_Zone__c } }))
    );
});

it('offers the gateway’s dialect where Salesforce has another, and compares none of a server without commands', () => {
    const servers = FACTS.servers.flatMap((one) => [
        { ...one, dialect: 'rest' },
        { ...one, id: 's2', isDefault: false, code: 'austin', dialect: 'webService' }
    ]);
    const gateway = report({
        servers: [
            { code: 'default', isDefault: true, timeZone: 'Asia/Kolkata' },
            { code: 'austin', isDefault: false, timeZone: 'Asia/Kolkata', dialect: 'rest', answers: true }
        ]
    });
    const dialect = checksOf({ facts: { servers }, gateway }).find(({ id }) => id === 'dialect');

    expect(dialect?.answer).toBe('no');
    expect(dialect?.fixes.map(({ action }) => action)).toEqual([
        { does: 'update', id: 's2', fields: { Dialect__c: 'rest' } }
    ]);
});

it.each([
    ['where Salesforce has another', 'https://old.example.com', true],
    ['where Salesforce has none', '', true],
    ['not where both have the same', 'https://voice.example.com', false]
])('offers the gateway’s place of recordings %s', (_, recordings, isOffered) => {
    const servers = FACTS.servers.map((one) => ({ ...one, recordings }));
    const told = {
        code: 'default',
        isDefault: true,
        timeZone: 'Asia/Kolkata',
        recordings: 'https://voice.example.com'
    };
    const found = checksOf({ facts: { servers }, gateway: report({ servers: [told] }) });
    const { answer, fixes } = found.find(({ id }) => id === 'recordings') ?? never();

    expect(answer).toBe(isOffered ? 'no' : 'yes');
    expect(fixes.map(({ action }) => action)).toEqual(
        isOffered ? [{ does: 'update', id: 's1', fields: { Recordings_Base__c: 'https://voice.example.com' } }] : []
    );
});

it('says nothing of recordings where the gateway knows of none', () => {
    expect(checksOf({}).some(({ id }) => id === 'recordings')).toBe(false);
});

it('waits for what has not come yet, which is no fault', () => {
    const facts = { lastPop: undefined, lastStatus: undefined, commands: [] };

    expect(checksOf({ facts }).filter(({ answer }) => answer !== 'yes')).toMatchObject([
        { id: 'pop', answer: 'open', fixes: [{ action: { does: 'pop', agentCode: 'AG_ASHA', process: 'SUPPORT' } }] },
        { id: 'status', answer: 'open' },
        { id: 'command', answer: 'open', fixes: [{ action: { does: 'dial' } }] },
        { id: 'unknown', answer: 'open', mend: '' },
        { id: 'statuses', answer: 'open' }
    ]);
});

it('tells what the phone took of a trial, which shows nothing of ConVox', () => {
    const lastTrial = { at: 'just now', moment: '', number: '9000000000', understood: ['AG_ASHA', 'SUPPORT'] };
    const pop = checksOf({ facts: { lastPop: undefined, lastTrial } }).find(({ id }) => id === 'pop');

    expect(pop).toMatchObject({
        answer: 'open',
        evidence: expect.stringMatching(/Tried just now .*AG_ASHA, SUPPORT$/)
    });
});

/** The rights of the sample without one of them. */
const LACKS = {
    'right of the package': 'ConVox_Agents',
    'right on standard objects': 'ConVox_Org_Rights',
    'right of agents on them': 'ConVox_Org_Agent_Rights'
};

function serversOf(fault: Partial<Fault>): Partial<SetupFacts> {
    const { dialect = 'sheet', secondServer, secondDialect = 'sheet', timeZone = 'Asia/Kolkata' } = fault;
    const { defaultServer = 'first', firstServer = '', secondTimeZone = timeZone } = fault;
    const one = SERVER ?? never();
    const first = { ...one, code: firstServer, isDefault: defaultServer === 'first', timeZone, dialect };
    const isDefault = defaultServer === 'second';
    const second = { ...one, id: 's2', isDefault, timeZone: secondTimeZone, dialect: secondDialect };
    return { servers: [first, ...(secondServer === undefined ? [] : [{ ...second, code: secondServer }])] };
}

function plantedBy(fault: Partial<Fault>): Planted {
    const { agentLacks, answer, commands = [], popsMinutesAgo = POPS_MINUTES_AGO, statusMinutesAgo } = fault;
    const moment = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();
    // As the query asks for it.
    const [untold] = popsMinutesAgo.filter((minutes) => minutes > 60).toSorted((one, other) => one - other);
    const lacking = agentLacks !== undefined && agentLacks !== 'user' ? LACKS[agentLacks] : undefined;
    const held = [...rightsOf('005A'), ...OTHERS];
    return {
        facts: {
            ...serversOf(fault),
            ...(untold !== undefined && { untoldPop: { at: '', moment: moment(untold), number: '' } }),
            ...(statusMinutesAgo &&
                FACTS.lastStatus && { lastStatus: { ...FACTS.lastStatus, moment: moment(statusMinutesAgo) } }),
            unknownCommands: commands.filter(({ key, hoursAgo }) => hoursAgo <= 24 && !key.includes('TRIAL-')).length,
            ...(agentLacks === 'user' && {
                agents: [
                    ...FACTS.agents,
                    {
                        id: 'a2',
                        code: 'AG_RAVI',
                        userId: '',
                        serverId: '',
                        enteredAt: '',
                        userName: '',
                        isUserActive: false
                    }
                ]
            })
        },
        gateway: { ...GATEWAY, answer: readGatewayAnswer(answer ?? reportText(new Date(NOW), fault)) },
        rights: rightsWith(...held.filter(([, right]) => right !== lacking))
    };
}

it.each(faults)('$name turns exactly the check red that the night turns red', (fault) => {
    const red = checksOf(plantedBy(fault)).filter(({ answer }) => answer === 'no');

    expect(red.map(({ id }) => id)).toEqual([fault.red]);
});

it.each(notAtFault)('$name turns no check red', (fault) => {
    expect(checksOf(plantedBy(fault)).filter(({ answer }) => answer === 'no')).toEqual([]);
});

it.each([
    [
        'calls that nobody looked through for three nights',
        { facts: { lastReconciled: { at: '', moment: '2026-11-27T09:00:00Z', number: '' } } },
        'reconciled'
    ],
    ['nobody who sees the reports', { rights: allBut('005M') }, 'managers']
])('%s turns exactly its check red', (_fault, planted, id) => {
    const red = checksOf(planted).filter(({ answer }) => answer === 'no');

    expect(red.map((check) => check.id)).toEqual([id]);
});

it('waits for the allowance, which the gateway hears of with its first call, and tells what is stored', () => {
    const allowance = checksOf({ gateway: report({ apiUsage: undefined }) }).find(({ id }) => id === 'allowance');

    expect(allowance).toMatchObject({ answer: 'open', evidence: expect.stringMatching(/Storage 4096 8$/) });
});

it.each([
    ['2026-11-30T09:55:00Z', 'yes', /Last_Brought .*Minutes_Ago 5$/],
    ['', 'open', /Last_Brought .*Never$/]
])('says when the gateway brought something to Salesforce last: %j', (lastForwardAt, answer, words) => {
    const backlog = checksOf({ gateway: report({ lastForwardAt }) }).find(({ id }) => id === 'backlog');

    expect(backlog).toMatchObject({ answer, mend: '', evidence: expect.stringMatching(words) });
});

it.each<[string, Planted, string, string, RegExp]>([
    ['no server in the org', { facts: { servers: [] } }, 'servers', 'open', /Nothing_Yet/],
    [
        'no server that takes commands',
        { gateway: report({ servers: [{ code: 'default' }] }) },
        'convox',
        'open',
        /Unasked/
    ],
    ['no command', { facts: { commands: [] } }, 'unknown', 'open', /Nothing_Yet/]
])('with %s nothing is shown', (_none, planted, id, answer, evidence) => {
    expect(checksOf(planted).find((one) => one.id === id)).toMatchObject({
        answer,
        evidence: expect.stringMatching(evidence)
    });
});

it('says when the gateway took a push and a command last', () => {
    const servers = [{ code: 'mumbai', answers: true, lastPushAt: '2026-11-30T09:48:00Z', lastCommandAt: '' }];
    const statuses = checksOf({ gateway: report({ servers }) }).find(({ id }) => id === 'statuses');

    expect(statuses?.evidence).toMatch(/Lasts mumbai .*Minutes_Ago 12 .*Never/);
});

it.each([
    ['is open before the first night', [], 'open'],
    ['is red when nobody has looked for three nights', ['2026-11-27'], 'no']
])('the nightly look %s', (_name, days, answer) => {
    const facts = { days: days.map(night) };

    expect(checksOf({ facts }).find(({ id }) => id === 'nights')?.answer).toBe(answer);
});

it('does not take a silence of the day for a look of the night', () => {
    const silence = { ...night('2026-11-30'), isOfTheNight: false, isRed: true };
    const facts = { days: [silence, night('2026-11-27')] };

    expect(checksOf({ facts }).find(({ id }) => id === 'nights')?.answer).toBe('no');
});

it('tells what was understood of the last call status', () => {
    expect(checksOf({}).find(({ id }) => id === 'status')?.evidence).toMatch(/Understood Ended, SUPPORT$/);
});

it('says in one sentence what is first to be done', () => {
    const groups = (facts: Partial<SetupFacts>) => groupsOf({ facts });

    expect(summaryOf(groups({}))).toContain('All_Well');
    expect(summaryOf(groups({ lastPop: undefined }))).toContain('To_See');
    expect(summaryOf(groups({ processes: [] }))).toContain('To_Mend');
});

it.each<[string, Partial<Seen>, Partial<SetupFacts>, string]>([
    ['the gateway', { gateway: undefined }, {}, 'Looking'],
    ['the rights', { rights: undefined }, {}, 'Looking'],
    ['the count of customers without keys', { keys: undefined }, {}, 'Looking'],
    ['the gateway', { gateway: undefined }, { processes: [] }, 'To_Mend']
])('does not say that nothing is wrong before %s has been heard of', (_what, unheard, facts, words) => {
    const seen = { gateway: GATEWAY, rights: RIGHTS, keys: KEYS, userId: '005A', now: NOW, ...unheard };

    expect(summaryOf(setupChecks({ ...FACTS, ...facts }, seen))).toContain(words);
});
