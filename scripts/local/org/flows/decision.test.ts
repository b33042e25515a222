import type { TestOrg } from './testOrg.ts';
import {
    assignXml,
    conditionXml,
    elementXml,
    flowXml,
    numberXml,
    openTestOrg,
    startXml,
    textXml,
    variableXml
} from './testOrg.ts';

let org: TestOrg | undefined;
afterEach(() => {
    org?.close();
    org = undefined;
});

function open(flows: Record<string, string>): TestOrg {
    org = openTestOrg(flows);
    return org;
}

const decide = (logic: string, conditions: string) =>
    flowXml(
        startXml('Decide') +
            elementXml(
                'decisions',
                'Decide',
                `<rules><name>Yes</name><conditionLogic>${logic}</conditionLogic>${conditions}
                <connector><targetReference>Say</targetReference></connector><label>Yes</label></rules>`
            ) +
            elementXml('assignments', 'Say', assignXml('said', textXml('yes'))) +
            variableXml('a', 'String', '', 'in') +
            variableXml('n', 'Number', '<scale>0</scale>', 'in') +
            variableXml('said', 'String', '', 'out')
    );

const TRUE = '<booleanValue>true</booleanValue>';

const CONDITIONS: [string, string, [string, string, string][], Record<string, string | number>, string | null][] = [
    ['equals without case', 'and', [['a', 'EqualTo', textXml('ENDED')]], { a: 'ended' }, 'yes'],
    ['a blank differs from a text', 'and', [['a', 'NotEqualTo', textXml('x')]], {}, 'yes'],
    ['no value is null', 'and', [['a', 'IsNull', TRUE]], {}, 'yes'],
    ['an empty text is not null', 'and', [['a', 'IsNull', TRUE]], { a: '' }, null],
    ['white space is blank', 'and', [['a', 'IsBlank', TRUE]], { a: ' ' }, 'yes'],
    ['starts without case', 'and', [['a', 'StartsWith', textXml('cl0')]], { a: 'CL001' }, 'yes'],
    ['does not contain', 'and', [['a', 'Contains', textXml('zz')]], { a: 'CL001' }, null],
    ['is greater', 'and', [['n', 'GreaterThan', numberXml(3)]], { n: 4 }, 'yes'],
    ['a blank is not greater', 'and', [['n', 'GreaterThan', numberXml(3)]], {}, null],
    ['is at most', 'and', [['n', 'LessThanOrEqualTo', numberXml(3)]], { n: 3 }, 'yes'],
    [
        'any of two',
        'or',
        [
            ['n', 'EqualTo', numberXml(1)],
            ['a', 'EqualTo', textXml('x')]
        ],
        { a: 'x' },
        'yes'
    ],
    [
        'logic of its own',
        '1 AND (2 OR NOT 3)',
        [
            ['n', 'EqualTo', numberXml(1)],
            ['a', 'EqualTo', textXml('x')],
            ['a', 'EqualTo', textXml('y')]
        ],
        { n: 1, a: 'z' },
        'yes'
    ]
];

test.each(CONDITIONS)('a decision knows: %s', async (_name, logic, conditions, inputs, expected) => {
    const { engine, acting } = open({
        Decide: decide(logic, conditions.map((condition) => conditionXml(...condition)).join(''))
    });
    expect((await engine.run('Decide', inputs, acting)).outputs).toEqual({ said: expected });
});
