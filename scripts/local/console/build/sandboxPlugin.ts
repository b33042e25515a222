import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import type { BuildContext, BuildOptions, OnLoadResult, Plugin } from 'esbuild';
import { looseObject, parse, string } from 'zod/mini';
import { packagesFolder, pageFolder, projectRoot } from './projectPaths.ts';

/** What the page calls the package's components that run in Lightning Web Security. */
export interface SandboxOptions {
    /** How the page itself is built; the package's texts are made the same way. */
    readonly build: Pick<BuildOptions, 'define' | 'minify' | 'target' | 'tsconfigRaw' | 'plugins'>;
    /** Gets the texts and their source maps, for the browser's developer tools. */
    readonly outdir: string;
}

/** An org has one sandbox for each namespace; a package without one of its own has that of the org, `c`. */
const NAMESPACE = 'c';

/** Modules that stay outside the sandbox, as in an org. */
const OUTSIDE = /^(lwc|lightning\/\w+|force\/\w+|@salesforce\/.+)$/;

/** Modules of the package, each a text of its own. */
const INSIDE = /^c\/\w+$/;

/** Lightning Web Security writes its own version and the strict mode above the text that it evaluates. */
const LINES_ABOVE = 2;

const sandboxModule = JSON.stringify(join(pageFolder, 'sandbox.ts'));

/** Leaves imports of other modules to the page, after asking the plugins of the page whether they exist. */
const otherModules: Plugin = {
    name: 'outside the text',
    setup(build) {
        const asked = {};
        const leave = async ({ path, importer, resolveDir, kind, pluginData }: esbuild.OnResolveArgs) => {
            if (pluginData === asked || kind === 'entry-point') {
                return undefined;
            }
            const { errors } = await build.resolve(path, { importer, resolveDir, kind, pluginData: asked });
            return errors.length > 0 ? { errors } : { path, external: true };
        };
        build.onResolve({ filter: OUTSIDE }, leave);
        build.onResolve({ filter: INSIDE }, leave);
    }
};

type TextContext = BuildContext<{ write: false; metafile: true }>;

/**
 * Runs every `c/*` module of a page in Lightning Web Security: each becomes a text that the page evaluates in the sandbox with
 * what it imports. What a module imports at run time, the page loads at run time. Comes before the plugin that finds the modules.
 */
export function sandboxPlugin({ build: { plugins = [], ...options }, outdir }: SandboxOptions): Plugin {
    return {
        name: 'Lightning Web Security',
        setup(build) {
            const contexts = new Map<string, Promise<TextContext>>();

            function contextOf(name: string): Promise<TextContext> {
                const context =
                    contexts.get(name) ??
                    esbuild.context({
                        ...options,
                        absWorkingDir: projectRoot,
                        entryPoints: [name],
                        outfile: join(outdir, `${name}.js`),
                        bundle: true,
                        format: 'cjs',
                        banner: { js: 'const { require, module, load } = $lockerEvalContext$;' },
                        sourcemap: 'external',
                        logLevel: 'silent',
                        write: false,
                        metafile: true,
                        plugins: [otherModules, ...plugins]
                    });
                contexts.set(name, context);
                return context;
            }

            async function load(name: string): Promise<OnLoadResult> {
                try {
                    const { outputFiles, metafile } = await (await contextOf(name)).rebuild();
                    const files = Object.keys(metafile.inputs).map((file) => join(projectRoot, file));
                    const folder = dirname(files.at(-1) ?? projectRoot);
                    return {
                        contents: pageModule(name, keep(name, outputFiles, outdir), metafile),
                        loader: 'js',
                        resolveDir: projectRoot,
                        watchFiles: globSync('*.{ts,js,html,css}', { cwd: folder }).map((file) => join(folder, file)),
                        watchDirs: [folder]
                    };
                } catch (failure) {
                    const errors = failure instanceof Error && 'errors' in failure ? failure.errors : undefined;
                    if (!Array.isArray(errors)) {
                        throw failure;
                    }
                    const watchFiles = globSync('force-app/main/*/lwc/*/*.{ts,js,html,css}', { cwd: projectRoot });
                    return { errors, watchFiles: watchFiles.map((file) => join(projectRoot, file)) };
                }
            }

            build.onResolve({ filter: INSIDE }, ({ path }) => ({ path, namespace: 'sandboxed module' }));
            build.onResolve({ filter: /^@locker\/\w/ }, ({ path }) => ({
                path: join(packagesFolder, path, 'dist', 'index.mjs.js')
            }));
            build.onLoad({ filter: /.*/, namespace: 'sandboxed module' }, ({ path }) => load(path));
            build.onDispose(() => {
                for (const context of contexts.values()) {
                    void context.then((text) => text.dispose());
                }
            });
        }
    };
}

const SourceMap = looseObject({ mappings: string() });

/** Writes the module's text and its source map where the page finds them, and gives the text back. */
function keep(name: string, files: readonly esbuild.OutputFile[], outdir: string): string {
    const content = (ending: string): string => files.find(({ path }) => path.endsWith(ending))?.text ?? '';
    const text = content('.js')
        // A default import is the module's default everywhere, not Node's whole module.
        .replaceAll(/(\b[\w$]+\(require\("[^"]+"\)), ?1\)/g, '$1)')
        // Of the same length, for the source map.
        .replaceAll(/\bimport\((?="c\/\w+"\))/g, '  load(');
    const map = parse(SourceMap, JSON.parse(content('.map')));
    const file = join(outdir, `${name}.js`);
    mkdirSync(dirname(file), { recursive: true });
    // Both as the browser counts the lines.
    const mappings = ';'.repeat(LINES_ABOVE) + map.mappings;
    writeFileSync(file, '\n'.repeat(LINES_ABOVE) + text);
    writeFileSync(`${file}.map`, JSON.stringify({ ...map, mappings }));
    return text;
}

/** The page's module that evaluates the text with the modules that it imports, and with loaders of those that it asks for later. */
function pageModule(name: string, text: string, { outputs }: esbuild.Metafile): string {
    const imports = Object.values(outputs).flatMap((output) => output.imports.filter(({ external }) => external));
    const pathsOf = (kind: esbuild.ImportKind, form: RegExp): string[] => [
        ...new Set(imports.filter((each) => each.kind === kind && form.test(each.path)).map(({ path }) => path))
    ];
    const outside = pathsOf('require-call', OUTSIDE);
    const inside = pathsOf('require-call', INSIDE);
    const late = pathsOf('dynamic-import', INSIDE);
    const [quotedName, quotedText] = [name, text].map((each) => JSON.stringify(each));
    const table = (paths: readonly string[], value: (path: string, index: number) => string): string =>
        `{ ${paths.map((path, index) => `${JSON.stringify(path)}: ${value(path, index)}`).join(', ')} }`;
    return [
        ...outside.map((path, index) => `import * as outside${index} from ${JSON.stringify(path)};`),
        ...inside.map((path, index) => `import { exported as inside${index} } from ${JSON.stringify(path)};`),
        `import { evaluate } from ${sandboxModule};`,
        `export const exported = evaluate(${JSON.stringify(NAMESPACE)}, ${quotedName}, ${quotedText}, {`,
        `    outside: ${table(outside, (_, index) => `outside${index}`)},`,
        `    inside: ${table(inside, (_, index) => `inside${index}`)},`,
        `    late: ${table(late, (path) => `() => import(${JSON.stringify(path)})`)}`,
        `});`,
        `export default exported.default;`
    ].join('\n');
}
