import { decodeScreenPop, serverKey } from '../convoxContract.ts';

test.each([
    [undefined, '1001', '1001'],
    ['', '1001', '1001'],
    ['austin', '1001', 'austin:1001'],
    ['austin', 'SALES', 'austin:SALES'],
    ['austin', 'austin:1001', 'austin:1001'],
    ['austin', 'delhi:1001', 'austin:delhi:1001'],
    ['austin', 'austin', 'austin:austin'],
    ['austin', '', ''],
    [undefined, 'austin:1001', 'austin:1001']
])('at the server %s, "%s" is kept as "%s"', (server, name, key) => {
    expect(serverKey(server, name)).toBe(key);
    expect(serverKey(server, key)).toBe(key);
});

const POP = { AgentID: '1001', CallReferenceID: '17', CallerID: '9876543201', ConvoxID: '4', Process: 'SALES' };

test.each<[string, object, object]>([
    ['of the default server', {}, { agentCode: '1001', callReference: '17', process: 'SALES' }],
    [
        'of another server',
        { ConVoxServer: 'austin' },
        { agentCode: 'austin:1001', callReference: 'austin:17', process: 'austin:SALES' }
    ],
    ['of another server without a process', { ConVoxServer: 'austin', Process: '' }, { process: '' }]
])('a pop %s names call, agent and process as Salesforce has records of them', (_, changes, expected) => {
    const decoded = decodeScreenPop(Object.entries({ ...POP, ...changes }));
    expect(decoded).toMatchObject({ ok: true, value: { ...expected, convoxId: '4', callerNumber: '9876543201' } });
});

test.each(['AgentID', 'CallReferenceID'])('of another server, too, the name of a value is none: %s', (name) => {
    const decoded = decodeScreenPop(Object.entries({ ...POP, [name]: '{{ value }}', ConVoxServer: 'austin' }));
    expect(decoded).toMatchObject({ ok: false, problems: [{ problem: 'placeholder' }] });
});
