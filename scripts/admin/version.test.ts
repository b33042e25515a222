import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { readVersion } from './version.ts';

const version = readVersion(root);
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

test('the next package version has the number of package.json', () => {
    expect(textOf('sfdx-project.json')).toContain(`"versionNumber": "${version}.NEXT"`);
});

test('the permission set of administrators tells it in the org', () => {
    expect(textOf('force-app/main/desk/permissionsets/ConVox_Admin.permissionset-meta.xml')).toContain(
        `ConVox for Salesforce ${version}.</description>`
    );
});

test('the changes begin with this version', () => {
    expect(/^## (.+)$/m.exec(textOf('CHANGELOG.md'))?.[1]).toBe(version);
});
