import { join } from 'node:path';
import { readSchema } from '../../metadata/objects/readSchema.ts';
import { checkQueries } from './checkQueries.ts';
import type { Project } from '../read/project.ts';
import { readProject, withFile } from '../read/project.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const real = readProject(root);
const schema = readSchema(join(root, 'force-app'));

const history = 'force-app/main/click-to-call/lwc/convoxCallHistory/historyQuery.ts';

/** The package itself with one file changed. */
function packageWith(file: string, change: (text: string) => string): Project {
    const text = real.files.get(file) ?? '';
    const changed = change(text);
    expect(changed).not.toBe(text);
    return withFile(real, file, changed);
}

test('the queries of the package are sound', () => {
    expect(checkQueries(real, schema)).toEqual([]);
});

test.each([
    ['a field that the object lacks', /\bStarted_At__c/, 'Begun_At__c', 'Begun_At__c'],
    ['an object that is not there', /\bConVox_Call__c\(/, 'ConVox_Talk__c(', 'ConVox_Talk__c'],
    ['a filter by no field', /Case__c: \{ eq/, 'Kase__c: { eq', 'Kase__c'],
    ['an operator that there is not', /Case__c: \{ eq/, 'Case__c: { is', '"is"'],
    ['a filter by what may be null', 'recordId: ID!', 'recordId: ID', '$recordId filters and may be null'],
    ['brackets that do not close', /gql`\s*query/, 'gql`{ query', 'Syntax Error']
])('catches %s', (_, from, to, what) => {
    const findings = checkQueries(
        packageWith(history, (text) => text.replace(from, to)),
        schema
    );
    expect(findings.map((finding) => finding.what).join('\n')).toContain(what);
    expect(findings.every(({ file }) => file.startsWith(`${history}:`))).toBe(true);
});

test.each([
    [
        'a field',
        'Disposition_Name__c @optional',
        'Disposition_Name__c',
        'ConVox_Call__c.Disposition_Name__c is not @optional'
    ],
    ['a parent', 'Agent__r @optional', 'Agent__r', 'ConVox_Call__c.Agent__r is not @optional'],
    [
        'a field of a parent',
        /Name @optional (?=[^}]*\}\s*\}\s*\}\s*\}\s*\}\s*\}\s*\})/,
        'Name ',
        'User.Name is not @optional'
    ]
])('catches %s that fails the whole query when it is hidden', (_, from, to, what) => {
    const findings = checkQueries(
        packageWith(history, (text) => text.replace(from, to)),
        schema
    );
    expect(findings.map((finding) => finding.what)).toEqual([what]);
});

test('catches a standard field that no set opens, and a standard object that fails the query when it is hidden', () => {
    const rights = 'config/org/permissionsets/ConVox_Org_Rights.permissionset-meta.xml';
    const hidden = packageWith(rights, (text) => text.replace('<field>Contact.Title<', '<field>Contact.Department<'));
    expect(checkQueries(hidden, schema).map(({ what }) => what)).toContain(
        'ConVox_Agents uses the app and cannot read Contact.Title'
    );
    const caller = 'force-app/main/softphone/lwc/convoxCallerQuery/callerQuery.ts';
    const unmarked = packageWith(caller, (text) => text.replaceAll(') @optional {', ') {'));
    expect(checkQueries(unmarked, schema).map(({ what }) => what)).toEqual(
        ['Contact', 'Lead', 'Account'].map((name) => `${name} is not @optional`)
    );
});

test('catches a field that a role which uses the app cannot read', () => {
    const path = 'force-app/main/desk/permissionsets/ConVox_Agent.permissionset-meta.xml';
    const hidden = packageWith(path, (text) => text.replace(/<field>ConVox_Call__c.Case__c</, '<field>Lead.Other__c<'));
    expect(checkQueries(hidden, schema).map(({ what }) => what)).toEqual(
        expect.arrayContaining([expect.stringContaining('uses the app and cannot read ConVox_Call__c.Case__c')])
    );
});

test('catches an object that a role cannot read, where the answer does not go without it', () => {
    const known = 'force-app/main/dialer-lists/lwc/convoxListSender/knownRows.ts';
    const unmarked = packageWith(known, (text) => text.replace(') @optional {', ') {'));
    expect(checkQueries(unmarked, schema).map(({ what }) => what)).toContain(
        'ConVox_Agents uses the app and cannot read ConVox_List_Entry__c.Status__c'
    );
});
