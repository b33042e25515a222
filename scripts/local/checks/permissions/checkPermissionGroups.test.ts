import { checkPermissionGroups } from './checkPermissionGroups.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkPermissionGroups(projectOf(sampleFiles))).toEqual([]);
});

test('catches a group that is called like a permission set', () => {
    const path = at.permissionSetGroup.replace('Clerks', 'Clerk');
    const project = projectOf({ ...sampleFiles, [path]: sampleFiles[at.permissionSetGroup] ?? '' });

    expect(checkPermissionGroups(project)).toMatchObject([{ file: path, what: expect.stringContaining('Clerk too') }]);
});

const member = '<permissionSets>Clerk</permissionSets>';

catches(checkPermissionGroups, [
    fault(
        'a member that is not there',
        'permissionSetGroup',
        'ts>Clerk<',
        'ts>Clark<',
        'There is no permission set Clark'
    ),
    fault('a member that stands twice', 'permissionSetGroup', member, member + member, 'Clerk stands twice'),
    fault('a group of nothing', 'permissionSetGroup', member, '', 'holds no permission set'),
    fault(
        'a muting set that is not there',
        'permissionSetGroup',
        '<permissionSets>',
        '<mutingPermissionSets>Quiet</mutingPermissionSets><permissionSets>',
        'There is no muting permission set Quiet'
    ),
    fault('a status of its own', 'permissionSetGroup', '>Updated<', '>Outdated<', 'The status Outdated')
]);
