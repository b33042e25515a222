import { checkPhoneKeyFormulas } from './checkPhoneKeyFormulas.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkPhoneKeyFormulas(projectOf(sampleFiles))).toEqual([]);
});

test('catches a flow that makes other keys', () => {
    const other = at.fillKey.replace('Ticket_Before', 'Zone_Before');
    const text = sampleFiles[at.fillKey] ?? '';
    const same = { ...sampleFiles, [other]: text };
    expect(checkPhoneKeyFormulas(projectOf(same))).toEqual([]);
    const drifted = { ...sampleFiles, [other]: text.replace(', 10)', ', 9)') };
    const findings = checkPhoneKeyFormulas(projectOf(drifted));
    expect(findings.map((finding) => finding.file)).toEqual([other]);
    expect(findings[0]?.what).toContain('The formula keyOfTheNumber is not the one in');
});

test('catches a flow that takes other steps to a key', () => {
    const other = at.fillKey.replace('Ticket_Before', 'Zone_Before');
    const text = sampleFiles[at.fillKey] ?? '';
    const shorter = text
        .replace('$Record.Phone_Key__c<', 'text<')
        .replace(
            '</assignmentItems>',
            '</assignmentItems><assignmentItems><assignToReference>$Record.Phone_Key__c</assignToReference><operator>Assign</operator><value><elementReference>other</elementReference></value></assignmentItems>'
        );
    const findings = checkPhoneKeyFormulas(projectOf({ ...sampleFiles, [other]: shorter }));
    expect(findings.map(({ file, what }) => [file, what])).toEqual([
        [other, 'A phone key is worked out by other, keyOfTheNumber, another by keyOfTheNumber']
    ]);
});
