import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { OnLoadResult, Plugin } from 'esbuild';
import type { ExposedComponent } from '../metadata/components.ts';
import { baseComponentAliases } from './baseComponents.ts';
import { compileModule } from './compileModule.ts';
import type { ComponentFolders } from './componentFolders.ts';
import { iconModule } from './icons.ts';
import { packagesFolder, projectRoot } from './projectPaths.ts';
import { salesforceModule } from './salesforceModules.ts';
import type { SalesforceSources } from './salesforceModules.ts';

export interface LwcSources {
    readonly folders: ComponentFolders;
    readonly icons: ReadonlySet<string>;
    readonly salesforce: SalesforceSources;
    readonly exposed: readonly ExposedComponent[];
    /** Files that decide what the page holds; a watch builds again when one changes. */
    readonly metadataFiles: readonly string[];
}

const ICON_TEMPLATES = /^lightning\/iconSvgTemplates(Utility|Action|Standard|Doctype|Custom)(Rtl)?$/;

/** They would be built, and fail on the page without a word that says why. */
const STATE_MANAGERS = /^(@lwc\/state|lightning\/stateManager\w+)$/;

const engine = join(packagesFolder, '@lwc', 'engine-dom', 'dist', 'index.js');

/** Names of the package's components that a page may hold, each with a loader of its own file. */
function exposedComponentsModule(exposed: readonly ExposedComponent[]): string {
    const loaders = exposed.map(({ name }) => `${JSON.stringify(name)}: () => import(${JSON.stringify(`c/${name}`)})`);
    return `export default { ${loaders.join(', ')} };`;
}

function generated(contents: string): OnLoadResult {
    return { contents, loader: 'js', resolveDir: projectRoot };
}

/** Compiled JavaScript is only taken while it is newer than its source, so the source is watched with it. */
function watchedWith(path: string): string[] {
    return path.endsWith('.js') ? [path, path.replace(/\.js$/, '.ts')] : [path];
}

/**
 * Lets esbuild bundle Lightning web components: finds modules by their platform names, compiles them with the LWC
 * compiler, and makes the `@salesforce/*` modules. `sources` is asked anew for every module, so that a watch sees new files.
 */
export function lwcPlugin(sources: () => LwcSources): Plugin {
    return {
        name: 'lwc',
        setup(build) {
            build.onResolve({ filter: /^lwc$/ }, () => ({ path: engine }));
            build.onResolve({ filter: STATE_MANAGERS }, ({ path }) => ({
                errors: [{ text: `The local console gives state managers no context, so it does not support ${path}` }]
            }));
            build.onResolve({ filter: /^@console\/exposedComponents$/ }, ({ path }) => ({
                path,
                namespace: 'generated'
            }));
            build.onResolve({ filter: /^(@salesforce\/|assert$)/ }, ({ path }) => {
                const name = path.slice('@salesforce/'.length);
                const answer = path === 'assert' ? { problem: '' } : salesforceModule(name, sources().salesforce);
                const alias = baseComponentAliases.get(path);
                if ('problem' in answer && !alias) {
                    return { errors: [{ text: answer.problem }] };
                }
                return 'code' in answer ? { path: name, namespace: 'salesforce' } : { path: alias };
            });
            build.onResolve({ filter: /^[a-z]\w*\/\w+$/ }, ({ path }) => {
                const [namespace = '', name = ''] = path.split('/');
                if (ICON_TEMPLATES.test(path)) {
                    return { path, namespace: 'icons' };
                }
                if (!sources().folders.has(namespace)) {
                    return undefined;
                }
                const file = sources().folders.find({ namespace, name });
                return file ? { path: file } : { errors: [{ text: `There is no module ${path} in the console` }] };
            });
            // The LWC compiler imports a template and a stylesheet for every component, whether it has one or not.
            build.onResolve({ filter: /^\.{1,2}\/.*\.(html|css)(\?.*)?$/ }, ({ path, importer }) => {
                const [relative = '', query] = path.split('?');
                const file = resolve(dirname(importer), relative);
                return existsSync(file)
                    ? { path: file, suffix: query ? `?${query}` : '' }
                    : { path: file, namespace: 'absent', watchDirs: [dirname(importer)] };
            });

            build.onLoad({ filter: /.*/, namespace: 'absent' }, () => generated('export default undefined;'));
            build.onLoad({ filter: /.*/, namespace: 'generated' }, () => ({
                ...generated(exposedComponentsModule(sources().exposed)),
                watchFiles: [...sources().metadataFiles]
            }));
            build.onLoad({ filter: /.*/, namespace: 'salesforce' }, ({ path }) => {
                const answer = salesforceModule(path, sources().salesforce);
                return 'code' in answer ? generated(answer.code) : { errors: [{ text: answer.problem }] };
            });
            build.onLoad({ filter: /.*/, namespace: 'icons' }, ({ path }) => {
                const [, category = '', rightToLeft] = ICON_TEMPLATES.exec(path) ?? [];
                return generated(rightToLeft ? 'export default {};' : iconModule(category, sources().icons));
            });
            build.onLoad({ filter: /\.(ts|js|html|css)$/ }, ({ path, suffix }) => {
                const module = sources().folders.moduleOf(path);
                if (!module) {
                    return undefined;
                }
                try {
                    const contents = compileModule(path, module, suffix.includes('scoped=true'));
                    return { contents, loader: 'js', resolveDir: dirname(path), watchFiles: watchedWith(path) };
                } catch (error) {
                    return {
                        errors: [
                            { text: error instanceof Error ? error.message : String(error), location: { file: path } }
                        ]
                    };
                }
            });
        }
    };
}
