import { join } from 'node:path';
import { checkWriters } from './checkWriters.ts';
import { projectOf, readProject } from '../read/project.ts';

const real = readProject(join(import.meta.dirname, '..', '..', '..', '..'));

test('agents and the gateway may write what they write', () => {
    expect(checkWriters(real)).toEqual([]);
});

test.each([
    ['ConVox_Agent', 'Pop_At__c'],
    ['ConVox_Gateway', 'Recording_File__c']
])('catches %s without the right to write %s', (name, field) => {
    const path = `force-app/main/desk/permissionsets/${name}.permissionset-meta.xml`;
    const grant = new RegExp(`<editable>true</editable>(\\s*<field>ConVox_Call__c.${field})`);
    const text = real.files.get(path) ?? '';
    expect(text).toMatch(grant);
    const changed = new Map(real.files).set(path, text.replace(grant, '<editable>false</editable>$1'));
    const findings = checkWriters(projectOf(Object.fromEntries(changed)));
    expect(findings).toMatchObject([
        { file: path, what: `${name} may not write ConVox_Call__c.${field}, yet does so on every call` }
    ]);
});

test('catches a right of the gateway that it does not need', () => {
    const path = 'force-app/main/desk/permissionsets/ConVox_Gateway.permissionset-meta.xml';
    const text = (real.files.get(path) ?? '').replace(
        '<hasActivationRequired>',
        '<fieldPermissions><editable>false</editable><field>ConVox_Call__c.Notes__c</field><readable>true</readable></fieldPermissions><hasActivationRequired>'
    );
    const changed = new Map(real.files).set(path, text);
    expect(checkWriters(projectOf(Object.fromEntries(changed)))).toMatchObject([
        { what: 'ConVox_Gateway has ConVox_Call__c.Notes__c, which no call status needs' }
    ]);
});
