import { callerVariables, readCustomers, readLookup, unfilledCallerVariables } from 'c/convoxCallerQuery';
import type { ScreenPop } from 'c/convoxContract';

function field(value: unknown, displayValue?: string): object {
    return displayValue === undefined ? { value } : { value, displayValue };
}

function connection(...nodes: object[]): { readonly edges: { readonly node: object }[] } {
    return { edges: nodes.map((node) => ({ node })) };
}

const ANSWER = {
    uiapi: {
        query: {
            Contact: connection({
                Id: '003000000000001AAA',
                Name: field('Meera Iyer'),
                Title: field('Owner'),
                Phone: field(null),
                MobilePhone: field('+91 98765 43201'),
                Account: { Name: field('Sunrise Traders') }
            }),
            Lead: connection({
                Id: '00Q000000000001AAA',
                Name: field('Leela Rao'),
                Company: field('Rao Foods'),
                Phone: field('098765 43201'),
                MobilePhone: field(null)
            }),
            Account: connection({
                Id: '001000000000001AAA',
                Name: field('Sunrise Traders'),
                Phone: field('9876543201')
            }),
            Record: connection({
                Shown_As__c: field('Policy: 4711'),
                Number__c: field('+91 98765 43201'),
                Object__c: field('Policy__c'),
                Record_Id__c: field('a0P000000000001AAA')
            }),
            ownCalls: connection({
                Id: 'a01000000000001AAA',
                Call_Reference__c: field('REF-1'),
                LastModifiedDate: field('2026-01-05T04:30:00.000Z'),
                Status_Received_At__c: field('2026-01-05T04:35:00.000Z'),
                Disposition__c: field(null),
                Contact__c: field(null),
                Lead__c: field('00Q000000000001AAA'),
                Account__c: field(null),
                Pop_At__c: field(null)
            }),
            recentCalls: connection({
                Id: 'a01000000000000AAA',
                CreatedDate: field('2026-01-04T04:31:00.000Z'),
                Started_At__c: field(null),
                Direction__c: field('Inbound', 'Incoming'),
                Status__c: field('Disposed', 'Disposed'),
                Disposition_Name__c: field('SALE'),
                Contact__c: field('003000000000001AAA')
            }),
            ConVox_Follow_Up__c: connection({
                Id: 'a03000000000001AAA',
                Due_At__c: field('2026-01-06T05:00:00.000Z')
            }),
            ConVox_Disposition__c: connection({
                Id: 'a05000000000001AAA',
                Name: field('Call back'),
                Code__c: field('CALLBACK'),
                Level__c: field(2),
                Needs_Follow_Up__c: field(true),
                Parent__r: { Code__c: field('OPEN') }
            }),
            ConVox_Agent__c: connection({
                Id: 'a06000000000001AAA',
                Agent_Code__c: field('AG_ASHA'),
                Server__c: field('a04000000000001AAA'),
                Server__r: {
                    Time_Zone__c: field('Asia/Kolkata'),
                    Command_Route__c: field('Background'),
                    Phone_Keys_Filled__c: field(false)
                }
            })
        }
    }
};

const POP: ScreenPop = {
    agentCode: 'AG_ASHA',
    callerNumber: '+91 98765-43201',
    callReference: 'REF-1',
    did: '',
    convoxId: 'CX-1',
    process: 'SUPPORT',
    typeOfCall: '',
    direction: undefined,
    unknown: {}
};

test('reads everything of an answer', () => {
    const lookup = readLookup(ANSWER, 'REF-1');
    expect(lookup.customers.map(({ object, name, detail }) => [object, name, detail])).toEqual([
        ['Contact', 'Meera Iyer', 'Owner, Sunrise Traders'],
        ['Lead', 'Leela Rao', 'Rao Foods'],
        ['Account', 'Sunrise Traders', ''],
        ['Record', 'Policy: 4711', '']
    ]);
    expect(lookup.customers.at(-1)).toMatchObject({ id: 'a0P000000000001AAA', page: 'Policy__c' });
    expect(lookup.openCalls).toEqual([]);
    expect(lookup.existingCall).toEqual({
        id: 'a01000000000001AAA',
        lastModifiedDate: '2026-01-05T04:30:00.000Z',
        disposition: '',
        hasStatus: true,
        hasPop: false,
        isKept: false,
        customerId: '00Q000000000001AAA',
        draft: undefined
    });
    expect(lookup.recentCalls).toEqual([
        {
            id: 'a01000000000000AAA',
            at: '2026-01-04T04:31:00.000Z',
            direction: 'Incoming',
            status: 'Disposed',
            disposition: 'SALE',
            customerId: '003000000000001AAA'
        }
    ]);
    expect(lookup.followUps).toEqual([{ id: 'a03000000000001AAA', dueAt: '2026-01-06T05:00:00.000Z' }]);
    expect(lookup.dispositions).toEqual([
        { code: 'CALLBACK', label: 'Call back', needsFollowUp: true, level: 2, parentCode: 'OPEN' }
    ]);
    expect(lookup.agents).toEqual([
        {
            agentCode: 'AG_ASHA',
            serverId: 'a04000000000001AAA',
            timeZone: 'Asia/Kolkata',
            route: 'Background',
            arePhoneKeysFilled: false
        }
    ]);
});

test.each([
    ['title', { Title: undefined }, { detail: 'Sunrise Traders' }],
    ['account', { Account: undefined }, { detail: 'Owner' }],
    ['name of the account', { Account: {} }, { detail: 'Owner' }],
    ['mobile phone', { MobilePhone: undefined }, { name: 'Meera Iyer', numbers: [] }]
])('a contact whose %s the agent may not see is found all the same', (_name, hidden, read) => {
    const [contact] = ANSWER.uiapi.query.Contact.edges;
    const data = { uiapi: { query: { Contact: connection({ ...contact?.node, ...hidden }) } } };
    expect(readLookup(data).customers).toMatchObject([{ object: 'Contact', ...read }]);
});

test('the customer of the last call is offered, although ten others were found before', () => {
    const other = { Id: '003000000000002AAA', Name: field('Kabir Iyer'), MobilePhone: field('9876543201') };
    const data = {
        uiapi: {
            query: {
                Contact: { totalCount: 12, ...connection(other) },
                Lead: { totalCount: 1, ...connection() },
                recentCalls: connection(
                    { Id: 'a01000000000002AAA', Contact__c: field(null) },
                    {
                        Id: 'a01000000000001AAA',
                        Contact__c: field('003000000000012AAA'),
                        Contact__r: {
                            Id: '003000000000012AAA',
                            Name: field('Meera Iyer'),
                            HomePhone: field('+91 98765 43201'),
                            Account: { Name: field('Sunrise Traders') }
                        },
                        Lead__r: null
                    },
                    { Id: 'a01000000000000AAA', Contact__r: other }
                )
            }
        }
    };
    expect(readLookup(data).customerCount).toBe(13);
    expect(readCustomers(data).map(({ name, detail, numbers }) => [name, detail, numbers])).toEqual([
        ['Kabir Iyer', '', [{ field: 'MobilePhone', text: '9876543201', key: '9876543201' }]],
        ['Meera Iyer', 'Sunrise Traders', [{ field: 'HomePhone', text: '+91 98765 43201', key: '9876543201' }]]
    ]);
});

test.each([
    ['a contact', { Contact__c: field('003') }, '003'],
    ['a record of any other object', { Caller_Record_Id__c: field('a0P') }, 'a0P'],
    ['nobody', {}, '']
])('a call that is linked to %s', (_name, links, customerId) => {
    const data = { uiapi: { query: { recentCalls: connection({ Id: 'a01', ...links }) } } };
    expect(readLookup(data).recentCalls).toMatchObject([{ customerId }]);
});

test('this call is told from the open ones by its reference, wherever it stands among them', () => {
    const open = (at: number): object => ({
        Id: `a01-${at}`,
        Call_Reference__c: field(`REF-${at}`),
        Pop_Payload__c: field(`{"CallReferenceID":"REF-${at}"}`),
        Pop_At__c: field('2026-01-05T04:30:00.000Z')
    });
    const rows = Array.from({ length: 60 }, (_, at) => open(at));
    const { existingCall, openCalls } = readLookup({ uiapi: { query: { ownCalls: connection(...rows) } } }, 'REF-59');
    expect(existingCall?.id).toBe('a01-59');
    expect(openCalls?.flatMap(({ parameters }) => parameters.map(([, reference]) => reference))).toEqual(
        Array.from({ length: 50 }, (_, at) => `REF-${at}`)
    );
});

test.each([
    ['an empty answer', {}],
    ['no answer', undefined],
    ['an answer of another shape', { uiapi: { query: { Contact: [] } } }]
])('%s holds nobody and nothing', (_name, data) => {
    const lookup = readLookup(data);
    expect(lookup).toMatchObject({ agents: [], customers: [], existingCall: undefined, recentCalls: [] });
    expect(readCustomers(data)).toEqual([]);
});

test.each([
    ['a number', {}, { key: '9876543201', process: 'SUPPORT' }],
    ['a withheld number', { callerNumber: 'anonymous' }, { key: 'none' }],
    ['no process', { process: '' }, { process: 'none' }]
])('%s never asks for empty values, which would find everybody without one', (_name, pop, expected) => {
    const variables = callerVariables({ ...POP, ...pop }, '005000000000001AAA');
    expect(variables).toMatchObject({ reference: 'REF-1', userId: '005000000000001AAA', ...expected });
    expect(Object.values(variables)).not.toContain('');
});

test('a softphone that starts without a call asks for the open calls of the last half day, and for nothing else', () => {
    const variables = callerVariables(undefined, 'user');
    expect(variables).toMatchObject({ key: 'none', reference: 'none', process: 'none', userId: 'user' });
    const hours = (Date.now() - Date.parse(String(variables.since))) / 3_600_000;
    expect(hours).toBeGreaterThanOrEqual(12);
    expect(hours).toBeLessThan(12.1);
});

test('a question that is asked once more is another one', () => {
    expect(callerVariables(POP, 'user', 1)).not.toEqual(callerVariables(POP, 'user', 0));
});

test('the slow search finds the digits whatever is written between them', () => {
    expect(unfilledCallerVariables('+91 98765 43201')).toEqual({ pattern: '%9%8%7%6%5%4%3%2%0%1' });
    expect(unfilledCallerVariables('+65 9085 5731')).toEqual({ pattern: '%6%5%9%0%8%5%5%7%3%1' });
});

test.each([
    ['', '', false],
    ['2026-01-05T04:40:00.000Z', '', true],
    ['2026-01-05T04:40:00.000Z', '2026-01-05T04:41:00.000Z', false]
])('a call finished without ConVox at "%s", with a draft of "%s", is kept: %s', (keptAt, draftAt, isKept) => {
    const row = {
        Id: 'a01',
        Call_Reference__c: field('REF-1'),
        Kept_At__c: field(keptAt),
        Draft_Saved_At__c: field(draftAt)
    };
    const data = { uiapi: { query: { ownCalls: connection(row) } } };
    expect(readLookup(data, 'REF-1').existingCall).toMatchObject({ isKept });
});
