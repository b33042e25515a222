import { evaluateInSandbox, wrapDependency } from '@locker/sandbox';
import { importLate } from './importLate.ts';
import { keepErrorsReadable } from './readableErrors.ts';

type Module = Readonly<Record<string, unknown>>;

/** What a text may import, by name. */
interface Imports {
    /** Modules of the platform. */
    readonly outside: Readonly<Record<string, Module>>;
    /** What other texts of the same sandbox export. */
    readonly inside: Readonly<Record<string, Module>>;
    /** Loaders of texts that are asked for at run time. */
    readonly late: Readonly<Record<string, () => Promise<{ readonly exported: Module }>>>;
}

/** Where the console serves the texts that run in a sandbox, for developer tools and stack traces. */
const TEXTS = `${location.origin}/assets/`;

/** Modules of the platform as the sandbox sees them, by namespace and name. */
const wrapped = new Map<string, unknown>();

keepErrorsReadable();

/**
 * Evaluates a CommonJS text in the namespace's sandbox of Lightning Web Security.
 * @returns what the text exports
 */
export function evaluate(namespace: string, name: string, text: string, imports: Imports): Module {
    const module: { exports: Module } = { exports: {} };
    const wrap = (path: string): unknown => {
        const key = `${namespace} ${path}`;
        const known =
            wrapped.get(key) ?? wrapDependency({ ...imports.outside[path], __esModule: true }, path, namespace);
        wrapped.set(key, known);
        return known;
    };
    const require = (path: string): unknown => imports.inside[path] ?? wrap(path);
    const load = async (path: string): Promise<unknown> => (await importLate(path, imports.late[path]))?.exported;
    const file = `${TEXTS}${name}.js`;
    // Written apart, so that no tool takes these for the source map of this file.
    const named = `${text}\n//# ${'source'}URL=${file}\n//# ${'source'}MappingURL=${file}.map`;
    evaluateInSandbox(namespace, named, { require, module, load });
    return module.exports;
}
