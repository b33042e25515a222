import { checkFormulas } from './checkFormulas.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';
import { xml } from '../testing/sampleXml.ts';

test('finds nothing in a sound package', () => {
    expect(checkFormulas(projectOf(sampleFiles))).toEqual([]);
});

const folder = 'force-app/main/calls/objects/Ticket__c';

function withField(name: string, formula: string, element = 'formula'): Record<string, string> {
    const escaped = formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return {
        [`${folder}/fields/${name}.field-meta.xml`]: xml(
            'CustomField',
            `<fullName>${name}</fullName><${element}>${escaped}</${element}><label>${name}</label><type>Number</type>`
        )
    };
}

function withRule(condition: string, field = 'State__c'): Record<string, string> {
    return {
        [`${folder}/validationRules/Rule.validationRule-meta.xml`]: xml(
            'ValidationRule',
            `<fullName>Rule</fullName><active>true</active><errorConditionFormula>${condition}</errorConditionFormula>
            <errorDisplayField>${field}</errorDisplayField><errorMessage>No.</errorMessage>`
        )
    };
}

const found = (more: Record<string, string>): string[] =>
    checkFormulas(projectOf({ ...sampleFiles, ...more })).map(({ what }) => what);

test.each<[string, Record<string, string>]>([
    ['a count by state', withField('Open__c', 'CASE(TEXT(State__c), "Open", 1, "Sent", 1, 0)')],
    ['a default', withField('Zone__c', '"Asia/Kolkata"', 'defaultValue')],
    ['a rule about two states', withRule('AND(ISPICKVAL(State__c, "Open"), ISPICKVAL(PRIORVALUE(State__c), "Sent"))')],
    ['a rule about a lookup', withRule('ISBLANK(Contact__r.Phone)')],
    ['a rule about the user', withRule('$User.Username = "x"')]
])('takes %s', (_what, more) => {
    expect(found(more)).toEqual([]);
});

test.each<[string, Record<string, string>, string]>([
    ['a formula that does not parse', withField('Open__c', 'IF(State__c'), 'Syntax error'],
    ['a function nobody knows', withField('Open__c', 'COUNTIF(1)'), 'Unknown function COUNTIF'],
    ['a field that is not there', withField('Open__c', 'LEN(Stage__c)'), 'Ticket__c has no field Stage__c'],
    [
        'a field that is not there, in a rule',
        withRule('ISBLANK(Contact__r.Fone)'),
        'Ticket__c has no field Contact__r.Fone'
    ],
    ['a state that is not there', withRule('ISPICKVAL(State__c, "Gone")'), '"Gone" is not in the picklist State__c'],
    [
        'a former state that is not there',
        withRule('ISPICKVAL(PRIORVALUE(State__c), "Gone")'),
        '"Gone" is not in the picklist'
    ],
    [
        'a state that is not there, as text',
        withRule('TEXT(State__c) = "Gone"'),
        '"Gone" is not in the picklist State__c'
    ],
    [
        'a state that is not there, in a case',
        withField('Open__c', 'CASE(TEXT(State__c), "Open", 1, "Gone", 1, 0)'),
        '"Gone" is not in'
    ]
])('catches %s', (_fault, more, what) => {
    expect(found(more).join('\n')).toContain(what);
});

test('catches a formula that grows too large by the formula fields in it', () => {
    const part = `LEN("${'a'.repeat(1000)}")`;
    const parts = { ...withField('Part__c', part), ...withField('Sum__c', Array(5).fill('Part__c').join(' + ')) };
    expect(found(parts)).toEqual([expect.stringMatching(/about 50\d\d bytes when compiled/)]);
});
