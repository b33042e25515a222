import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { metadataFolder } from './testing/metadataFolder.ts';
import { metadataFiles } from './metadataFiles.ts';

test('finds the files of an ending in every folder, in order', () => {
    const root = metadataFolder({ 'b/two.flow-meta.xml': '', 'a/c/one.flow-meta.xml': '', 'a/other.xml': '' });
    expect(metadataFiles(root, '.flow-meta.xml')).toEqual([
        { name: 'one', file: join(root, 'a', 'c', 'one.flow-meta.xml') },
        { name: 'two', file: join(root, 'b', 'two.flow-meta.xml') }
    ]);
});

test('knows what was added, renamed and removed since it last looked', () => {
    const root = metadataFolder({ 'a/one.flow-meta.xml': '' });
    const found = (): string[] => metadataFiles(root, '.flow-meta.xml').map(({ file }) => relative(root, file));
    expect(found()).toHaveLength(1);
    mkdirSync(join(root, 'b'));
    writeFileSync(join(root, 'b', 'two.flow-meta.xml'), '');
    expect(found()).toHaveLength(2);
    renameSync(join(root, 'b', 'two.flow-meta.xml'), join(root, 'b', 'three.flow-meta.xml'));
    expect(found()).toContain(join('b', 'three.flow-meta.xml'));
    rmSync(join(root, 'b'), { recursive: true });
    expect(found()).toEqual([join('a', 'one.flow-meta.xml')]);
});
