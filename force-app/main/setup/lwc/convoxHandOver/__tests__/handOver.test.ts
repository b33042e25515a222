import type { SetupFacts } from 'c/convoxSetupChecks';
import { firstToDo, handOver } from '../handOver.ts';

const FACTS: SetupFacts = {
    since: '',
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
    dispositions: [
        { code: 'SALE', processId: 'p1' },
        { code: 'CALLBACK', processId: 'p1' }
    ],
    agents: [{ id: 'a1', code: 'AG_ASHA', userId: '', serverId: '', enteredAt: '', userName: '', isUserActive: true }],
    lastPop: undefined,
    untoldPop: undefined,
    lastTrial: undefined,
    lastStatus: undefined,
    lastReconciled: undefined,
    records: 0,
    commands: [],
    unknownCommands: 0,
    doubles: [],
    unread: { processes: 0, dispositions: 0, agents: 0 },
    knownCallers: { calls: 0, found: 0, blind: [] },
    days: [],
    changes: []
};

const GATEWAY = 'https://convox.acme.example';

it.each([
    ['https://acme.lightning.force.com', ['https://acme.my.salesforce.com', 'https://acme--c.vf.force.com']],
    [
        'https://acme--test.sandbox.lightning.force.com',
        ['https://acme--test.sandbox.my.salesforce.com', 'https://acme--test--c.sandbox.vf.force.com']
    ]
])('tells the addresses of %s', (origin, others) => {
    const lines = handOver(FACTS, origin, GATEWAY).split('\n');

    expect(lines).toEqual(expect.arrayContaining([origin, ...others]));
    expect(lines).toContainEqual(
        expect.stringMatching(new RegExp(`^${origin}/lightning/cmp/c__convoxScreenPop\\?c__AgentID=`))
    );
});

it('tells what ConVox has to send where, and by which codes the org knows it', () => {
    const lines = handOver(FACTS, 'http://127.0.0.1', GATEWAY).split('\n');

    expect(lines).toEqual(
        expect.arrayContaining([
            `${GATEWAY}/pop`,
            `${GATEWAY}/call-status`,
            'Mumbai: Asia/Kolkata',
            'SUPPORT: SALE, CALLBACK',
            'AG_ASHA'
        ])
    );
});

it('tells each server its own addresses, and its own words without the code that stands before them', () => {
    const austin = { ...FACTS.servers[0], id: 's2', name: 'Austin', isDefault: false, code: 'austin' };
    const agent = (code: string) => ({
        id: code,
        code,
        userId: '',
        serverId: '',
        enteredAt: '',
        userName: '',
        isUserActive: true
    });
    const facts: SetupFacts = {
        ...FACTS,
        servers: [
            ...FACTS.servers,
            { ...austin, timeZone: 'America/Chicago', dialect: 'rest', recordings: '', arePhoneKeysFilled: true }
        ],
        processes: [...FACTS.processes, { id: 'p2', code: 'austin:SUPPORT', enteredAt: '' }],
        dispositions: [...FACTS.dispositions, { code: 'SOLD', processId: 'p2' }],
        agents: [agent('AG_ASHA'), agent('austin:AG_ASHA'), agent('austin:AG_RAVI')]
    };
    const [mumbai = '', its = ''] = handOver(facts, 'http://127.0.0.1', GATEWAY).split('Austin: America/Chicago');

    expect(mumbai).toContain(`${GATEWAY}/call-status`);
    expect(mumbai).toContain('SUPPORT: SALE, CALLBACK');
    expect(mumbai).not.toMatch(/austin:|AG_RAVI|SOLD|ConVoxServer/);
    expect(its).toContain('&c__ConVoxServer=austin');
    expect(its).toContain(`${GATEWAY}/servers/austin/pop`);
    expect(its).toContain(`${GATEWAY}/servers/austin/call-status`);
    expect(its).toContain('SUPPORT: SOLD');
    expect(its).toContain('AG_ASHA, AG_RAVI');
    expect(its).not.toMatch(/austin:|SALE, CALLBACK/);
});

test.each([
    ['no server', [], GATEWAY, 'First_Server'],
    ['no server and no address', [], '', 'First_Server'],
    ['no address', FACTS.servers, '', 'First_Gateway'],
    ['half an address', FACTS.servers, 'convox.acme.example', 'First_Gateway'],
    ['no host', FACTS.servers, 'https://', 'First_Gateway'],
    ['another thing', FACTS.servers, 'mailto:ops@acme.example', 'First_Gateway'],
    ['both', FACTS.servers, GATEWAY, '']
])('with %s it says what to do first', (_what, servers, gateway, first) => {
    expect(firstToDo({ ...FACTS, servers }, gateway)).toMatch(new RegExp(`${first}$`));
});

it.each([0, 7])('says when %i agents are not on it', (agents) => {
    const sheet = handOver({ ...FACTS, unread: { ...FACTS.unread, agents } }, 'https://acme.example', GATEWAY);

    expect(/Unread/.test(sheet)).toBe(agents > 0);
});
