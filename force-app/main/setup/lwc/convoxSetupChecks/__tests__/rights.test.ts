import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { SETS_OF_GROUPS } from '../rights.ts';

const GROUPS = 'force-app/main/*/permissionsetgroups/*.permissionsetgroup-meta.xml';

it('knows the sets of each group as the package has them', () => {
    const packaged = globSync(GROUPS).map((file) => [
        basename(file, '.permissionsetgroup-meta.xml'),
        [...readFileSync(file, 'utf8').matchAll(/<permissionSets>(\w+)</g)].map(([, name]) => name)
    ]);

    expect(packaged).not.toEqual([]);
    expect(SETS_OF_GROUPS).toEqual(Object.fromEntries(packaged));
});
