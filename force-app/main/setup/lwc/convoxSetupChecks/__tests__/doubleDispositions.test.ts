import { dispositionsOnce } from '../dispositionsOnce.ts';
import { readDoubleDispositions } from '../doubleDispositions.ts';
import { readSetupFacts } from '../setupFacts.ts';

jest.mock('c/convoxText', () => ({ fillIn: (label: string, ...values: unknown[]) => [label, ...values].join(' ') }));

type Row = readonly [id: string, code: string, process?: string, parent?: string, level?: number];

const answer = (...rows: readonly Row[]): unknown => {
    const edges = rows.map(([Id, code, process = 'sales', parent = '', level = parent === '' ? 1 : 2]) => ({
        node: {
            Id,
            Name: { value: `N${Id}` },
            Code__c: { value: code },
            Process__c: { value: process },
            Parent__c: { value: parent },
            Level__c: { value: level }
        }
    }));
    return { uiapi: { query: { ConVox_Disposition__c: { edges } } } };
};

const onceOf = (...rows: readonly Row[]) => dispositionsOnce(readSetupFacts(answer(...rows), undefined));

it.each<[what: string, rows: readonly Row[], doubles: readonly string[]]>([
    [
        'two codes are two',
        [
            ['1', 'SOLD'],
            ['2', 'LOST']
        ],
        []
    ],
    [
        'of two with one code the later one is too much',
        [
            ['1', 'SOLD'],
            ['2', 'SOLD']
        ],
        ['2']
    ],
    [
        'a code is the same in any case',
        [
            ['1', 'SOLD'],
            ['2', 'sold']
        ],
        ['2']
    ],
    [
        'three are one and two too much',
        [
            ['1', 'SOLD'],
            ['2', 'SOLD'],
            ['3', 'SOLD']
        ],
        ['2', '3']
    ],
    [
        'two processes are two',
        [
            ['1', 'SOLD'],
            ['2', 'SOLD', 'support']
        ],
        []
    ],
    [
        'two of every process are one',
        [
            ['1', 'SOLD', ''],
            ['2', 'SOLD', '']
        ],
        ['2']
    ],
    [
        'two parents are two',
        [
            ['1', 'SOLD'],
            ['2', 'LOST'],
            ['3', 'PRICE', 'sales', '1'],
            ['4', 'PRICE', 'sales', '2']
        ],
        []
    ],
    [
        'the one stays that others are below',
        [
            ['1', 'SOLD'],
            ['2', 'SOLD'],
            ['3', 'PRICE', 'sales', '2']
        ],
        ['1']
    ]
])('%s', (_what, rows, doubles) => {
    expect(readDoubleDispositions(answer(...rows)).map(({ id }) => id)).toEqual(doubles);
});

it('is open without dispositions, and green when each is there once', () => {
    expect([onceOf().answer, onceOf(['1', 'SOLD']).answer]).toEqual(['open', 'yes']);
});

it('names what is too much, with a button that switches it off', () => {
    expect(onceOf(['1', 'SOLD'], ['2', 'SOLD'])).toMatchObject({
        answer: 'no',
        evidence: 'N2 (SOLD)',
        fixes: [{ action: { does: 'update', id: '2', fields: { Is_Active__c: false } } }]
    });
});

it('has no button for one that others are below', () => {
    const both: readonly Row[] = [
        ['1', 'SOLD'],
        ['2', 'SOLD'],
        ['3', 'A', 'sales', '1'],
        ['4', 'B', 'sales', '2']
    ];

    expect(onceOf(...both)).toMatchObject({ answer: 'no', evidence: 'N2 (SOLD)', fixes: [] });
});
