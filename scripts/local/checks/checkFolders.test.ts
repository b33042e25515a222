import { checkFolders } from './checkFolders.ts';
import { catches, fault } from './faults.ts';
import { projectOf } from './project.ts';
import { sampleFiles } from './sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkFolders(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFolders, [
    fault('a group that is not there', 'reportFolder', '>Organization<', '>Group<', 'none of the package'),
    fault('a user of one org', 'reportFolder', '>Organization<', '>User<', 'other orgs do not have'),
    fault('a role of one org', 'reportFolder', '>Organization<', '>Role<', 'other orgs do not have')
]);
