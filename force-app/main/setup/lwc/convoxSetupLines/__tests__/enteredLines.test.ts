import { readLines, recordOf, repeated } from '../enteredLines.ts';
import type { Enterable } from 'c/convoxSetupChecks';
import type { Known } from '../enteredLines.ts';

const KNOWN: Known = {
    processes: [{ id: 'p1', code: 'SUPPORT' }],
    users: new Map([['asha@example.com', '005A']]),
    hasServer: false
};

it.each<[what: Enterable, line: string, fields: object]>([
    ['servers', 'Mumbai, Asia/Kolkata', { Name: 'Mumbai', Time_Zone__c: 'Asia/Kolkata', Is_Default__c: true }],
    ['servers', 'Mumbai', { Name: 'Mumbai', Is_Default__c: true }],
    ['processes', 'SUPPORT; Support desk', { Process_Code__c: 'SUPPORT', Name: 'Support desk' }],
    ['processes', 'SUPPORT', { Process_Code__c: 'SUPPORT', Name: 'SUPPORT' }],
    [
        'dispositions',
        'CALLBACK\tCall back\tsupport\ty',
        { Code__c: 'CALLBACK', Name: 'Call back', Process__c: 'p1', Needs_Follow_Up__c: true }
    ],
    ['dispositions', 'SALE,,SUPPORT', { Code__c: 'SALE', Name: 'SALE', Process__c: 'p1', Needs_Follow_Up__c: false }],
    ['agents', 'AG_ASHA, Asha@Example.com', { Agent_Code__c: 'AG_ASHA', Name: 'AG_ASHA', User__c: '005A' }]
])('makes of a line of %s, "%s", its row', (what, text, fields) => {
    const [line] = readLines(text);

    expect(line && recordOf(what, line, KNOWN)).toEqual({ record: { apiName: expect.any(String), fields } });
});

it.each<[what: Enterable, line: string]>([
    ['servers', 'Mumbai, Bombay time'],
    ['processes', ', Support'],
    ['dispositions', 'SALE, Sale'],
    ['dispositions', 'SALE, Sale, SALES'],
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
