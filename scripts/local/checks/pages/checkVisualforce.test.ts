import { join } from 'node:path';
import { checkVisualforce } from './checkVisualforce.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf, readProject, withFile } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkVisualforce(projectOf(sampleFiles))).toEqual([]);
});

catches(checkVisualforce, [
    fault('a controller', 'markup', '<apex:page ', '<apex:page controller="Greet" ', 'controller="Greet"'),
    fault('markup that is not closed', 'markup', '</p>', '', 'The page is not well-formed'),
    fault(
        'a value that could end the script',
        'markup',
        'JSENCODE($CurrentPage.parameters.name)',
        '$CurrentPage.parameters.name',
        'name is not encoded for the script'
    ),
    fault(
        'a label in a script that is not encoded',
        'markup',
        'JSENCODE($CurrentPage.parameters.name)',
        '$Label.Greeting_Title',
        'Greeting_Title is not encoded'
    ),
    fault('an expression nobody knows', 'markup', '$Label.Greeting_Title', '$Api.Session_ID', '$Api.Session_ID'),
    fault('a label that is not there', 'markup', 'Greeting_Title', 'Greeting_Head', 'There is no label Greeting_Head'),
    fault('another API version', 'page', '66.0', '50.0', 'The API version is not 66.0'),
    fault(
        'a page that nobody may open',
        'permissionSet',
        '<enabled>true</enabled></pageAccesses>',
        '<enabled>false</enabled></pageAccesses>',
        'No permission set opens the page'
    )
]);

test.each([
    [at.markup, 'The page has no markup'],
    [at.page, 'The page has no -meta.xml']
])('catches a page without %s', (file, what) => {
    const files = Object.fromEntries(Object.entries(sampleFiles).filter(([path]) => path !== file));
    expect(checkVisualforce(projectOf(files)).map((finding) => finding.what)).toEqual([what]);
});

const real = readProject(join(import.meta.dirname, '..', '..', '..', '..'));
const pop = 'force-app/main/softphone/pages/ConVoxScreenPop.page';

test.each([
    ['one parameter less', 'parameters.DID)', 'parameters.Process)', 'The page does not read DID'],
    ['one of no pop', 'parameters.DID)', 'parameters.retURL)', 'A screen pop has no parameter retURL']
])('the screen pop reads what the sheet sends: catches %s', (_fault, from, to, what) => {
    const text = real.files.get(pop) ?? '';
    expect(text).toContain(from);
    const changed = withFile(real, pop, text.replace(from, to));
    expect(checkVisualforce(changed).map((finding) => finding.what)).toContain(what);
});
