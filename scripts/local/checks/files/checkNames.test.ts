import { checkNames } from './checkNames.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkNames(projectOf(sampleFiles))).toEqual([]);
});

catches(checkNames, [fault('a full name that differs', 'key', 'Key__c<', 'Kee__c<', '<fullName> is Kee__c')]);

test.each([
    ['a wrong ending', 'force-app/main/calls/tabs/Ticket__c.tabs-meta.xml', 'must end in .tab-meta.xml'],
    ['a wrong folder', 'force-app/main/calls/tab/Ticket__c.tab-meta.xml', 'belongs in a folder tabs'],
    ['a second one', 'force-app/main/desk/tabs/Ticket__c.tab-meta.xml', 'is also in'],
    ['a name too long', `force-app/main/calls/tabs/${'T'.repeat(81)}.tab-meta.xml`, 'an org takes 80']
])('catches %s', (_fault, path, what) => {
    const findings = checkNames(projectOf({ ...sampleFiles, [path]: sampleFiles[at.tab] ?? '' }));
    expect(findings.map((finding) => finding.what).join('\n')).toContain(what);
});

test('catches two underscores in an API name', () => {
    const path = 'force-app/main/calls/flows/Send__Ticket.flow-meta.xml';
    const findings = checkNames(projectOf({ ...sampleFiles, [path]: sampleFiles[at.send] ?? '' }));
    expect(findings).toMatchObject([{ file: path, what: '"Send__Ticket" is no API name' }]);
});
