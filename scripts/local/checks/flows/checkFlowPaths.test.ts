import { checkFlowPaths } from './checkFlowPaths.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles, sampleWith } from '../testing/sampleProject.ts';

const timed = (first: string): string =>
    `<name>Due</name><connector><targetReference>${first}</targetReference></connector><offsetNumber>1</offsetNumber><offsetUnit>Days</offsetUnit><recordField>Due_At__c</recordField><timeSource>RecordField</timeSource>`;
const AFTER_COMMIT = /<connector><targetReference>Send<.*<pathType>AsyncAfterCommit<\/pathType>/s;
const afterCommit = AFTER_COMMIT.exec(projectOf(sampleFiles).files.get(at.trigger) ?? '')?.[0] ?? '';

test('finds nothing in a sound package', () => {
    expect(checkFlowPaths(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFlowPaths, [
    fault('a time that may have moved', 'trigger', afterCommit, timed('Send'), 'The path at Due_At__c does not ask')
]);

test('takes a path that asks for the time first', () => {
    const decision =
        '<decisions><name>Due</name><rules><name>Yes</name><conditions><leftValueReference>$Record.Due_At__c</leftValueReference><operator>IsNull</operator></conditions><connector><targetReference>Send</targetReference></connector></rules></decisions>';
    const project = sampleWith('trigger', { from: afterCommit, to: timed('Due') });
    const asking = [...project.files].map(([file, text]): [string, string] => [
        file,
        file === at.trigger ? text.replace('<apiVersion>', `${decision}<apiVersion>`) : text
    ]);
    expect(checkFlowPaths(projectOf(Object.fromEntries(asking)))).toEqual([]);
});
