import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { findBundles, removeLeftovers } from './bundles.ts';
import type { Bundle } from './bundles.ts';
import { brokenRules, foreignImports } from './bundleRules.ts';
import { ALL, compiledSources, importedNames, namesIn } from './moduleExports.ts';
import { withoutQuerySpaces } from './queryDocuments.ts';

export interface BuiltFile {
    readonly bundle: string;
    readonly bytes: number;
    /** npm packages whose code is inside the file. */
    readonly bundledIn: readonly string[];
}

/** The package cannot be built; the message lists every reason with its file. */
export class BuildError extends Error {
    override readonly name = 'BuildError';
}

export function typescriptArguments(root: string): string[] {
    return [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(root, 'tsconfig.json')];
}

async function stripTypes(root: string): Promise<void> {
    // Whatever the environment says of colours: the report goes into an error's message.
    const words = [...typescriptArguments(root), '--pretty', 'false'];
    const compiler = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    let report = '';
    compiler.stdout.setEncoding('utf8').on('data', (text: string) => (report += text));
    const code = await new Promise((resolve) => compiler.once('close', resolve));
    if (code !== 0) {
        throw new BuildError(`TypeScript found problems:\n${report.trim()}`);
    }
}

/** A module's files only define what they export, so that one of which nothing is wanted stays out as a whole. */
const filesWithoutEffects: Plugin = {
    name: 'files-without-effects',
    setup(builder) {
        builder.onResolve({ filter: /^\.{1,2}\/.*\.[jt]s$/ }, ({ path, resolveDir }) => ({
            path: join(resolveDir, path),
            sideEffects: false
        }));
    }
};

const OUTER_IMPORT = /\bimport\s*\{([^}]*)\}\s*from\s*['"]((?:c|lightning)\/\w+)['"]/g;

/** Names that the bundle's files import from outside it, by specifier. */
function outerNames(bundle: Bundle): Map<string, Set<string>> {
    const names = new Map<string, Set<string>>();
    for (const source of compiledSources([bundle.folder])) {
        for (const [, list = '', specifier = ''] of source.matchAll(OUTER_IMPORT)) {
            names.set(specifier, new Set([...(names.get(specifier) ?? []), ...namesIn(list)]));
        }
    }
    return names;
}

/** What several files of a bundle import is imported once. */
function importOnce(bundle: Bundle): Plugin {
    const names = outerNames(bundle);
    return {
        name: 'import-once',
        setup(builder) {
            builder.onResolve({ filter: /^(c|lightning)\// }, ({ path, namespace }) =>
                namespace === 'outer' || !names.has(path)
                    ? { path, external: true }
                    : { path, namespace: 'outer', sideEffects: false }
            );
            builder.onLoad({ filter: /./, namespace: 'outer' }, ({ path }) => ({
                contents: `export { ${[...(names.get(path) ?? [])].join(', ')} } from '${path}';`
            }));
        }
    };
}

/**
 * Puts the files of a bundle into one: npm code goes in, and what nobody imports of them stays out, because every agent
 * downloads the rest.
 */
async function bundleFiles(
    bundle: Bundle,
    stdin: { readonly contents: string; readonly loader: 'js' | 'ts' },
    generatedFrom: string
): Promise<void> {
    await build({
        stdin: { ...stdin, resolveDir: bundle.folder },
        outfile: bundle.output,
        allowOverwrite: true,
        bundle: true,
        format: 'esm',
        // A component's decorators are for the LWC compiler.
        target: bundle.hasTemplate ? 'esnext' : 'es2022',
        minifySyntax: true,
        legalComments: 'inline',
        plugins: [filesWithoutEffects, importOnce(bundle)],
        external: ['lwc', 'lightning/*', 'c/*', '@salesforce/*'],
        banner: { js: `// Generated from ${generatedFrom}.` },
        logLevel: 'silent'
    });
    for (const part of globSync('*.js', { cwd: bundle.folder })) {
        if (part !== `${bundle.name}.js`) {
            rmSync(join(bundle.folder, part));
        }
    }
}

async function bundleModule(bundle: Bundle, packages: readonly string[], wanted: ReadonlySet<string>): Promise<void> {
    const entry = `./${bundle.name}.ts`;
    const contents =
        wanted.size > 0 && !wanted.has(ALL)
            ? `export { ${[...wanted].sort().join(', ')} } from '${entry}';`
            : `export * from '${entry}';`;
    const generatedFrom =
        packages.length > 0 ? `the files beside it, with ${packages.join(', ')} bundled in` : 'the files beside it';
    const banner = `${bundle.name}.ts and ${generatedFrom}: what the package's components import of it`;
    await bundleFiles(bundle, { contents, loader: 'ts' }, banner);
}

const DEFAULT_EXPORT = /export \{\s*(\w+) as default\s*\};\s*$/;

/**
 * The class of a component as its default export again: the LWC compiler registers nothing that is exported any other way.
 * Where that does not succeed the rules say so.
 */
function withDefaultExport(code: string): string {
    const [statement, name] = DEFAULT_EXPORT.exec(code) ?? [];
    return statement === undefined || name === undefined
        ? code
        : code
              .replace(statement, '')
              .replace(
                  new RegExp(`(?:\\bvar|(,)) ${name} = class(?= extends )`),
                  (_, isListed?: string) => `${isListed ? ';\n' : ''}export default class ${name}`
              );
}

async function bundleComponent(bundle: Bundle): Promise<void> {
    const contents = readFileSync(bundle.output, 'utf8');
    const parts = globSync('*.js', { cwd: bundle.folder });
    if (parts.length > 1) {
        await bundleFiles(bundle, { contents, loader: 'js' }, `${bundle.name}.ts and the files beside it`);
        writeFileSync(bundle.output, withDefaultExport(readFileSync(bundle.output, 'utf8')));
    }
}

function packagesOf(bundle: Bundle): string[] {
    const sources = globSync('*.ts', { cwd: bundle.folder, exclude: (name) => name.endsWith('.d.ts') });
    const found = sources.flatMap((file) => foreignImports(readFileSync(join(bundle.folder, file), 'utf8')));
    return [...new Set(found)].sort();
}

/**
 * Compiles every component of the package in place (`x.ts` to `x.js` beside it).
 * Throws a BuildError that lists what TypeScript or an org would refuse.
 */
export async function compilePackage(root: string): Promise<BuiltFile[]> {
    removeLeftovers(root);
    await stripTypes(root);
    const bundles = findBundles(root);
    const packages = new Map(bundles.map((bundle) => [bundle, packagesOf(bundle)]));
    const problems: string[] = [];
    const built: BuiltFile[] = [];
    const imported = importedNames(compiledSources(bundles.map(({ folder }) => folder)));
    for (const [bundle, names] of packages) {
        await (bundle.hasTemplate
            ? bundleComponent(bundle)
            : bundleModule(bundle, names, imported.get(bundle.name) ?? new Set()));
        for (const file of globSync('*.js', { cwd: bundle.folder })) {
            const code = withoutQuerySpaces(readFileSync(join(bundle.folder, file), 'utf8'));
            writeFileSync(join(bundle.folder, file), code);
            const isEntry = file === `${bundle.name}.js`;
            problems.push(
                ...brokenRules(isEntry ? bundle : { ...bundle, hasTemplate: false }, code).map(
                    (rule) => `${bundle.name}/${file} ${rule}`
                )
            );
            built.push({ bundle: bundle.name, bytes: Buffer.byteLength(code), bundledIn: isEntry ? names : [] });
        }
    }
    if (problems.length > 0) {
        throw new BuildError(
            `The package would not work in an org:\n${problems.map((problem) => `  ${problem}`).join('\n')}`
        );
    }
    return built;
}
