import { checkFlowSteps } from './checkFlowSteps.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkFlowSteps(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFlowSteps, [
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
        '<inputAssignments><field>State__c',
        '<connector><targetReference>Send</targetReference></connector><inputAssignments><field>State__c',
        'Send calls out after Save has changed data'
    )
]);
