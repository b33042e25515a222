import { callerVariables } from 'c/convoxCallerQuery';
import { knownAgents, MOST_IDS, secondIdOf, withAgent } from '../secondIds.ts';

const agent = (code: string, serverId = '', userId = '005A', enteredAt = '2026-01-01T00:00:00.000Z') => ({
    id: code,
    code,
    serverId,
    userId,
    enteredAt,
    userName: 'Asha',
    isUserActive: true
});
const server = (id: string, isDefault: boolean) => ({
    id,
    isDefault,
    name: id,
    code: '',
    timeZone: '',
    dialect: 'sheet',
    recordings: '',
    arePhoneKeysFilled: true
});
const SERVERS = [server('s1', true), server('s2', false)];
const row = (User__c: string, Server__c?: string) => ({
    apiName: 'ConVox_Agent__c',
    fields: { Agent_Code__c: 'NEW', User__c, ...(Server__c && { Server__c }) }
});

it.each([
    ['a first id', [], row('005A'), undefined],
    ['an id of somebody else', [agent('AG_ASHA')], row('005B'), undefined],
    ['an id at another server', [agent('AG_ASHA')], row('005A', 's2'), undefined],
    ['a second id at the default server', [agent('AG_ASHA')], row('005A'), ['AG_ASHA', 'AG_ASHA']],
    ['a second id that names the default server', [agent('AG_ASHA')], row('005A', 's1'), ['AG_ASHA', 'AG_ASHA']],
    ['a second id where the first names it', [agent('AG_ASHA', 's1')], row('005A'), ['AG_ASHA', 'AG_ASHA']],
    [
        'a second id at another server',
        [agent('A_LATER', 's2', '005A', '2026-02-01T00:00:00.000Z'), agent('Z_FIRST')],
        row('005A', 's2'),
        ['A_LATER', 'Z_FIRST']
    ],
    ['a row of something else', [agent('AG_ASHA')], { apiName: 'ConVox_Process__c', fields: {} }, undefined]
])('of %s it is known which ids are at the server, and that the phone dials as the first', (_, agents, record, ids) => {
    const [atServer, dialsAs] = ids ?? [];

    expect(secondIdOf(record, knownAgents(agents, SERVERS))).toEqual(ids && { atServer, dialsAs });
});

it('counts an agent that got another user for that one only', () => {
    const known = withAgent(knownAgents([agent('AG_ASHA')], SERVERS), row('005B'), 'AG_ASHA');

    expect(secondIdOf(row('005A'), known)).toBeUndefined();
    expect(secondIdOf(row('005B'), known)).toBeDefined();
});

it('counts what the same lines have made, up to as many ids as the phone asks for', () => {
    let known = knownAgents([], SERVERS);
    for (let count = 0; count < MOST_IDS; count += 1) {
        known = withAgent(known, row('005A', `s${count}`));
    }

    expect(secondIdOf(row('005A', 'another'), known)).toBe('tooMany');
    expect(callerVariables(undefined, '005A')).toMatchObject({ mostAgents: MOST_IDS });
});
