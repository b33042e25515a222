import { checkStructure } from './checkStructure.ts';
import { catches, fault } from '../testing/faults.ts';
import { readMetadataTypes } from '../read/metadataTypes.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

const types = readMetadataTypes();

test('finds nothing in a sound package', () => {
    expect(checkStructure(projectOf(sampleFiles), types)).toEqual([]);
});

catches(
    (project) => checkStructure(project, types),
    [
        fault('a tag that is not closed', 'tab', '</motif>', '', "Expected closing tag 'motif'"),
        fault('an unknown type', 'tab', 'CustomTab', 'CustomTap', '<CustomTap> is not a type'),
        fault('another namespace', 'tab', '2006/04/metadata', '2006/04/data', 'xmlns'),
        fault(
            'an unknown element',
            'tab',
            '<motif>',
            '<tint>red</tint><motif>',
            '<tint> is not an element of CustomTab'
        ),
        fault('a word for a boolean', 'tab', 'true', 'yes', '<customObject> is "yes"'),
        fault('a word for a number', 'externalCredential', '<sequenceNumber>1', '<sequenceNumber>one', 'is "one"'),
        fault('a value that is not in the list', 'externalCredential', 'NamedPrincipal', 'Nobody', 'is "Nobody"'),
        fault('a required element left out', 'registration', '<label>Desk</label>', '', 'lacks <label>'),
        fault('a single element twice', 'tab', '<motif>', '<motif>A</motif><motif>', '<motif> occurs twice'),
        fault(
            'elements out of order',
            'key',
            '<type>Text</type><unique>true</unique>',
            '<unique>true</unique><type>Text</type>',
            '<type> stands behind <unique>'
        ),
        fault(
            'a group in two places',
            'listView',
            '<label>',
            '<columns>Key__c</columns><label>',
            '<columns> comes again behind <filters>'
        ),
        fault('elements where text belongs', 'tab', 'Custom18: Form', '<b>Form</b>', 'holds elements, not text')
    ]
);

test.each([
    ['2026-01-31', '02:00:00.000Z', []],
    ['31.01.2026', '02:00:00.000Z', ['<startDate> is "31.01.2026"']],
    ['2026-01-31', '2 a.m.', ['<startTime> is "2 a.m."']]
])('a flow that starts on %s at %s', (date, time, found) => {
    const flow = `<?xml version="1.0"?>
<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Nightly</label>
    <start><locationX>0</locationX><locationY>0</locationY>
        <schedule><frequency>Daily</frequency><startDate>${date}</startDate><startTime>${time}</startTime></schedule>
        <triggerType>Scheduled</triggerType></start>
</Flow>`;
    const project = projectOf({ 'force-app/main/calls/flows/Nightly.flow-meta.xml': flow });
    expect(checkStructure(project, types).map(({ what }) => what)).toEqual(found);
});
