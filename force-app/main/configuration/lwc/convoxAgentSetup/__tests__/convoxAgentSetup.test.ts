import { readAgents } from 'c/convoxAgentSetup';

const nodes = (...list: object[]) => ({ edges: list.map((node) => ({ node })) });
const answer = (agents: object[], servers: object[]) => ({
    uiapi: { query: { ConVox_Agent__c: nodes(...agents), ConVox_Server__c: nodes(...servers) } }
});

const server = (timeZone: string | null, route: string | null, areKeysFilled: boolean) => ({
    Time_Zone__c: { value: timeZone },
    Command_Route__c: { value: route },
    Phone_Keys_Filled__c: { value: areKeysFilled }
});
const withoutServer = { Agent_Code__c: { value: 'AG_ASHA' }, Server__c: { value: null }, Server__r: null };
const withServer = {
    ...withoutServer,
    Server__c: { value: 's1' },
    Server__r: server('Asia/Dubai', 'Direct', true)
};
const newYork = { Id: 's0', ...server('America/New_York', 'Background', false) };

const KOLKATA = { timeZone: 'Asia/Kolkata', route: 'Direct' };

test.each([
    [
        'with a server of their own has that one, whatever the default says',
        [withServer],
        [newYork],
        [{ serverId: 's1', timeZone: 'Asia/Dubai', route: 'Direct', arePhoneKeysFilled: true }]
    ],
    [
        'without a server has the default one, with its zone, its route and its keys',
        [withoutServer],
        [newYork],
        [{ serverId: 's0', timeZone: 'America/New_York', route: 'Background', arePhoneKeysFilled: false }]
    ],
    ['of an org without servers', [withoutServer], [], [{ serverId: '', ...KOLKATA, arePhoneKeysFilled: true }]],
    [
        'of a server with blank settings',
        [{ ...withServer, Server__r: server(null, null, false) }],
        [newYork],
        [{ serverId: 's1', ...KOLKATA, arePhoneKeysFilled: false }]
    ],
    [
        'among several keeps their place',
        [withServer, withoutServer],
        [newYork],
        [{ serverId: 's1' }, { serverId: 's0', timeZone: 'America/New_York' }]
    ],
    ['who is none', [], [newYork], []]
])('an agent %s', (_name, agents, servers, expected) => {
    expect(readAgents(answer(agents, servers))).toMatchObject(expected);
    expect(readAgents(answer(agents, servers))).toHaveLength(expected.length);
});

test.each([undefined, null, {}, { uiapi: { query: { ConVox_Agent__c: [] } } }])('%j names no agent', (data) => {
    expect(readAgents(data)).toEqual([]);
});
