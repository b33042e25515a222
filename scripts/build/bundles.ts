import { globSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One Lightning web component folder of the package. */
export interface Bundle {
    readonly name: string;
    /** Path of the folder, relative to the project root when the root was relative. */
    readonly folder: string;
    readonly source: string;
    readonly output: string;
    /** A bundle without a template is a module that others import; it registers nothing. */
    readonly hasTemplate: boolean;
}

/** Finds every bundle with TypeScript in it, whatever room it lives in, in alphabetical order. */
export function findBundles(root: string): Bundle[] {
    return globSync('force-app/main/*/lwc/*', { cwd: root })
        .map((relative) => {
            const folder = join(root, relative);
            const name = basename(folder);
            return {
                name,
                folder,
                source: join(folder, `${name}.ts`),
                output: join(folder, `${name}.js`),
                hasTemplate: existsSync(join(folder, `${name}.html`))
            };
        })
        .filter((bundle) => existsSync(bundle.source))
        .sort((a, b) => a.name.localeCompare(b.name));
}

/** Removes folders in which nothing but compiled files is left, as after a bundle was moved or deleted: an org would refuse them. */
export function removeLeftovers(root: string): void {
    for (const relative of globSync('force-app/main/*/lwc/*', { cwd: root })) {
        const folder = join(root, relative);
        if (readdirSync(folder).every((file) => file.endsWith('.js'))) {
            rmSync(folder, { recursive: true });
        }
    }
}
