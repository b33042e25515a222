import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { baseComponentsFolder } from './baseComponents.ts';
import { forceAppFolder, pageFolder, platformFolder } from './projectPaths.ts';

export interface ModuleName {
    readonly namespace: string;
    readonly name: string;
}

export interface ComponentFolders {
    /**
     * The file a module begins with, or undefined when there is none. Compiled JavaScript is taken while it is newer
     * than the TypeScript beside it, so that a page never runs code that is no longer there.
     */
    find(module: ModuleName): string | undefined;
    /** Which module a file belongs to, or undefined for a file outside every component folder. */
    moduleOf(file: string): ModuleName | undefined;
    /** Whether modules of this namespace live in these folders; other names are npm packages. */
    has(namespace: string): boolean;
}

function isStale(folder: string, compiled: string): boolean {
    const written = statSync(compiled).mtimeMs;
    return globSync('*.ts', { cwd: folder }).some((file) => statSync(join(folder, file)).mtimeMs > written);
}

function entryOf(folder: string, name: string): string | undefined {
    const compiled = join(folder, `${name}.js`);
    const source = join(folder, `${name}.ts`);
    if (existsSync(source)) {
        return existsSync(compiled) && !isStale(folder, compiled) ? compiled : source;
    }
    return [compiled, join(folder, `${name}.html`), join(folder, `${name}.css`)].find((file) => existsSync(file));
}

/** Looks at the folders as they are now: rooms of the package that appear later need a new one. */
export function findComponentFolders(): ComponentFolders {
    const roots = new Map<string, readonly string[]>([
        ['c', globSync('*/lwc', { cwd: forceAppFolder }).map((folder) => join(forceAppFolder, folder))],
        ['console', [join(pageFolder, 'lwc')]],
        ['force', [join(platformFolder, 'lwc', 'force')]],
        ['lightning', [join(platformFolder, 'lwc', 'lightning'), baseComponentsFolder]]
    ]);
    return {
        find({ namespace, name }) {
            for (const root of roots.get(namespace) ?? []) {
                const entry = entryOf(join(root, name), name);
                if (entry) {
                    return entry;
                }
            }
            return undefined;
        },
        moduleOf(file) {
            for (const [namespace, folders] of roots) {
                for (const root of folders) {
                    if (file.startsWith(`${root}/`)) {
                        return { namespace, name: file.slice(root.length + 1).split('/')[0] ?? '' };
                    }
                }
            }
            return undefined;
        },
        has: (namespace) => roots.has(namespace)
    };
}
