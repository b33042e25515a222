import { transformSync } from '@lwc/compiler';
import type { Bundle } from './bundles.ts';

/** What an org accepts for one JavaScript file of a component; newer orgs take more, older ones refuse it. */
export const LARGEST_FILE = 131_072;

const PLATFORM_IMPORT = /^(lwc$|lightning\/|c\/|@salesforce\/|\.{1,2}\/)/;
const IMPORT = /\b(?:import|export)\s(?:[^'"]*?\sfrom\s*)?['"]([^'"]+)['"]/g;

/** Specifiers that the platform cannot resolve: npm packages that were not bundled in. */
export function foreignImports(code: string): string[] {
    return [...code.matchAll(IMPORT)].flatMap(([, specifier]) =>
        specifier !== undefined && !PLATFORM_IMPORT.test(specifier) ? [specifier] : []
    );
}

function registersComponent(bundle: Bundle, code: string): boolean {
    const compiled = transformSync(code, bundle.output, {
        namespace: 'c',
        name: bundle.name,
        apiVersion: 66,
        // What may be imported at run time others decide.
        experimentalDynamicComponent: { loader: '', strictSpecifier: false }
    });
    return compiled.code.includes('registerComponent');
}

/** Says in words what an org would refuse about this compiled file, or would accept and then not run. */
export function brokenRules(bundle: Bundle, code: string): string[] {
    const size = Buffer.byteLength(code);
    const foreign = foreignImports(code);
    return [
        ...(size > LARGEST_FILE ? [`is ${size} bytes, an org takes ${LARGEST_FILE}: split the bundle`] : []),
        ...(/\beval\s*\(|\bnew\s+Function\b/.test(code)
            ? ['evaluates text as code, which Lightning Web Security refuses']
            : []),
        ...foreign.map((specifier) => `imports '${specifier}', which an org cannot resolve`),
        ...(foreign.length === 0 && bundle.hasTemplate && !registersComponent(bundle, code)
            ? ['would deploy but not render: the class is not its default export']
            : [])
    ];
}
