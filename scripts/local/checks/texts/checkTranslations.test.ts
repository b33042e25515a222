import { checkTranslations } from './checkTranslations.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkTranslations(projectOf(sampleFiles))).toEqual([]);
});

test('asks for no translation of a package in one language', () => {
    const files = Object.entries(sampleFiles).filter(([path]) => !path.includes('ranslation'));
    expect(checkTranslations(projectOf(Object.fromEntries(files)))).toEqual([]);
});

const rule = `<fullName>Rule</fullName><active>true</active><errorConditionFormula>TRUE</errorConditionFormula><errorMessage>No.</errorMessage>`;

catches(checkTranslations, [
    fault(
        'a label not translated',
        'translation',
        'Phone_Title',
        'Phone_Head',
        'The label Phone_Title is not translated into hi'
    ),
    fault(
        'a translation of no label',
        'translation',
        'Phone_Title',
        'Phone_Head',
        'There is no label Phone_Head to translate'
    ),
    fault(
        'a second word for a thing',
        'translation',
        '<label>फ़ोन',
        '<label>प्रक्रिया',
        'The label Phone_Title has a second word for प्रोसेस'
    ),
    fault('an app not translated', 'translation', '<name>Desk', '<name>Disk', 'The app Desk is not translated'),
    fault(
        'a description of an app',
        'app',
        '<label>Desk',
        '<description>Work.</description><label>Desk',
        'The description of app Desk is not'
    ),
    fault(
        'a tab with a label',
        'tab',
        '<customObject>true</customObject>',
        '<label>Tickets</label>',
        'The tab Ticket__c is not translated'
    ),
    fault(
        'an object without its plural',
        'objectTranslation',
        '<plural>true',
        '<plural>false',
        'The Nominative plural of Ticket__c is not'
    ),
    fault(
        'an object without its oblique case',
        'objectTranslation',
        'Objective',
        'Genitive',
        'The Objective singular of Ticket__c is not'
    ),
    fault(
        'a case that the language lacks',
        'objectTranslation',
        'Objective',
        'Genitive',
        'There is no Genitive singular of Ticket__c'
    ),
    fault(
        'a gender that the language lacks',
        'objectTranslation',
        'Feminine',
        'Neuter',
        'The gender of Ticket__c-hi is "Neuter"'
    ),
    fault(
        'a form for vowels',
        'objectTranslation',
        '</gender>',
        '</gender><startsWith>Vowel</startsWith>',
        '<startsWith> has no meaning'
    ),
    fault(
        'a name field not translated',
        'objectTranslation',
        'nameFieldLabel>टिकट<',
        'nameFieldLabel><',
        'The name field of Ticket__c is not'
    ),
    fault(
        'a section not translated',
        'layout',
        '<label>Ticket<',
        '<label>Details<',
        'The section "Details" of Ticket__c-Ticket Layout is not'
    ),
    fault('a quick action not translated', 'objectTranslation', '>Ring<', '>Rang<', 'The action Ticket__c.Ring is not'),
    fault('a field not translated', 'keyTranslation', 'कुंजी', '', 'The field Ticket__c.Key__c is not translated'),
    fault(
        'help not translated',
        'stateTranslation',
        '<help>इसके बारे में।</help>',
        '',
        'The help of Ticket__c.State__c is not translated'
    ),
    fault(
        'a picklist value not translated',
        'state',
        '<label>Sent',
        '<label>Gone',
        'The value "Gone" of Ticket__c.State__c is not'
    ),
    fault(
        'a translation of no picklist value',
        'state',
        '<label>Sent',
        '<label>Gone',
        'There is no value "Sent" of Ticket__c.State__c'
    ),
    fault(
        'a related list not translated',
        'contact',
        '<relationshipName>',
        '<relationshipLabel>Tickets</relationshipLabel><relationshipName>',
        'The related list of Ticket__c.Contact__c is not'
    ),
    fault(
        'a report type not translated',
        'translation',
        '<name>Tickets<',
        '<name>Passes<',
        'The report type Tickets is not translated'
    ),
    fault(
        'a section of a report type not translated',
        'joinedType',
        '<masterLabel>Contact<',
        '<masterLabel>Customer<',
        'The section "Customer" of report type Contacts_with_Tickets is not'
    ),
    fault(
        'a description of a report type not translated',
        'translation',
        '<description>टिकट।</description>',
        '',
        'The description of report type Tickets is not'
    ),
    fault(
        'a label translated twice',
        'translation',
        'Greeting_Title',
        'Phone_Title',
        'The label Phone_Title is translated twice'
    ),
    fault('a translation that is too long', 'keyTranslation', 'कुंजी', 'कुंजी '.repeat(8), 'has 47 characters'),
    fault(
        'a text left in English',
        'keyTranslation',
        'कुंजी',
        'The key',
        'The field Ticket__c.Key__c is "The key", which is another language'
    ),
    fault('a placeholder lost', 'labels', '>Phone<', '>Phone {0}<', 'The label Phone_Title has other placeholders'),
    fault(
        'a build without translations',
        'scratchDefinition',
        '"enablePlatformLanguages":true',
        '"enablePlatformLanguages":false',
        'enablePlatformLanguages is not switched on'
    )
]);

test('catches a validation rule that is not translated', () => {
    const path = 'force-app/main/calls/objects/Ticket__c/validationRules/Rule.validationRule-meta.xml';
    const files = { ...sampleFiles, [path]: `<ValidationRule>${rule}</ValidationRule>` };
    expect(checkTranslations(projectOf(files)).map(({ what }) => what)).toEqual([
        'The message of Ticket__c.Rule is not translated into hi'
    ]);
});

test('a name that is the same in every language may stay as it is', () => {
    const text = (sampleFiles[at.keyTranslation] ?? '').replace('कुंजी', 'Key');
    expect(checkTranslations(projectOf({ ...sampleFiles, [at.keyTranslation]: text }))).toEqual([]);
});

test('a language nobody has looked up is not let in', () => {
    const path = at.translation.replace('hi.', 'ta.');
    const findings = checkTranslations(projectOf({ ...sampleFiles, [path]: sampleFiles[at.translation] ?? '' }));
    expect(findings).toMatchObject([{ file: path, what: 'Nobody has listed the language ta' }]);
});
