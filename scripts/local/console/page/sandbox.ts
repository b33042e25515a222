import { evaluateInSandbox, wrapDependency } from '@locker/sandbox';
import { keepErrorsReadable } from './readableErrors.ts';

type Module = Readonly<Record<string, unknown>>;

/** Where the console serves the texts that run in a sandbox, for developer tools and stack traces. */
const TEXTS = `${location.origin}/assets/`;

keepErrorsReadable();

/**
 * Evaluates a CommonJS text in the namespace's sandbox of Lightning Web Security.
 * @param outside the modules that the text may import, by name
 * @returns what the text exports
 */
export function evaluate(namespace: string, text: string, outside: Readonly<Record<string, Module>>): Module {
    const wrapped = new Map<string, unknown>();
    const module: { exports: Module } = { exports: {} };
    const require = (name: string): unknown => {
        const known = wrapped.get(name) ?? wrapDependency({ ...outside[name], __esModule: true }, name, namespace);
        wrapped.set(name, known);
        return known;
    };
    const file = `${TEXTS}${namespace}.js`;
    // Written apart, so that no tool takes these for the source map of this file.
    const named = `${text}\n//# ${'source'}URL=${file}\n//# ${'source'}MappingURL=${file}.map`;
    evaluateInSandbox(namespace, named, { require, module });
    return module.exports;
}
