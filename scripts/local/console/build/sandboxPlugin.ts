import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import type { BuildContext, BuildOptions, OnLoadResult, Plugin } from 'esbuild';
import { looseObject, parse, string } from 'zod/mini';
import { forceAppFolder, packagesFolder, pageFolder, projectRoot } from './projectPaths.ts';

/** What the page calls the package's components that run in Lightning Web Security. */
export interface SandboxOptions {
    /** Names of the bundles that somebody outside asks for, as they are at the time of a build. */
    readonly components: () => readonly string[];
    /** How the page itself is built; the package's text is made the same way. */
    readonly build: Pick<BuildOptions, 'define' | 'minify' | 'target' | 'tsconfigRaw' | 'plugins'>;
    /** Gets the text and its source map, for the browser's developer tools. */
    readonly outdir: string;
}

/** An org has one sandbox for each namespace; a package without one of its own has that of the org, `c`. */
const NAMESPACE = 'c';

/** Modules that stay outside the sandbox, as in an org. */
const OUTSIDE = /^(lwc|lightning\/\w+|force\/\w+|@salesforce\/.+)$/;

/** Lightning Web Security writes its own version and the strict mode above the text that it evaluates. */
const LINES_ABOVE = 2;

const sandboxModule = JSON.stringify(join(pageFolder, 'sandbox.ts'));

/** Leaves imports from outside to the page, after asking the plugins of the page whether they exist. */
const outsideModules: Plugin = {
    name: 'outside the sandbox',
    setup(build) {
        const asked = {};
        build.onResolve({ filter: OUTSIDE }, async ({ path, importer, resolveDir, kind, pluginData }) => {
            if (pluginData === asked) {
                return undefined;
            }
            const { errors } = await build.resolve(path, { importer, resolveDir, kind, pluginData: asked });
            return errors.length > 0 ? { errors } : { path, external: true };
        });
    }
};

/**
 * Runs every `c/*` module of a page in Lightning Web Security: the package is bundled to one text of its own, which the
 * page evaluates in the sandbox with what it imports from outside. Comes before the plugin that finds the modules.
 */
export function sandboxPlugin({ components, build: { plugins = [], ...options }, outdir }: SandboxOptions): Plugin {
    return {
        name: 'Lightning Web Security',
        setup(build) {
            let context: BuildContext<{ write: false; metafile: true }> | undefined;
            let asked = '';

            async function rebuild(): Promise<esbuild.BuildResult<{ write: false; metafile: true }>> {
                const contents = components()
                    .map((name) => `export { default as ${name} } from '${NAMESPACE}/${name}';`)
                    .join('\n');
                if (context && contents !== asked) {
                    await context.dispose();
                    context = undefined;
                }
                asked = contents;
                context ??= await esbuild.context({
                    ...options,
                    absWorkingDir: projectRoot,
                    stdin: { contents, resolveDir: projectRoot, sourcefile: `${NAMESPACE}.js` },
                    outfile: join(outdir, `${NAMESPACE}.js`),
                    bundle: true,
                    format: 'cjs',
                    banner: { js: 'const { require, module } = $lockerEvalContext$;' },
                    sourcemap: 'external',
                    logLevel: 'silent',
                    write: false,
                    metafile: true,
                    plugins: [outsideModules, ...plugins]
                });
                return context.rebuild();
            }

            async function load(): Promise<OnLoadResult> {
                const watchFiles = globSync('*/lwc/*/*.{ts,js,html,css}', { cwd: forceAppFolder }).map((file) =>
                    join(forceAppFolder, file)
                );
                try {
                    const { outputFiles, metafile } = await rebuild();
                    const outside = Object.values(metafile.outputs).flatMap(({ imports }) =>
                        imports.filter(({ external }) => external).map(({ path }) => path)
                    );
                    const contents = pageModule(keep(outputFiles, outdir), [...new Set(outside)]);
                    return { contents, loader: 'js', resolveDir: projectRoot, watchFiles };
                } catch (failure) {
                    const errors = failure instanceof Error && 'errors' in failure ? failure.errors : undefined;
                    if (!Array.isArray(errors)) {
                        throw failure;
                    }
                    return { errors, watchFiles };
                }
            }

            build.onResolve({ filter: /^c\/\w+$/ }, ({ path }) => ({ path, namespace: 'sandboxed component' }));
            build.onResolve({ filter: /^sandbox:package$/ }, ({ path }) => ({ path, namespace: 'sandboxed package' }));
            build.onResolve({ filter: /^@locker\/\w/ }, ({ path }) => ({
                path: join(packagesFolder, path, 'dist', 'index.mjs.js')
            }));
            build.onLoad({ filter: /.*/, namespace: 'sandboxed component' }, ({ path }) => ({
                contents: `import components from 'sandbox:package';\nexport default components.${path.slice(2)};`,
                resolveDir: projectRoot
            }));
            build.onLoad({ filter: /.*/, namespace: 'sandboxed package' }, load);
            build.onDispose(() => void context?.dispose());
        }
    };
}

const SourceMap = looseObject({ mappings: string() });

/** Writes the package's text and its source map where the page finds them, and gives the text back. */
function keep(files: readonly esbuild.OutputFile[], outdir: string): string {
    const content = (ending: string): string => files.find(({ path }) => path.endsWith(ending))?.text ?? '';
    // A default import is the module's default everywhere, not Node's whole module.
    const text = content('.js').replaceAll(/(\b[\w$]+\(require\("[^"]+"\)), ?1\)/g, '$1)');
    const map = parse(SourceMap, JSON.parse(content('.map')));
    mkdirSync(outdir, { recursive: true });
    // Both as the browser counts the lines.
    const mappings = ';'.repeat(LINES_ABOVE) + map.mappings;
    writeFileSync(join(outdir, `${NAMESPACE}.js`), '\n'.repeat(LINES_ABOVE) + text);
    writeFileSync(join(outdir, `${NAMESPACE}.js.map`), JSON.stringify({ ...map, mappings }));
    return text;
}

/** The page's module that evaluates the package, with the modules from outside that it imports. */
function pageModule(text: string, outside: readonly string[]): string {
    const imports = outside.map((name, index) => `import * as outside${index} from ${JSON.stringify(name)};`);
    const modules = outside.map((name, index) => `${JSON.stringify(name)}: outside${index}`);
    return [
        ...imports,
        `import { evaluate } from ${sandboxModule};`,
        `export default evaluate(${JSON.stringify(NAMESPACE)}, ${JSON.stringify(text)}, { ${modules.join(', ')} });`
    ].join('\n');
}
