import { checkFolders } from './checkFolders.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkFolders(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFolders, [
    fault('a group that is not there', 'reportFolder', '>Organization<', '>Group<', 'none of the package'),
    fault('a user of one org', 'reportFolder', '>Organization<', '>User<', 'other orgs do not have'),
    fault('a role of one org', 'reportFolder', '>Organization<', '>Role<', 'other orgs do not have')
]);
