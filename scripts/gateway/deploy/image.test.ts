import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..', '..');

/** What runs in production: the commands, and the threads that they start. */
async function reached(): Promise<{ readonly files: string[]; readonly packages: string[] }> {
    const threads = globSync('scripts/gateway/**/*Worker.ts', { cwd: root });
    const { metafile } = await build({
        absWorkingDir: root,
        entryPoints: ['scripts/gateway/gateway.ts', ...threads],
        bundle: true,
        packages: 'external',
        platform: 'node',
        format: 'esm',
        outdir: 'unwritten',
        write: false,
        metafile: true
    });
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
    const names = imports
        .filter(({ external, path }) => external === true && !isBuiltin(path))
        .map(({ path }) =>
            path
                .split('/')
                .slice(0, path.startsWith('@') ? 2 : 1)
                .join('/')
        );
    return { files: Object.keys(metafile.inputs), packages: [...new Set(names)].sort() };
}

test('the gateway reaches what its image holds and nothing else: no stand-in, no package for development', async () => {
    const { files, packages } = await reached();
    const image = readFileSync(join(import.meta.dirname, 'Dockerfile'), 'utf8');
    const folders = [...image.matchAll(/^COPY (\S+) \1$/gm)].map(([, folder = '']) => `${folder}/`);
    const { dependencies } = z
        .object({ dependencies: z.record(z.string(), z.string()) })
        .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

    expect(folders).toContain('force-app/main/setup/labels/');
    expect(files.filter((file) => !folders.some((folder) => file.startsWith(folder)))).toEqual([]);
    expect(packages).toEqual(Object.keys(dependencies).sort());
});
