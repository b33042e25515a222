import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let agent: string;
beforeEach(async () => {
    org = await openPackageOrg();
    agent = org.create('ConVox_Agent__c', { Name: 'Asha', Agent_Code__c: 'AG_ASHA' });
});
afterEach(() => org.close());

const at = (minute: number): string => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`;

async function told(
    state: string,
    minute: number,
    detail: string | null = null,
    agentCode = 'AG_ASHA'
): Promise<unknown> {
    const { status, outputs } = await org.engine.run(
        'ConVox_Take_Agent_State',
        { agentCode, state, since: at(minute), source: 'ConVox', detail },
        org.admin
    );
    expect(status).toBe('Finished');
    return outputs['failure'];
}

function known(): unknown[] {
    const row = org.read('ConVox_Agent__c', agent);
    return [row['State__c'], row['State_Detail__c'], row['State_Since__c'], row['State_Source__c']];
}

type News = readonly [state: string, minute: number, detail: string | null];

const talking: News = ['Talking', 10, null];
const onBreak: News = ['Break', 20, 'Tea'];
const ready: News = ['Ready', 30, null];

test.each<[string, readonly News[], News]>([
    ['one', [talking], talking],
    ['in order', [talking, onBreak, ready], ready],
    ['a break last', [talking, onBreak], onBreak],
    ['an older state behind a break', [onBreak, talking], onBreak],
    ['an older break behind a state without one', [ready, onBreak], ready],
    ['all the wrong way round', [ready, onBreak, talking], ready],
    [
        'the same time twice',
        [
            ['Talking', 10, null],
            ['On Hold', 10, null]
        ],
        ['On Hold', 10, null]
    ]
])('of news that come %s the newest is known, never an older one', async (_, news, [state, minute, detail]) => {
    for (const [name, since, breakName] of news) {
        await told(name, since, breakName);
    }
    expect(known()).toEqual([state, detail, at(minute), 'ConVox']);
});

test('another agent’s news changes nothing, and that of nobody is no failure', async () => {
    await told('Talking', 10);
    expect((await told('Ready', 20, null, 'AG_NOBODY')) ?? null).toBeNull();
    expect(known()).toEqual(['Talking', null, at(10), 'ConVox']);
    expect(org.column('ConVox_Agent__c', 'Agent_Code__c')).toEqual(['AG_ASHA']);
});

test.each<[string, object, string, boolean]>([
    ['the default server, of an agent without one', {}, 'AG_ASHA', true],
    ['another server, of an agent without one', {}, 'austin:AG_ASHA', false],
    ['the default server, of an agent there', { Is_Default__c: true, Code__c: 'mumbai' }, 'AG_ASHA', true],
    [
        'another server, of an agent at the default one',
        { Is_Default__c: true, Code__c: 'mumbai' },
        'austin:AG_ASHA',
        false
    ],
    ['the agent’s own server', { Code__c: 'austin' }, 'austin:AG_ASHA', true],
    ['the default server, of an agent at another', { Code__c: 'austin' }, 'AG_ASHA', false]
])('news of %s, is of that agent or a namesake', async (_, ownServer, agentCode, isTheirs) => {
    if (Object.keys(ownServer).length > 0) {
        const Server__c = org.create('ConVox_Server__c', { Name: 'One', ...ownServer });
        org.update('ConVox_Agent__c', agent, { Server__c });
    }
    await told('Break', 1, null, agentCode);
    expect(known()[0]).toBe(isTheirs ? 'Break' : null);
});

test('a state that no record may have is told as a failure, and what was known stays', async () => {
    await told('Talking', 10);
    expect(await told('Dancing', 20)).toMatch(/State__c|picklist/i);
    expect(known()).toEqual(['Talking', null, at(10), 'ConVox']);
});

test('an administrator changes the rest of the record as before', async () => {
    await told('Talking', 10);
    org.update('ConVox_Agent__c', agent, { Name: 'Asha Verma' });
    expect(known()).toEqual(['Talking', null, at(10), 'ConVox']);
});
