import { checkLimits } from './checkLimits.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkLimits(projectOf(sampleFiles))).toEqual([]);
});

const long = (characters: number): string => 'a'.repeat(characters);
const values = (count: number): string =>
    Array.from({ length: count }, (_, n) => `<value><fullName>V${n}</fullName></value>`).join('');

catches(checkLimits, [
    fault(
        'help that is too long',
        'state',
        '<label>State',
        `<inlineHelpText>${long(511)}</inlineHelpText><label>State`,
        '<inlineHelpText> has 511 characters, an org takes 510'
    ),
    fault('a description of a field that is too long', 'state', 'What it holds.', long(1001), '<description> has 1001'),
    fault('a picklist value that is too long', 'state', '<label>Open<', `<label>${long(256)}<`, 'value.label> has 256'),
    fault('more picklist values than fit', 'state', '<sorted>', `${values(1000)}<sorted>`, 'There are 1002 <valueSet'),
    fault(
        'a name of a relationship that is too long',
        'contact',
        '>Tickets<',
        `>${long(41)}<`,
        '<relationshipName> has 41'
    ),
    fault('an app with a long name', 'app', '<label>Desk', `<label>${long(41)}`, '<label> has 41'),
    fault('a flow with a long name', 'send', '<label>Send Ticket', `<label>${long(256)}`, '<label> has 256'),
    fault('a list view with a long name', 'listView', '<label>Open', `<label>${long(41)}`, '<label> has 41'),
    fault(
        'a list view with many columns',
        'listView',
        '<columns>NAME</columns>',
        '<columns>NAME</columns>'.repeat(16),
        'There are 17 <columns>'
    ),
    fault(
        'a compact layout with many fields',
        'compactLayout',
        '<fields>Name</fields>',
        '<fields>Name</fields>'.repeat(10),
        'There are 11 <fields>'
    ),
    fault(
        'a section with a long name',
        'layout',
        '<label>Ticket',
        `<label>${long(81)}`,
        '<layoutSections.label> has 81'
    ),
    fault('an action with a long name', 'action', '<label>Ring', `<label>${long(81)}`, '<label> has 81'),
    fault('a permission set with a long name', 'permissionSet', '<label>Clerk', `<label>${long(81)}`, '<label> has 81'),
    fault('a formula that is too long', 'fillKey', 'ISNEW()', long(3901), 'The formula has 3901 characters'),
    fault(
        'a file that is too large',
        'template',
        '</template>',
        `${long(131_073)}</template>`,
        'bytes, an org takes 131072'
    )
]);

test.each([
    ['fields with history', '<trackHistory>true</trackHistory><type>Text</type>', 21],
    ['external ids', '<externalId>true</externalId><type>Text</type>', 26],
    ['lookups', '<type>Lookup</type>', 41]
])('catches an object with too many %s', (what, body, count) => {
    const fields = Array.from({ length: count }, (_, index): [string, string] => [
        at.key.replace('Key__c', `Field${index}__c`),
        `<CustomField><fullName>Field${index}__c</fullName>${body}</CustomField>`
    ]);
    const findings = checkLimits(projectOf({ ...sampleFiles, ...Object.fromEntries(fields) }));
    expect(findings.map((finding) => finding.what).join('\n')).toMatch(new RegExp(`has \\d+ ${what}`));
});

test('catches more long text than an object holds', () => {
    const fields = Array.from({ length: 13 }, (_, index): [string, string] => [
        at.key.replace('Key__c', `Text${index}__c`),
        `<CustomField><fullName>Text${index}__c</fullName><length>131072</length><type>LongTextArea</type></CustomField>`
    ]);
    const findings = checkLimits(projectOf({ ...sampleFiles, ...Object.fromEntries(fields) }));
    expect(findings).toMatchObject([{ what: 'Ticket__c has 1703936 characters of long text' }]);
});
