import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { readVersion } from './version.ts';

const version = readVersion(root);
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

test('the next package version has the number of package.json', () => {
    expect(textOf('sfdx-project.json')).toContain(`"versionNumber": "${version}.NEXT"`);
});

test('the changes begin with this version', () => {
    expect(/^## (.+)$/m.exec(textOf('CHANGELOG.md'))?.[1]).toBe(version);
});
