import { readSetupFacts } from 'c/convoxSetupChecks';
import type { BegunChange, Check, SetupFacts } from 'c/convoxSetupChecks';
import type { GatewayReport, ReportedServer } from 'c/convoxGatewayReport';
import type { ChangeSeen } from '../changeSeen.ts';
import { proofViews } from '../proofViews.ts';
import { PROOFS } from '../proofs.ts';
import type { ProofId } from '../proofs.ts';

const BEFORE = '2026-11-30T09:50:00Z';
const BEGUN = '2026-11-30T10:00:00Z';
const AFTER = '2026-11-30T10:05:00Z';
const LATER = '2026-11-30T10:06:00Z';

const CHANGE: BegunChange = { id: 'h1', path: 'any', of: ['s1', 'old'], at: 'ten', by: 'Anna', moment: BEGUN };
const LEAVER: BegunChange = { ...CHANGE, of: ['a1', '005A', 'AG_ASHA'] };

const SERVER: ReportedServer = {
    code: 'mumbai',
    isDefault: true,
    timeZone: 'Asia/Kolkata',
    dialect: 'sheet',
    recordings: '',
    answers: true,
    lastPushAt: BEFORE,
    lastCommandAt: BEFORE,
    keys: ['new'],
    secrets: ['new']
};

const reported = (report: Partial<GatewayReport> = {}, server: Partial<ReportedServer> = {}): GatewayReport => ({
    gateway: '1.0.0',
    status: 'ok',
    reasons: [],
    at: AFTER,
    startedAt: AFTER,
    waiting: 0,
    oldestSeconds: 0,
    deadLetters: 0,
    lastForwardAt: '',
    apiUsage: undefined,
    servers: [{ ...SERVER, ...server }],
    ...report
});

const named = (id: string, code: string, isDefault: boolean): SetupFacts['servers'][number] => ({
    ...{ id, code, isDefault, name: code, timeZone: '', dialect: 'sheet', recordings: '', arePhoneKeysFilled: true }
});

const facts = (changed: Partial<SetupFacts> = {}): SetupFacts => ({
    ...readSetupFacts(undefined, undefined),
    servers: [named('s1', 'mumbai', true)],
    ...changed
});

const TWO = [named('s1', 'mumbai', true), named('s2', 'austin', false)];

const accepted = (moment: string): Partial<SetupFacts> => ({
    commands: [{ at: moment, moment, status: 'Accepted', word: 'Accepted', error: '' }]
});
const status = (moment: string): Partial<SetupFacts> => ({
    lastStatus: { at: moment, moment, number: '', understood: [] }
});
const process = (enteredAt: string): Partial<SetupFacts> => ({
    processes: [
        { id: 'p0', code: 'OLD', enteredAt: BEFORE },
        { id: 'p1', code: 'NEW', enteredAt }
    ]
});

const told = (objects: Readonly<Record<string, readonly object[] | number>>): unknown => ({
    uiapi: {
        query: Object.fromEntries(
            Object.entries(objects).map(([object, rows]) => [
                object,
                typeof rows === 'number' ? { totalCount: rows } : { edges: rows.map((node) => ({ node })) }
            ])
        )
    }
});

const checked = (id: string, answer: Check['answer']): Check[] => [
    { id, answer, claim: '', evidence: 'seen', mend: '', fixes: [] }
];

const rights = (...users: string[]): ChangeSeen['rights'] => ({
    usersBySet: new Map([['ConVox_Agent', new Set(users)]]),
    administrators: new Set(),
    ids: new Map(),
    fault: ''
});

const seen = (changed: Partial<ChangeSeen>): ChangeSeen => ({
    facts: facts(),
    checks: [],
    report: undefined,
    rights: undefined,
    told: undefined,
    now: Date.parse(LATER),
    ...changed
});

it.each<[what: string, id: ProofId, change: BegunChange, Partial<ChangeSeen>, answer: Check['answer']]>([
    ['nobody has asked the org', 'agentOff', LEAVER, {}, 'open'],
    [
        'the agent is on',
        'agentOff',
        LEAVER,
        { told: told({ ConVox_Agent__c: [{ Is_Active__c: { value: true } }] }) },
        'open'
    ],
    [
        'the agent is off',
        'agentOff',
        LEAVER,
        { told: told({ ConVox_Agent__c: [{ Is_Active__c: { value: false } }] }) },
        'yes'
    ],
    ['the agent is removed', 'agentOff', LEAVER, { told: told({ ConVox_Agent__c: [] }) }, 'yes'],
    ['the rights are not read', 'noRights', LEAVER, { told: told({ User: [{ IsActive: { value: true } }] }) }, 'open'],
    ['the user has a right', 'noRights', LEAVER, { rights: rights('005A') }, 'open'],
    ['only others have rights', 'noRights', LEAVER, { rights: rights('005B') }, 'yes'],
    ['the rights could not be read', 'noRights', LEAVER, { rights: { ...(rights() ?? never()), fault: 'No' } }, 'open'],
    [
        'the user is inactive',
        'noRights',
        LEAVER,
        { rights: rights('005A'), told: told({ User: [{ IsActive: { value: false } }] }) },
        'yes'
    ],
    ['nobody counted follow-ups', 'noPromises', LEAVER, {}, 'open'],
    ['follow-ups are open', 'noPromises', LEAVER, { told: told({ ConVox_Follow_Up__c: 2 }) }, 'open'],
    ['no follow-up is open', 'noPromises', LEAVER, { told: told({ ConVox_Follow_Up__c: 0 }) }, 'yes'],
    ['all processes are older', 'entered', CHANGE, { facts: facts(process(BEFORE)) }, 'open'],
    ['a process is younger', 'entered', CHANGE, { facts: facts(process(AFTER)) }, 'yes'],
    [
        'it has no dispositions',
        'itsDispositions',
        CHANGE,
        { facts: facts({ ...process(AFTER), dispositions: [{ code: 'A', processId: 'p0' }] }) },
        'open'
    ],
    [
        'it has dispositions',
        'itsDispositions',
        CHANGE,
        { facts: facts({ ...process(AFTER), dispositions: [{ code: 'A', processId: 'p1' }] }) },
        'yes'
    ],
    ['no call of it came', 'itsCall', CHANGE, { told: told({ ConVox_Call__c: [] }) }, 'open'],
    [
        'a call of it came',
        'itsCall',
        CHANGE,
        { told: told({ ConVox_Call__c: [{ Status_Received_At__c: { value: AFTER } }] }) },
        'yes'
    ],
    ['the gateway runs for longer', 'started', CHANGE, { report: reported({ startedAt: BEFORE }) }, 'open'],
    ['the gateway was started since', 'started', CHANGE, { report: reported() }, 'yes'],
    ['the gateway does not say', 'started', CHANGE, { report: reported({ startedAt: '' }) }, 'open'],
    ['it takes two keys', 'oneKey', CHANGE, { report: reported({}, { keys: ['old', 'new'] }) }, 'open'],
    ['it takes two new keys', 'oneKey', CHANGE, { report: reported({}, { keys: ['new', 'newer'] }) }, 'open'],
    ['it takes the old key alone', 'oneKey', CHANGE, { report: reported({}, { keys: ['old'] }) }, 'open'],
    ['it tells no keys', 'oneKey', CHANGE, { report: reported({}, { keys: [] }) }, 'open'],
    ['it takes the new key alone', 'oneKey', CHANGE, { report: reported() }, 'yes'],
    ['nobody knows the old key', 'oneKey', { ...CHANGE, of: ['s1'] }, { report: reported() }, 'open'],
    ['it takes one key, and did so before', 'oneKey', CHANGE, { report: reported({ startedAt: BEFORE }) }, 'open'],
    ['it takes two secrets', 'oneSecret', CHANGE, { report: reported({}, { secrets: ['old', 'new'] }) }, 'open'],
    ['it takes the new secret alone', 'oneSecret', CHANGE, { report: reported() }, 'yes'],
    ['the last command is older', 'commandSince', CHANGE, { facts: facts(accepted(BEFORE)) }, 'open'],
    ['a command was accepted since', 'commandSince', CHANGE, { facts: facts(accepted(AFTER)) }, 'yes'],
    [
        'it was accepted before the gateway was started',
        'commandSince',
        CHANGE,
        { facts: facts(accepted(AFTER)), report: reported({ startedAt: LATER }) },
        'open'
    ],
    [
        'it was another server that accepted it',
        'commandSince',
        CHANGE,
        { facts: facts({ ...accepted(LATER), servers: TWO }), report: reported() },
        'open'
    ],
    [
        'it was this server of two',
        'commandSince',
        CHANGE,
        { facts: facts({ ...accepted(LATER), servers: TWO }), report: reported({}, { lastCommandAt: LATER }) },
        'yes'
    ],
    ['no status came', 'statusSince', CHANGE, {}, 'open'],
    ['a status came since', 'statusSince', CHANGE, { facts: facts(status(AFTER)) }, 'yes'],
    ['the last status is older', 'statusSince', CHANGE, { facts: facts(status(BEFORE)) }, 'open'],
    [
        'the gateway was not asked since',
        'gateway',
        CHANGE,
        { checks: checked('gateway', 'yes'), report: reported({ at: BEFORE, startedAt: BEFORE }) },
        'open'
    ],
    [
        'the gateway answered since, and runs for longer',
        'gateway',
        CHANGE,
        { checks: checked('gateway', 'yes'), report: reported({ startedAt: BEFORE }) },
        'open'
    ],
    [
        'the gateway does not say since when it runs',
        'zone',
        CHANGE,
        { checks: checked('zone', 'yes'), report: reported({ startedAt: '' }) },
        'open'
    ],
    [
        'the gateway answered once it was started since',
        'gateway',
        CHANGE,
        { checks: checked('gateway', 'yes'), report: reported() },
        'yes'
    ],
    ['the gateway is gone', 'gateway', CHANGE, { checks: checked('gateway', 'no') }, 'no'],
    ['there is no such check', 'zone', CHANGE, {}, 'open']
])('%s: %s', (_what, id, change, changed, answer) => {
    expect(PROOFS[id].prove(change, seen(changed)).answer).toBe(answer);
});

it.each<[what: string, id: ProofId, saved: string, evidence: RegExp]>([
    ['an agent who was off before', 'agentOff', BEFORE, /Change_Before/],
    ['an agent who was switched off since', 'agentOff', AFTER, /^AG_ASHA$/],
    ['a user who was inactive before', 'noRights', BEFORE, /Change_Before/],
    ['a user who was made inactive since', 'noRights', AFTER, /^$/]
])('says of %s when it came to be so, as far as it can', (_what, id, saved, evidence) => {
    const off = { IsActive: { value: false }, Is_Active__c: { value: false }, LastModifiedDate: { value: saved } };
    const { answer, evidence: said } = PROOFS[id].prove(
        LEAVER,
        seen({ told: told({ ConVox_Agent__c: [off], User: [off] }) })
    );

    expect([answer, said]).toEqual(['yes', expect.stringMatching(evidence)]);
});

it('shows nothing before the change is begun, however well all is', () => {
    const well = seen({ facts: facts({ ...status(AFTER), ...accepted(AFTER) }), report: reported() });

    expect(proofViews({ proofs: ['started', 'statusSince'] }, undefined, well).map(({ shown }) => shown)).toEqual([
        'notBegun',
        'notBegun'
    ]);
});

function never(): never {
    throw new Error('The sample has rights');
}
