import { checkFlowShapes } from './checkFlowShapes.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkFlowShapes(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFlowShapes, [
    fault(
        'a step that leads to itself',
        'send',
        '>Save</targetReference>',
        '>Send</targetReference>',
        'leads to itself'
    ),
    fault(
        'a subflow that waits for its trigger',
        'trigger',
        '<flowName>Send_Ticket',
        '<flowName>Ticket_Before_Save',
        'Send calls Ticket_Before_Save, which only its trigger may start'
    ),
    ...[
        ['Number', 'scale'],
        ['Currency', 'scale'],
        ['SObject', 'objectType'],
        ['Apex', 'apexClass']
    ].map(([type = '', needed = '']) =>
        fault(
            `a variable of type ${type} without its ${needed}`,
            'send',
            '<name>answer</name><dataType>String',
            `<name>answer</name><dataType>${type}`,
            `answer is a ${type} without ${needed}`
        )
    ),
    fault(
        'a decision that asks for emptiness with a word',
        'send',
        '<booleanValue>false</booleanValue>',
        '<stringValue>no</stringValue>',
        'IsNull is compared with no yes or no'
    ),
    fault(
        'a start that asks for a change without saying which',
        'trigger',
        '<operator>EqualTo</operator><value><stringValue>Open</stringValue></value>',
        '<operator>IsChanged</operator>',
        'IsChanged is compared with no yes or no'
    )
]);
