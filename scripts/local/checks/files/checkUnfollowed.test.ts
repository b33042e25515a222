import { checkUnfollowed } from './checkUnfollowed.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkUnfollowed(projectOf(sampleFiles))).toEqual([]);
});

catches(checkUnfollowed, [
    fault(
        'a dependent picklist',
        'state',
        '<valueSet>',
        '<valueSet><controllingField>Level__c</controllingField>',
        'Nobody checks where <controllingField> leads'
    ),
    fault(
        'a button on a layout',
        'layout',
        '<layoutSections>',
        '<customButtons>Go</customButtons><layoutSections>',
        '<customButtons>'
    ),
    fault(
        'an action of another kind',
        'send',
        'externalService<',
        'emailSimple<',
        'Nobody checks where the action type emailSimple leads'
    )
]);
