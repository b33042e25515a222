import { checkFlowStart } from './checkFlowStart.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles, sampleWith } from '../testing/sampleProject.ts';

const guard = '<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>';
const filters =
    '<filterLogic>and</filterLogic><filters><field>State__c</field><operator>EqualTo</operator><value><stringValue>Open</stringValue></value></filters>';
const laterPath = '<pathType>AsyncAfterCommit</pathType>';

test('finds nothing in a sound package', () => {
    expect(checkFlowStart(projectOf(sampleFiles))).toEqual([]);
});

test.each([
    ['a field that has changed', '<operator>IsChanged</operator>', '<operator>EqualTo</operator>'],
    ['a formula that asks for a change', '<filterFormula>ISCHANGED({!$Record.State__c})</filterFormula>', filters]
])('%s guards a later path too', (_, guarding, unguarded) => {
    const { files } = sampleWith('trigger', { from: unguarded, to: guarding });
    const unflagged = [...files].map(([path, text]): [string, string] => [path, text.replace(guard, '')]);
    expect(checkFlowStart(projectOf(Object.fromEntries(unflagged)))).toEqual([]);
});

test('a path that waits for its time is guarded by the start itself only', () => {
    const { files } = sampleWith('trigger', { from: laterPath, to: '<label>Later</label>' });
    const unflagged = [...files].map(([path, text]): [string, string] => [
        path,
        text.replace(guard, '').replace(filters, '<filterFormula>ISCHANGED({!$Record.State__c})</filterFormula>')
    ]);
    expect(checkFlowStart(projectOf(Object.fromEntries(unflagged)))).toMatchObject([
        { what: 'A path that runs later starts again with every update' }
    ]);
});

test('a flow that fills keys at night must wait for an administrator', () => {
    const statuses = ['Active', 'Draft'].map((status) => {
        const { files } = sampleWith('send', { from: '<status>Active', to: `<status>${status}` });
        const renamed = [...files].map(([path, text]): [string, string] => [
            path.replace('Send_Ticket.flow', 'ConVox_Lead_Nightly_Fill_Keys.flow'),
            text
        ]);
        return checkFlowStart(projectOf(Object.fromEntries(renamed))).map(({ what }) => what);
    });
    expect(statuses).toEqual([['The flow saves customers again without being asked'], []]);
});

catches(checkFlowStart, [
    fault('a flow that is a draft', 'send', '<status>Active', '<status>Draft', 'The flow is not active'),
    fault(
        'a flow with screens',
        'send',
        '<processType>AutoLaunchedFlow',
        '<processType>Flow',
        'not of the type that runs without a screen'
    ),
    fault('an older API version', 'send', '>66.0<', '>58.0<', 'does not run at API version 66.0'),
    fault(
        'the trigger type None',
        'send',
        '</start>',
        '<triggerType>None</triggerType></start>',
        'trigger type None is deployed and then fails as a subflow'
    ),
    fault(
        'a record trigger that does not say when',
        'trigger',
        '<recordTriggerType>CreateAndUpdate</recordTriggerType>',
        '',
        'Only a flow that a record triggers has a <recordTriggerType>'
    ),
    fault(
        'a flow without a trigger that says when',
        'send',
        '</start>',
        '<recordTriggerType>Create</recordTriggerType></start>',
        'Only a flow that a record triggers has a <recordTriggerType>'
    ),
    fault('a trigger on no object', 'trigger', '<object>Ticket__c</object>', '', 'The start names no object'),
    fault(
        'a change that meets no conditions',
        'trigger',
        filters,
        '',
        'The record is to change so that it meets conditions, and there are none'
    ),
    fault(
        'a later path that every save starts',
        'trigger',
        guard,
        '',
        'A path that runs later starts again with every update'
    ),
    fault(
        'a later path before the save',
        'trigger',
        'RecordAfterSave',
        'RecordBeforeSave',
        'Only a flow that runs after the save has paths that run later'
    ),
    fault(
        'a later path with a name',
        'trigger',
        laterPath,
        `<label>Later</label>${laterPath}`,
        'AsyncAfterCommit holds its connector and nothing else'
    ),
    fault(
        'a trigger that chooses its context',
        'fillKey',
        '<start>',
        '<runInMode>SystemModeWithSharing</runInMode><start>',
        'always runs in the system context'
    ),
    fault(
        'an order without a trigger',
        'send',
        '</Flow>',
        '<triggerOrder>10</triggerOrder></Flow>',
        'Only flows that a record triggers have an order'
    ),
    fault(
        'the record before a save that created it',
        'fillKey',
        '{!$Record.Key__c}',
        '{!$Record__Prior.Key__c}',
        'There is no $Record__Prior where no record is updated'
    ),
    fault('a flow without a start', 'send', 'start>', 'begin>', 'The flow has no start'),
    fault(
        'a subflow before the save',
        'fillKey',
        '<triggerOrder>',
        '<subflows><name>Call</name><flowName>Send_Ticket</flowName></subflows><triggerOrder>',
        'Call (subflows) cannot run before a save'
    ),
    fault(
        'a flow for another builder',
        'send',
        'LightningFlowBuilder',
        'CloudFlowDesigner',
        'Flow Builder does not lay this flow out'
    ),
    fault(
        'a step that was placed by hand',
        'send',
        '<label>Tell</label><locationX>0',
        '<label>Tell</label><locationX>176',
        'Tell has a place'
    )
]);
