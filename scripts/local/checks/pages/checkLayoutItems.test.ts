import { checkLayoutItems } from './checkLayoutItems.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkLayoutItems(projectOf(sampleFiles))).toEqual([]);
});

const item = (behavior: string, field: string): string =>
    `<layoutColumns><layoutItems><behavior>${behavior}</behavior><field>${field}</field></layoutItems></layoutColumns>`;
const long = '<length>1000</length><type>LongTextArea</type><visibleLines>3</visibleLines>';
const picklist =
    /<type>Picklist<\/type><valueSet>.*<\/valueSet>/s.exec(Object.values(sampleFiles).join('\n'))?.[0] ?? '';

catches(checkLayoutItems, [
    fault('a required field that may be left out', 'layout', 'Required', 'Edit', 'Key__c is Edit and must be Required'),
    fault(
        'a number that nobody gives',
        'layout',
        '<layoutColumns />',
        item('Edit', 'Name'),
        'Name is Edit and must be Readonly'
    ),
    fault(
        'a creator that can be changed',
        'layout',
        '<layoutColumns />',
        item('Edit', 'CreatedById'),
        'CreatedById is Edit and must be Readonly'
    ),
    fault(
        'a field that is there twice',
        'layout',
        '<layoutColumns />',
        item('Required', 'Key__c'),
        'Key__c is there twice'
    ),
    fault(
        'a related list that is there twice',
        'layout',
        '</relatedLists>',
        '</relatedLists><relatedLists><relatedList>Ticket__c.Contact__c</relatedList></relatedLists>',
        'Ticket__c.Contact__c is there twice'
    ),
    fault(
        'a column that is there twice',
        'listView',
        '<columns>NAME</columns>',
        '<columns>NAME</columns><columns>NAME</columns>',
        'NAME is there twice'
    ),
    fault('a long text in lists', 'state', picklist, long, 'State__c is too long a text')
]);

test('catches a long text in each place where only short ones fit', () => {
    const [path = '', text = ''] =
        Object.entries(sampleFiles).find(([file]) => file.endsWith('State__c.field-meta.xml')) ?? [];
    const findings = checkLayoutItems(projectOf({ ...sampleFiles, [path]: text.replace(picklist, long) }));
    expect(findings.map(({ file }) => file.replace(/^.*\/|:.*$/g, ''))).toEqual([
        'Ticket_Compact.compactLayout-meta.xml',
        'Open.listView-meta.xml',
        'Ticket__c.object-meta.xml'
    ]);
});
