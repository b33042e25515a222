import { checkFieldTypes } from './checkFieldTypes.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkFieldTypes(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFieldTypes, [
    fault('a text that is too long', 'key', '<length>20', '<length>256', 'A text has 1 to 255 characters'),
    fault('a long text that is short', 'phoneKey', '<type>Text', '<type>LongTextArea', 'A long text has 256'),
    fault(
        'a long text of one line',
        'phoneKey',
        '<type>',
        '<visibleLines>1</visibleLines><type>',
        'A long text shows 2 to 50 lines'
    ),
    fault(
        'a number with too many digits',
        'phoneKey',
        '<type>',
        '<precision>19</precision><scale>0</scale><type>',
        'at most 18 digits'
    ),
    fault(
        'a number with more digits behind the point',
        'phoneKey',
        '<type>',
        '<precision>3</precision><scale>4</scale><type>',
        'at most 18 digits'
    ),
    fault(
        'an external id that is a picklist',
        'state',
        '<label>State',
        '<externalId>true</externalId><label>State',
        'cannot be an external id'
    ),
    fault('a unique lookup', 'contact', '</type>', '</type><unique>true</unique>', 'cannot be unique'),
    fault(
        'the history of a formula',
        'state',
        '<label>State',
        '<formula>"Open"</formula><label>State',
        'keeps no history'
    ),
    fault(
        'the default of a formula',
        'phoneKey',
        '<label>',
        '<defaultValue>"1"</defaultValue><formula>"1"</formula><label>',
        'A formula has no default'
    ),
    fault(
        'a default beside a picklist',
        'state',
        '<label>State',
        '<defaultValue>"Open"</defaultValue><label>State',
        'marks its default'
    ),
    fault(
        'a required lookup that is emptied',
        'contact',
        '<required>false',
        '<required>true',
        'A required lookup cannot be emptied'
    ),
    fault('a lookup that deletes', 'contact', 'SetNull', 'Cascade', 'deletes its children'),
    fault('a field with grammar', 'key', '<type>', '<startsWith>Vowel</startsWith><type>', 'Orgs of another language'),
    fault(
        'an object with grammar',
        'object',
        '<label>Ticket</label><nameField>',
        '<gender>Neuter</gender><label>Ticket</label><nameField>',
        'Orgs of another language'
    ),
    fault(
        'a value that is there twice',
        'state',
        '<fullName>Sent',
        '<fullName>open',
        'The value "open" is there twice'
    ),
    fault('two defaults', 'state', '<default>false', '<default>true', 'There are 2 defaults'),
    fault('two fields with one label', 'phoneKey', '<label>Phone Key', '<label>Key', 'The label is also that of'),
    fault(
        'an object for half of the APIs',
        'object',
        '<enableHistory>',
        '<enableBulkApi>true</enableBulkApi><enableHistory>',
        'must be the same'
    )
]);
