import { checkLabels } from './checkLabels.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkLabels(projectOf(sampleFiles))).toEqual([]);
});

catches(checkLabels, [
    fault('a label that is not there', 'source', 'Phone_Title', 'Phone_Head', 'There is no label Phone_Head'),
    fault('a label nobody uses', 'source', 'Phone_Title', 'Phone_Head', 'Nothing uses the label Phone_Title'),
    fault('a label no page uses', 'markup', 'Greeting_Title', 'Phone_Title', 'Nothing uses the label Greeting_Title'),
    fault('a label without text', 'labels', '>Phone<', '><', 'has 0 characters'),
    fault('a name that an org refuses', 'labels', 'Phone_Title', 'Phone__Title', 'an underscore too many'),
    fault(
        'a label there twice',
        'labels',
        '</labels>',
        '</labels><labels><fullName>Phone_Title</fullName></labels>',
        'twice'
    )
]);
