import { recordOf, repeated, withSaved } from '../enteredLines.ts';
import { readLines } from '../pastedWords.ts';
import type { Enterable } from 'c/convoxSetupChecks';
import type { Known } from '../lineRecord.ts';

const KNOWN: Known = {
    processes: [{ id: 'p1', code: 'SUPPORT', enteredAt: '' }],
    users: new Map([['asha@example.com', '005A']]),
    servers: new Set(['pune']),
    // The default server needs no code.
    codes: new Map([
        ['', 's0'],
        ['austin', 's1']
    ]),
    hasDefault: false,
    defaultServerId: 's0',
    agents: [
        { id: 'a1', code: 'ag_karthik', userId: '', userName: '', isActive: true },
        { id: 'a2', code: 'ag_off', userId: '005A', userName: 'Asha', isActive: false },
        { id: 'a3', code: 'austin:1002', userId: '005B', userName: 'Ravi', isActive: true },
        { id: 'a4', code: 'ag_same', userId: '005A', userName: 'Asha', isActive: true }
    ],
    dispositions: [
        { id: 'd1', code: 'resolved', processId: 'p1', isActive: true },
        { id: 'd2', code: 'old', processId: 'p1', isActive: false },
        { id: 'd3', code: 'sale', processId: 'p2', isActive: true }
    ]
};

it.each<[what: Enterable, line: string, fields: object]>([
    ['servers', 'Mumbai, Asia/Kolkata', { Name: 'Mumbai', Time_Zone__c: 'Asia/Kolkata', Is_Default__c: true }],
    ['servers', 'Mumbai', { Name: 'Mumbai', Is_Default__c: true }],
    ['servers', 'Mumbai,,mum', { Name: 'Mumbai', Is_Default__c: true, Code__c: 'mum' }],
    ['processes', 'SALES, "Sales, ""inbound"""', { Process_Code__c: 'SALES', Name: 'Sales, "inbound"' }],
    ['processes', ' "SALES" ; Sales ; ', { Process_Code__c: 'SALES', Name: 'Sales' }],
    ['processes', 'SUPPORT; Support desk', { Process_Code__c: 'SUPPORT', Name: 'Support desk' }],
    [
        'servers',
        'Mumbai,,,"Ready, LogOut;Break",webservice',
        { Name: 'Mumbai', Is_Default__c: true, Supports__c: 'Ready, LogOut, Break', Dialect__c: 'webService' }
    ],
    [
        'processes',
        'SALES, Sales, "Tea; Lunch"',
        { Process_Code__c: 'SALES', Name: 'Sales', Break_Names__c: 'Tea, Lunch' }
    ],
    [
        'processes',
        'SALES, Sales, Tea, 9:00, 20:00',
        {
            Process_Code__c: 'SALES',
            Name: 'Sales',
            Break_Names__c: 'Tea',
            Calling_From__c: '09:00',
            Calling_To__c: '20:00'
        }
    ],
    ['processes', 'SUPPORT', { Process_Code__c: 'SUPPORT', Name: 'SUPPORT' }],
    [
        'dispositions',
        'CALLBACK\tCall back\tsupport\ty',
        { Code__c: 'CALLBACK', Name: 'Call back', Process__c: 'p1', Needs_Follow_Up__c: true }
    ],
    [
        'dispositions',
        'CB,Call back,SUPPORT,yes',
        { Code__c: 'CB', Name: 'Call back', Process__c: 'p1', Needs_Follow_Up__c: true }
    ],
    ['dispositions', 'SALE,,SUPPORT', { Code__c: 'SALE', Name: 'SALE', Process__c: 'p1', Needs_Follow_Up__c: false }],
    [
        'agents',
        'austin:1001, asha@example.com',
        { Agent_Code__c: '1001', Name: '1001', Server__c: 's1', User__c: '005A' }
    ],
    ['processes', 'Austin:SALES', { Process_Code__c: 'SALES', Name: 'SALES', Server__c: 's1' }],
    ['agents', 'AG_ASHA, Asha@Example.com', { Agent_Code__c: 'AG_ASHA', Name: 'AG_ASHA', User__c: '005A' }]
])('makes of a line of %s, "%s", its row', (what, text, fields) => {
    const [line] = readLines(text);

    expect(line && recordOf(what, line, KNOWN)).toEqual({ record: { apiName: expect.any(String), fields } });
});

const ASHA = { User__c: '005A', Is_Active__c: true };

it.each<[what: Enterable, line: string, id: string, fields: object, question: RegExp]>([
    ['agents', 'AG_KARTHIK, asha@example.com', 'a1', ASHA, /Other_User/],
    ['agents', 'Ag_Off, asha@example.com', 'a2', ASHA, /Other_User/],
    ['agents', 'austin:1002, asha@example.com', 'a3', ASHA, /Other_User/],
    [
        'dispositions',
        'OLD, Old one, SUPPORT, Y',
        'd2',
        { Name: 'Old one', Needs_Follow_Up__c: true, Is_Active__c: true },
        /Switched_Off/
    ]
])('changes what is there by a line of %s, "%s", once that was asked', (what, text, id, fields, question) => {
    const [line] = readLines(text);

    expect(line && recordOf(what, line, KNOWN)).toMatchObject({
        change: { id, fields, question: expect.stringMatching(question) }
    });
});

it.each<[what: Enterable, line: string]>([
    ['agents', 'AG_SAME, asha@example.com'],
    ['dispositions', 'Resolved, Resolved, SUPPORT']
])('does not make twice what a line of %s, "%s", names', (what, text) => {
    const [line] = readLines(text);

    expect(line && recordOf(what, line, KNOWN)).toEqual({ problem: expect.stringMatching(/Exists/) });
});

it.each<[line: string, said: RegExp]>([
    ['Mumbai, Asia/Kolkata, mum, "Ready, LogOut', /Unclosed/],
    ['Mumbai, Asia/Kolkata, mum, "Ready, LogOut, rest', /Unclosed/],
    ['Mumbai, Asia/Kolkata, mum, "Ready, Hold", rest', /Alone/],
    ['Mumbai, Asia/Kolkata, mum, "Unmute", rest', /Alone/],
    ['Mumbai, Asia/Kolkata, mum, "Ready, Hold"', /Needs_Dialect/],
    ['Mumbai, Asia/Kolkata, mum, , soap', /Not_Dialect/]
])('of a server "%s" it is said what is wrong', (text, said) => {
    const [line] = readLines(text);

    expect(line && recordOf('servers', line, KNOWN)).toEqual({ problem: expect.stringMatching(said) });
});

it.each<[what: Enterable, line: string]>([
    ['servers', 'Mumbai, Bombay time'],
    ['servers', 'Mumbai, Asia/Kolkata, Mum'],
    ['servers', 'Pune, Asia/Kolkata'],
    ['servers', 'Mumbai, Asia/Kolkata, mum, Ready, rest, extra'],
    ['servers', 'Mumbai, Asia/Kolkata, mum, Ready, sheet'],
    ['processes', 'SALES, Sales, Tea, Lunch'],
    ['processes', 'SALES, Sales, Tea, 09:00'],
    ['processes', 'SALES, Sales, , , 20:00'],
    ['processes', 'SALES, Sales, , 25:00, 20:00'],
    ['processes', 'SALES, Sales, , 9 am, 8 pm'],
    ['processes', 'SALES, Sales, , 09:00, 20:00, Lunch'],
    ['dispositions', 'CB, Call back, SUPPORT, maybe'],
    ['agents', 'AG ASHA, asha@example.com'],
    ['processes', ', Support'],
    ['dispositions', 'SALE, Sale'],
    ['dispositions', 'SALE, Sale, SALES'],
    ['agents', 'delhi:1001, asha@example.com'],
    ['processes', 'delhi:SALES'],
    ['agents', 'AG_ASHA'],
    ['agents', 'AG_ASHA, nobody@example.com']
])('says why a line of %s, "%s", cannot be saved', (what, text) => {
    const [line] = readLines(text);

    expect(line && recordOf(what, line, KNOWN)).toEqual({ problem: expect.stringMatching(/./) });
});

it('reads what a sheet or a file gives, and passes over empty lines', () => {
    expect(readLines('A,1\r\n\r\n , \nB\t2\n').map(({ number, words }) => [number, ...words])).toEqual([
        [1, 'A', '1'],
        [4, 'B', '2']
    ]);
});

it('makes one of what is named twice, whatever the case', () => {
    const lines = readLines('SALE,Sale,SUPPORT\nsale,Sold,support\nSALE,Sale,SALES');

    expect(lines.map((line) => repeated(lines, line))).toEqual([false, true, false]);
});

it('makes the first server that is saved the default, and asks every other one for its code', () => {
    const rows: object[] = [];
    readLines('Mumbai, Asia/Bombay2\nDelhi\nAgra\nGoa,,goa').reduce((known, line) => {
        const made = recordOf('servers', line, known);
        if ('problem' in made) {
            return known;
        }
        rows.push(made.record.fields);
        return withSaved(known, made.record);
    }, KNOWN);

    expect(rows).toEqual([
        { Name: 'Delhi', Is_Default__c: true },
        { Name: 'Goa', Is_Default__c: false, Code__c: 'goa' }
    ]);
});
