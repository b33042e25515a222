import { checkFlowSteps } from './checkFlowSteps.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkFlowSteps(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFlowSteps, [
    fault('a connector to nothing', 'send', '>Save</targetReference>', '>Safe</targetReference>', 'leads to Safe'),
    fault(
        'a step no path leads to',
        'send',
        '<connector><targetReference>Save</targetReference></connector>',
        '',
        'No path leads to Save'
    ),
    fault(
        'a missing fault path',
        'send',
        '<faultConnector><targetReference>Tell</targetReference></faultConnector>',
        '',
        'Send can fail and has no fault path'
    ),
    fault('a subflow that is not there', 'trigger', 'Send_Ticket', 'Send_Tickets', 'calls the flow Send_Tickets'),
    fault('an input the subflow lacks', 'trigger', '<name>ticketId', '<name>ticket', 'has no input ticket'),
    fault(
        'a callout within the save',
        'trigger',
        '<doesRequireRecordChangedToMeetCriteria>',
        '<connector><targetReference>Send</targetReference></connector><doesRequireRecordChangedToMeetCriteria>',
        'Send calls out while the record is being saved'
    ),
    fault(
        'a callout after a write',
        'send',
        '<filterLogic>and</filterLogic><filters><field>Id</field><operator>EqualTo</operator><value><elementReference>ticketId</elementReference></value></filters>\n        <inputAssignments>',
        '<connector><targetReference>Send</targetReference></connector><inputAssignments>',
        'Send calls out after Save has changed data'
    ),
    fault('a start that leads nowhere', 'send', '>Get_ticket</targetReference>', '>Got</targetReference>', 'Got')
]);
