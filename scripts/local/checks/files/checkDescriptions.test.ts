import { checkDescriptions } from './checkDescriptions.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkDescriptions(projectOf(sampleFiles))).toEqual([]);
});

catches(checkDescriptions, [
    fault('a description that is not closed', 'bundle', '</masterLabel>', '', "Expected closing tag 'masterLabel'"),
    fault(
        'an element that no description has',
        'bundle',
        '<masterLabel>',
        '<label>A</label><masterLabel>',
        '<label> is no element'
    ),
    fault(
        'a component without a name for admins',
        'bundle',
        'Phone</masterLabel>',
        '</masterLabel>',
        'no <masterLabel>'
    ),
    fault(
        'an unknown capability',
        'bundle',
        'lightning__dynamicComponent',
        'lightning__dynamic',
        'lightning__dynamic is no capability'
    ),
    fault('an unknown target', 'bundle', '__UtilityBar<', '__ToolBar<', 'lightning__ToolBar is no target'),
    fault('targets of a hidden component', 'bundle', '<isExposed>true', '<isExposed>false', 'Exposed and targets'),
    fault(
        'a configured target that is none',
        'bundle',
        '<target>lightning__RecordPage</target>',
        '',
        'lightning__RecordPage is configured but no target'
    ),
    fault(
        'an action that does not say which',
        'actionBundle',
        '<actionType>Action</actionType>',
        '',
        'The actionType is ""'
    ),
    fault(
        'an action without configuration',
        'actionBundle',
        'targets="lightning__RecordAction"',
        'targets="lightning__RecordPage"',
        'needs a targetConfig'
    ),
    fault(
        'an action with a property',
        'actionBundle',
        '<actionType>',
        '<property name="invoke" type="String" /><actionType>',
        'lightning__RecordAction takes no property'
    ),
    fault(
        'a page that is an action',
        'bundle',
        '<property',
        '<actionType>Action</actionType><property',
        'The actionType is "Action"'
    ),
    fault('an object that is not there', 'bundle', '<object>Ticket__c', '<object>Tickets__c', 'no object Tickets__c'),
    fault(
        'objects of a utility',
        'bundle',
        'targets="lightning__RecordPage"',
        'targets="lightning__UtilityBar"',
        'Only record pages have objects'
    ),
    fault('a property of no type', 'bundle', 'type="String"', 'type="Text"', 'Text is no type of the property mode'),
    fault(
        'a property that the code lacks',
        'bundle',
        'name="mode"',
        'name="size"',
        'The component has no property size'
    )
]);

test('catches compiled code whose source is gone', () => {
    const path = at.script.replace('phone.js', 'dialPad.js');
    const findings = checkDescriptions(projectOf({ ...sampleFiles, [path]: 'export {};' }));
    expect(findings).toMatchObject([{ file: path, what: 'No source makes this file any more' }]);
});

test('catches a name that is no element', () => {
    const path = 'force-app/main/desk/lwc/Phone-Pad/Phone-Pad.js-meta.xml';
    const text = sampleFiles[at.actionBundle] ?? '';
    expect(checkDescriptions(projectOf({ ...sampleFiles, [path]: text })).map(({ what }) => what)).toEqual([
        '"Phone-Pad" is no name of a component'
    ]);
});
