import { checkFields } from './checkFields.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';
import { xml } from '../testing/sampleXml.ts';

test('finds nothing in a sound package', () => {
    expect(checkFields(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFields, [
    fault('a text without a length', 'key', '<length>20</length>', '', 'A Text field needs <length>'),
    fault('a lookup to nothing', 'contact', 'o>Contact<', 'o>Person<', 'looks up Person'),
    fault('a relationship without a name', 'contact', '<relationshipName>Tickets</relationshipName>', '', 'needs'),
    fault('a field nobody explains', 'key', '<description>What it holds.</description>', '', 'has no description'),
    fault('a compact layout that is not there', 'object', 'Ticket_Compact', 'Ticket_Short', 'no compact layout'),
    fault('tracking without history', 'object', '<enableHistory>true', '<enableHistory>false', 'keeps no history'),
    fault('a unique text of unknown case', 'key', '<caseSensitive>true</caseSensitive>', '', 'whether case counts'),
    fault('a case that counts for nothing', 'key', '<unique>true', '<unique>false', 'Only a unique text')
]);

test('catches one relationship name used twice', () => {
    const path = at.contact.replace('Contact__c', 'Second_Contact__c');
    const second = (sampleFiles[at.contact] ?? '').replace('>Contact__c<', '>Second_Contact__c<');
    const findings = checkFields(projectOf({ ...sampleFiles, [path]: second }));
    expect(findings).toMatchObject([{ file: path }]);
    expect(findings[0]?.what).toContain('The relationship Tickets');
});

test('catches a message at a field that is not there', () => {
    const path = 'force-app/main/calls/objects/Ticket__c/validationRules/Rule.validationRule-meta.xml';
    const rule = xml(
        'ValidationRule',
        `<fullName>Rule</fullName><active>true</active><errorConditionFormula>FALSE</errorConditionFormula>
        <errorDisplayField>Stage__c</errorDisplayField><errorMessage>No.</errorMessage>`
    );
    const findings = checkFields(projectOf({ ...sampleFiles, [path]: rule }));
    expect(findings).toMatchObject([{ file: path, what: 'Ticket__c has no field Stage__c' }]);
});
