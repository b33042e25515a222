import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMED_IMPORT = /\bimport\s*\{([^}]*)\}\s*from\s*['"]c\/(\w+)['"]/g;

/** Names that compiled components import from each module of the package, by module. Types are gone by then. */
export function importedNames(sources: Iterable<string>): Map<string, Set<string>> {
    const imported = new Map<string, Set<string>>();
    for (const source of sources) {
        for (const [, names = '', module = ''] of source.matchAll(NAMED_IMPORT)) {
            const known = imported.get(module) ?? new Set<string>();
            for (const name of names.split(',')) {
                const [original = ''] = name.trim().split(/\s+as\s+/);
                if (original) {
                    known.add(original);
                }
            }
            imported.set(module, known);
        }
    }
    return imported;
}

/** The compiled JavaScript of every bundle of the package. */
export function compiledSources(folders: readonly string[]): string[] {
    return folders.flatMap((folder) =>
        globSync('*.js', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'))
    );
}
