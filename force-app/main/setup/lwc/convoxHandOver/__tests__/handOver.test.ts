import type { SetupFacts } from 'c/convoxSetupChecks';
import { handOver } from '../handOver.ts';

const FACTS: SetupFacts = {
    since: '',
    servers: [
        { id: 's1', name: 'Mumbai', isDefault: true, code: '', timeZone: 'Asia/Kolkata', arePhoneKeysFilled: true }
    ],
    processes: [{ id: 'p1', code: 'SUPPORT' }],
    dispositions: [
        { code: 'SALE', processId: 'p1' },
        { code: 'CALLBACK', processId: 'p1' }
    ],
    agents: [{ code: 'AG_ASHA', userId: '', serverId: '', enteredAt: '', userName: '', isUserActive: true }],
    lastPop: undefined,
    lastStatus: undefined,
    lastReconciled: undefined,
    records: 0,
    commands: [],
    days: []
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
