import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { readExposedComponents } from '../metadata/components.ts';
import { readComposition } from '../metadata/composition.ts';
import { iconsOfComposition } from '../metadata/compositionIcons.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { readLabels } from '../../metadata/labels.ts';
import { findComponentFolders } from './componentFolders.ts';
import { findUsedIcons } from './icons.ts';
import { lwcPlugin } from './lwcPlugin.ts';
import { sandboxPlugin } from './sandboxPlugin.ts';
import type { LwcSources } from './lwcPlugin.ts';
import { forceAppFolder, productFolders, packagesFolder, pageFolder, projectRoot } from './projectPaths.ts';
import { usedRules } from './usedRules.ts';

export interface ConsoleBuild {
    /** Folder for the page's files; created when missing. */
    readonly outdir: string;
    /** The engine's development checks, on by default; measurements turn them off and shrink the code. */
    readonly production?: boolean;
}

export interface ConsoleWatch {
    close(): Promise<void>;
}

const designSystem = join(packagesFolder, '@salesforce-ux/design-system-2/dist/css/bundled/slds2.cosmos.css');

function readSources(): LwcSources {
    const exposed = readExposedComponents(forceAppFolder);
    return {
        folders: findComponentFolders(),
        icons: findUsedIcons(iconsOfComposition(readComposition(forceAppFolder))),
        salesforce: {
            labels: readLabels(productFolders),
            messageChannels: new Set(metadataFiles(forceAppFolder, '.messageChannel-meta.xml').map(({ name }) => name))
        },
        exposed,
        metadataFiles: metadataFiles(productFolders, '-meta.xml').map(({ file }) => file)
    };
}

function optionsFor({ outdir, production = false }: ConsoleBuild): BuildOptions {
    rmSync(join(outdir, 'chunks'), { recursive: true, force: true });
    mkdirSync(outdir, { recursive: true });
    let sources: LwcSources;
    const reading: esbuild.Plugin = {
        name: 'sources',
        setup(build) {
            build.onStart(() => {
                sources = readSources();
            });
        }
    };
    const styling: esbuild.Plugin = {
        name: 'design system',
        setup(build) {
            build.onEnd(() => {
                const scripts = globSync('**/*.js', { cwd: outdir });
                const texts = scripts.map((script) => readFileSync(join(outdir, script), 'utf8'));
                writeFileSync(join(outdir, 'slds.css'), usedRules(readFileSync(designSystem, 'utf8'), texts));
            });
        }
    };
    const modules = lwcPlugin(() => sources);
    const options: BuildOptions = {
        target: 'es2022',
        minify: production,
        define: {
            'process.env.NODE_ENV': production ? '"production"' : '"development"',
            'import.meta.env.SSR': 'false'
        },
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } }
    };
    const sandbox = sandboxPlugin({
        build: { ...options, plugins: [modules] },
        outdir
    });
    return {
        ...options,
        absWorkingDir: projectRoot,
        // Synthetic shadow patches the document before the engine may run, so it is a script of its own.
        entryPoints: ['shadow.ts', 'main.ts', 'console.css'].map((file) => join(pageFolder, file)),
        outdir,
        bundle: true,
        splitting: true,
        format: 'esm',
        chunkNames: 'chunks/[name]-[hash]',
        sourcemap: production ? false : 'linked',
        logLevel: 'silent',
        plugins: [reading, sandbox, modules, styling]
    };
}

/** The console's page could not be built; the message lists every problem with file and line. */
class ConsoleBuildError extends Error {
    override readonly name = 'ConsoleBuildError';
}

function isBuildFailure(failure: unknown): failure is esbuild.BuildFailure {
    return failure instanceof Error && 'errors' in failure && Array.isArray(failure.errors);
}

async function inWords(problems: readonly esbuild.Message[]): Promise<string> {
    return (await esbuild.formatMessages([...problems], { kind: 'error', color: false })).join('');
}

/** Builds the page with everything the package's metadata puts on it. Resolves to the time it took, in milliseconds. */
export async function buildConsole(build: ConsoleBuild): Promise<number> {
    const started = performance.now();
    try {
        await esbuild.build(optionsFor(build));
    } catch (failure) {
        if (!isBuildFailure(failure)) {
            throw failure;
        }
        throw new ConsoleBuildError(`The console's page could not be built:\n${await inWords(failure.errors)}`);
    }
    return performance.now() - started;
}

/**
 * Builds the page and again after every change to a file in it. `onBuild` hears of each build: undefined when it
 * worked, else the problems in words.
 */
export async function watchConsole(
    build: ConsoleBuild,
    onBuild: (problems: string | undefined) => void
): Promise<ConsoleWatch> {
    const options = optionsFor(build);
    const report: esbuild.Plugin = {
        name: 'report',
        setup(started) {
            started.onEnd(async ({ errors }) => {
                onBuild(errors.length === 0 ? undefined : await inWords(errors));
            });
        }
    };
    const context = await esbuild.context({ ...options, plugins: [...(options.plugins ?? []), report] });
    await context.watch();
    return { close: () => context.dispose() };
}
