import type { AgentAction } from 'c/convoxAgentAction';
import type { CommandResult } from 'c/convoxCommand';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import { ASHA, lookupOf, popOf } from '../../convoxCallState/__tests__/sampleLookup';
import { commandOf, endOf } from '../agentCommands';
import { callInHand, controlsOf } from '../controls';
import type { Choice, Controls } from '../controls';
import { doneWith, readDesks } from '../desks';
import type { Desk } from '../desks';

jest.mock('@salesforce/label/c.ConVox_AgentControls_Process', () => ({ default: 'To {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.ConVox_AgentControls_Heard', () => ({ default: 'Heard {0}' }), { virtual: true });

const value = (text: string | number) => ({ value: text });
const rows = (...nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });

const PROCESSES = [
    {
        Process_Code__c: value('SUPPORT'),
        Server__c: value('s1'),
        Break_Names__c: value('Tea, Lunch'),
        Transfer_Queues__c: value('SALES_QUEUE,BILLING'),
        Transfer_Disposition__c: value('PASSED_ON')
    },
    {
        Name: value('Outbound Sales'),
        Process_Code__c: value('SALES'),
        Server__c: value('s1'),
        Break_Names__c: value('Lunch,Training')
    },
    { Process_Code__c: value('AUSTIN'), Server__c: value('s2'), Break_Names__c: value('Siesta') }
];

function deskWith(supports: string, dialect = 'webService'): Desk {
    const [desk] = readDesks({
        uiapi: {
            query: {
                ConVox_Agent__c: rows({
                    Agent_Code__c: value('AG_ASHA'),
                    Server__c: value('s1'),
                    Server__r: { Supports__c: value(supports), Dialect__c: value(dialect) }
                }),
                ConVox_Server__c: rows({ Id: 's9', Supports__c: value('Hold, Resume') }),
                ConVox_Process__c: rows(...PROCESSES)
            }
        }
    });
    if (!desk) {
        throw new Error('No desk was read');
    }
    return desk;
}

function callOn(process: string): CallState {
    return nextCall(arrivedCall(popOf({ process }), 0), { type: 'lookedUp', lookup: lookupOf() });
}

const keysOf = ({ buttons, menus }: Controls): string[] => [
    ...buttons.map(({ key }) => key),
    ...menus.flatMap(({ choices }) => choices.map(({ key }) => key))
];

const EVERYTHING = 'Ready, Break, LogOut, Hold, Resume, Mute, Unmute, TransferToQueue, TransferToProcess';

test.each<[string, string, string | undefined, readonly AgentAction[], readonly string[]]>([
    ['all between calls', EVERYTHING, undefined, [], ['Ready', 'LogOut', 'Break Tea', 'Break Lunch', 'Break Training']],
    ['ready alone', 'Ready', undefined, [], ['Ready']],
    ['nothing', '', undefined, [], []],
    ['a name that nobody knows', 'Conference', undefined, [], []],
    [
        'all on a call',
        EVERYTHING,
        'support',
        [],
        ['Hold', 'Mute', 'TransferToQueue SALES_QUEUE', 'TransferToQueue BILLING', 'TransferToProcess SALES']
    ],
    ['what is on', 'Hold,Resume,Mute,Unmute', 'SUPPORT', ['Mute', 'Hold'], ['Resume', 'Unmute']],
    ['what was on', 'Hold,Resume,Mute,Unmute', 'SUPPORT', ['Hold', 'Resume'], ['Hold', 'Mute']],
    ['a hold that could not be ended', 'Hold', 'SUPPORT', [], []],
    [
        'transfers to queues alone',
        'TransferToQueue',
        'SUPPORT',
        [],
        ['TransferToQueue SALES_QUEUE', 'TransferToQueue BILLING']
    ],
    ['no transfer without its disposition', EVERYTHING, 'SALES', [], ['Hold', 'Mute']],
    ['no transfer from a process that is not set up', EVERYTHING, 'OTHER', [], ['Hold', 'Mute']]
])('a server that supports %s offers it', (_, supports, process, done, keys) => {
    const call = process === undefined ? undefined : callOn(process);
    expect(keysOf(controlsOf(deskWith(supports), call, done))).toEqual(keys);
});

test('a call is handed to a process by its name', () => {
    const { menus } = controlsOf(deskWith('TransferToProcess'), callOn('SUPPORT'), []);
    expect(menus.flatMap(({ choices }) => choices.map(({ label, target }) => [label, target]))).toEqual([
        ['To Outbound Sales', 'SALES']
    ]);
});

test.each<[dialect: string, keys: readonly string[]]>([
    ['webService', ['Ready']],
    ['rest', ['Ready']],
    ['sheet', []],
    ['', []]
])('a server of the dialect "%s" offers %j of what its record names', (dialect, keys) => {
    expect(keysOf(controlsOf(deskWith('Ready', dialect), undefined, []))).toEqual(keys);
});

test('an agent who names no server has what the default one supports', () => {
    const [desk] = readDesks({
        uiapi: {
            query: {
                ConVox_Agent__c: rows({ Agent_Code__c: value('AG_ASHA') }),
                ConVox_Server__c: rows({ Id: 's1', Supports__c: value('Ready'), Dialect__c: value('rest') }),
                ConVox_Process__c: rows(...PROCESSES)
            }
        }
    });
    expect(desk?.supports).toEqual(['Ready']);
    expect(desk?.processes.map(({ code }) => code)).toEqual(['SUPPORT', 'SALES']);
});

const SINCE = '2026-11-30T05:30:00Z';
const stateOf = (state: string, detail = '', shown = state) => ({
    State__c: { value: state, displayValue: shown },
    State_Detail__c: value(detail),
    State_Since__c: value(SINCE)
});

test.each<[object, string, number]>([
    [{}, '', 0],
    [stateOf('Break', 'Tea', 'ब्रेक'), 'Heard ब्रेक · Tea', 0],
    [stateOf('Ready'), 'Heard Ready', 0],
    [stateOf('Ready', 'CLOSE'), 'Heard c.ConVox_AgentControls_Call_Ended', 0],
    [stateOf('Unknown'), 'Heard c.ConVox_AgentControls_Call_Ended', 0],
    [stateOf('Unknown', 'CL004'), 'Heard c.ConVox_AgentControls_Not_Free', 0],
    [stateOf('Wrap-Up', 'support'), 'Heard c.ConVox_AgentControls_Call_Ended', Date.parse(SINCE) + 90_000],
    [stateOf('Wrap-Up', 'OTHER'), 'Heard c.ConVox_AgentControls_Call_Ended', 0],
    [stateOf('Talking', 'SUPPORT'), 'Heard Talking · SUPPORT', 0]
])('of %j was heard "%s", with a wrap-up until %d', (fields, words, until) => {
    const process = { Name: value('Care'), Process_Code__c: value('SUPPORT'), Wrap_Up_Seconds__c: value(90) };
    const query = { ConVox_Agent__c: rows(fields), ConVox_Process__c: rows(process) };
    const [desk] = readDesks({ uiapi: { query } });
    expect(desk?.heard).toMatchObject({ words, until, ...(until > 0 && { process: 'Care' }) });
});

test.each<[string, readonly AgentAction[]]>([
    ['a01', ['Mute', 'Hold']],
    ['a02', ['Resume']],
    ['a03', []],
    ['', []]
])('what was done with call "%s" is read from its commands, newest last', (callId, done) => {
    const command = (type: string, call: string) => ({ Type__c: value(type), Call__c: value(call) });
    const query = {
        done: rows(command('Hold', 'a01'), command('Resume', 'a02'), command('Mute', 'a01'), command('Hold', ''))
    };
    expect(doneWith({ uiapi: { query } }, { ...callOn('SUPPORT'), callId })).toEqual(done);
});

test('a server without processes of its own has none of another', () => {
    const [desk] = readDesks({
        uiapi: {
            query: {
                ConVox_Agent__c: rows({ Agent_Code__c: value('austin:AG_ASHA'), Server__c: value('s3') }),
                ConVox_Process__c: rows(...PROCESSES)
            }
        }
    });
    expect(desk?.processes.map(({ code }) => code)).toEqual([]);
});

test.each<[string, CallState | undefined, boolean]>([
    ['no call', undefined, false],
    ['a call that is looked up', arrivedCall(popOf(), 0), false],
    ['an open call', callOn('SUPPORT'), true],
    [
        'another agent’s call',
        nextCall(arrivedCall(popOf({ agentCode: 'AG_RAVI' }), 0), { type: 'lookedUp', lookup: lookupOf() }),
        false
    ],
    [
        'a call that is over',
        nextCall(callOn('SUPPORT'), { type: 'reported', disposition: 'SALE', seconds: 9, at: 1 }),
        false
    ],
    ['a call that nothing of ConVox confirms', { ...callOn('SUPPORT'), isDoubted: true }, false]
])('%s is in hand: %#', (_, call, isInHand) => {
    expect(callInHand(call) !== undefined).toBe(isInHand);
});

const RESULT: CommandResult = {
    state: 'accepted',
    type: 'Hold',
    commandId: 'a02',
    failure: '',
    advice: 'accepted',
    code: '',
    reply: '',
    error: ''
};
const choice = (action: AgentAction, target = ''): Choice => ({ key: '', action, target, label: '' });

test('a transfer names the call with the disposition of its process; a break names itself alone', () => {
    const call = { ...callOn('SUPPORT'), callId: 'a01' };
    expect(commandOf(choice('TransferToQueue', 'BILLING'), deskWith(EVERYTHING), call, 'SF_1')).toEqual({
        type: 'TransferToQueue',
        server: expect.objectContaining({ serverId: 's1', timeZone: 'Asia/Kolkata' }),
        fields: {
            Agent_Code__c: ASHA.agentCode,
            Ref_No__c: 'SF_1',
            Target__c: 'BILLING',
            Call__c: 'a01',
            ConVox_ID__c: 'CX-77',
            Mobile_Number__c: '9876543201',
            Disposition__c: 'PASSED_ON'
        }
    });
    expect(commandOf(choice('Break', 'Tea'), deskWith(EVERYTHING), undefined, 'SF_2').fields).toEqual({
        Agent_Code__c: ASHA.agentCode,
        Ref_No__c: 'SF_2',
        Target__c: 'Tea',
        Call__c: '',
        ConVox_ID__c: '',
        Mobile_Number__c: '',
        Disposition__c: ''
    });
    expect(commandOf(choice('Hold'), deskWith(EVERYTHING), call, 'SF_3').fields.Disposition__c).toBe('');
});

test.each([
    ['that ConVox has handed on is over for the agent', 'TransferToQueue', 'accepted', 'PASSED_ON'],
    ['that ConVox did not hand on goes on', 'TransferToQueue', 'refused', undefined],
    ['that ConVox may have handed on goes on', 'TransferToProcess', 'unknown', undefined],
    ['that is held goes on', 'Hold', 'accepted', undefined]
] as const)('a call %s: %s', (_what, action, state, disposition) => {
    const target = action === 'Hold' ? '' : 'BILLING';
    const command = commandOf(choice(action, target), deskWith(EVERYTHING), callOn('SUPPORT'), 'SF_1');
    const end = endOf(command, { ...RESULT, type: action, state }, 5);
    expect(end).toEqual(disposition && { type: 'reported', disposition, seconds: undefined, at: 5 });
});
