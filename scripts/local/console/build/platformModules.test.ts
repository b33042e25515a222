import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { findComponentFolders } from './componentFolders.ts';
import { projectRoot } from './projectPaths.ts';

const typesFolder = join(projectRoot, 'config', 'types');

/** What the type declarations promise of each `lightning/*` module: names of values, not of types. */
function declaredExports(): [string, string[]][] {
    return globSync('*.d.ts', { cwd: typesFolder })
        .sort()
        .flatMap((file) =>
            readFileSync(join(typesFolder, file), 'utf8')
                .split(/^declare module /m)
                .slice(1)
        )
        .flatMap((text): [string, string[]][] => {
            const name = /^'(lightning\/\w+)'/.exec(text)?.[1];
            const values = [...text.matchAll(/export (default )?(?:const|function|class) (\w+)/g)];
            return name ? [[name, values.map(([, isDefault, value = '']) => (isDefault ? 'default' : value))]] : [];
        });
}

async function exportsOf(file: string): Promise<string[]> {
    const { metafile } = await build({
        entryPoints: [file],
        bundle: true,
        packages: 'external',
        format: 'esm',
        target: 'esnext',
        write: false,
        metafile: true,
        tsconfigRaw: { compilerOptions: { experimentalDecorators: false } }
    });
    return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

test.each(declaredExports())('the console has everything that the types promise of %s', async (module, declared) => {
    const [namespace = '', name = ''] = module.split('/');
    const file = findComponentFolders().find({ namespace, name });
    expect(file).toBeDefined();
    expect(await exportsOf(file ?? '')).toEqual(expect.arrayContaining(declared));
});
