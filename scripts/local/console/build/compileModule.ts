import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { transformSync as compileLwc } from '@lwc/compiler';
import type { TransformOptions } from '@lwc/compiler';
import { transformSync as stripTypes } from 'esbuild';
import type { ModuleName } from './componentFolders.ts';
import { cacheFolder, packagesFolder, projectRoot } from './projectPaths.ts';

const typescriptOptions = {
    loader: 'ts',
    target: 'esnext',
    // Decorators must reach the LWC compiler as they were written.
    tsconfigRaw: {
        compilerOptions: {
            target: 'esnext',
            experimentalDecorators: false,
            useDefineForClassFields: true,
            verbatimModuleSyntax: true
        }
    }
} as const;

const lwcOptions = {
    apiVersion: 66,
    enableDynamicComponents: true,
    enableLwcOn: true,
    // Without it the form-associated base components refuse to start in synthetic shadow.
    enableSyntheticElementInternals: true
} as const;

function versionOf(packageName: string): string {
    const manifest: unknown = JSON.parse(readFileSync(join(packagesFolder, packageName, 'package.json'), 'utf8'));
    return manifest !== null && typeof manifest === 'object' && 'version' in manifest ? String(manifest.version) : '';
}

const recipe = JSON.stringify([versionOf('@lwc/compiler'), versionOf('esbuild'), typescriptOptions, lwcOptions]);

const modulesFolder = join(cacheFolder, 'modules');
mkdirSync(modulesFolder, { recursive: true });

const remembered = new Map<string, string>();

function cached(key: string, compile: () => string): string {
    const known = remembered.get(key);
    if (known !== undefined) {
        return known;
    }
    const file = join(modulesFolder, key);
    let code: string;
    try {
        code = readFileSync(file, 'utf8');
    } catch {
        code = compile();
        writeFileSync(file, code);
    }
    remembered.set(key, code);
    return code;
}

/**
 * Turns one file of a Lightning web component (TypeScript, JavaScript, HTML or CSS) into JavaScript for the LWC engine.
 * Results are kept on disk by compiler, options, path and content. Throws the compiler's error, with file and line.
 */
export function compileModule(file: string, { namespace, name }: ModuleName, scopedStyles: boolean): string {
    const source = readFileSync(file, 'utf8');
    const options: TransformOptions = { ...lwcOptions, namespace, name, scopedStyles };
    const key = createHash('sha256')
        .update(JSON.stringify([recipe, relative(projectRoot, file), scopedStyles, source]))
        .digest('hex');
    return cached(key, () => {
        const script = file.endsWith('.ts')
            ? stripTypes(source, { ...typescriptOptions, sourcefile: file }).code
            : source;
        return compileLwc(script, file.replace(/\.ts$/, '.js'), options).code;
    });
}
