import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMED = /\b(?:import|export)\s*\{([^}]*)\}\s*from\s*['"]c\/(\w+)['"]/g;
const WHOLE = /\b(?:import|export)\s*\*[^'"]*from\s*['"]c\/(\w+)['"]/g;

/** Stands for every name of a module. */
export const ALL = '*';

/**
 * Names that compiled components import from each module of the package, or hand on, by module; ALL among them when a
 * module is wanted as a whole. Types are gone by then.
 */
export function importedNames(sources: Iterable<string>): Map<string, Set<string>> {
    const imported = new Map<string, Set<string>>();
    for (const source of sources) {
        const whole = [...source.matchAll(WHOLE)].map(([, module = '']) => [module, [ALL]] as const);
        const named = [...source.matchAll(NAMED)].map(
            ([, names = '', module = '']) => [module, namesIn(names)] as const
        );
        for (const [module, names] of [...whole, ...named]) {
            imported.set(module, new Set([...(imported.get(module) ?? []), ...names]));
        }
    }
    return imported;
}

/** `a, b as c` is a and b: what the module itself calls them. */
export function namesIn(list: string): string[] {
    return list.split(',').flatMap((name) => name.trim().split(/\s+as\s+/)[0] || []);
}

/** The compiled JavaScript of every bundle of the package. */
export function compiledSources(folders: readonly string[]): string[] {
    return folders.flatMap((folder) =>
        globSync('*.js', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'))
    );
}
