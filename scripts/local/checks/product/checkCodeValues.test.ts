import { checkCodeValues } from './checkCodeValues.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles, sampleWith } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkCodeValues(projectOf(sampleFiles))).toEqual([]);
});

const from = 'class Phone {';

test.each([
    ["const open = { State__c: 'Open' };"],
    ["const nothing = { State__c: '' };"],
    ["const text = { Key__c: 'Anything' };"],
    ['const where = `{ State__c: { in: ["Open", "Sent"] } }`;']
])('lets code say %s', (code) => {
    expect(checkCodeValues(sampleWith('source', { from, to: `${code}\n${from}` }))).toEqual([]);
});

catches(checkCodeValues, [
    fault('a value written', 'source', from, `const a = { State__c: 'Opened' };\n${from}`, '"Opened" is no value of'),
    fault(
        'a value by name',
        'source',
        from,
        `const a = { [F.State__c]: 'Opened' };\n${from}`,
        '"Opened" is no value of'
    ),
    fault(
        'a value asked for',
        'source',
        from,
        `gql\`{ State__c: { eq: "Shut" } }\`;\n${from}`,
        '"Shut" is no value of'
    ),
    fault(
        'one of several values',
        'source',
        from,
        `gql\`{ State__c: { in: ["Open", "Gone"] } }\`;\n${from}`,
        '"Gone" is no value of State__c'
    )
]);
