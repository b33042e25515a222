import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transformSync as compileLwc } from '@lwc/compiler';
import { transformSync as minify } from 'esbuild';
import { findBundles } from '../build/bundles.ts';
import type { Bundle } from '../build/bundles.ts';

export interface BundleSize {
    readonly name: string;
    /** Bytes of the deployed JavaScript, minified. */
    readonly minified: number;
    /** Bytes of the same after gzip -9. */
    readonly gzipped: number;
    /** Bytes after gzip -9 with the compiled templates and styles, which is what a browser really receives. */
    readonly gzippedWithTemplates: number;
}

const gzipped = (code: string): number => gzipSync(code, { level: 9 }).byteLength;
/** As a download would be: decorators stay, the platform's compiler turns them into a registration of a few bytes. */
const minified = (code: string): string =>
    minify(code, { minify: true, format: 'esm', target: 'esnext', legalComments: 'none' }).code;

function javaScriptOf(bundle: Bundle): string {
    return globSync('*.js', { cwd: bundle.folder })
        .map((file) => minified(readFileSync(join(bundle.folder, file), 'utf8')))
        .join('');
}

function compiledOf(bundle: Bundle): string {
    return globSync('*.{js,html,css}', { cwd: bundle.folder })
        .map((file) => {
            const path = join(bundle.folder, file);
            const { code } = compileLwc(readFileSync(path, 'utf8'), path, {
                namespace: 'c',
                name: bundle.name,
                apiVersion: 66,
                enableDynamicComponents: true
            });
            return minified(code);
        })
        .join('');
}

const ENTRIES = ['convoxScreenPop', 'convoxSoftphone'];

const LATE_IMPORT = /\bimport\((['"])c\/(\w+)\1\)/g;

function tagOf(name: string): string {
    return `c-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** What a bundle takes along, and what it asks for at run time. */
interface Uses {
    readonly atOnce: readonly string[];
    readonly later: readonly string[];
}

function usesOf(bundle: Bundle, bundles: readonly Bundle[]): Uses {
    const text = globSync('*.{js,html}', { cwd: bundle.folder })
        .map((file) => readFileSync(join(bundle.folder, file), 'utf8'))
        .join('\n');
    const taken = text.replaceAll(LATE_IMPORT, '');
    const isTaken = ({ name }: Bundle): boolean =>
        ["'", '"'].some((quote) => taken.includes(`${quote}c/${name}${quote}`)) ||
        ['\n', ' ', '>'].some((end) => taken.includes(`<${tagOf(name)}${end}`));
    return {
        atOnce: bundles.filter(isTaken).map(({ name }) => name),
        later: [...text.matchAll(LATE_IMPORT)].map(([, , name = '']) => name)
    };
}

/** The entries, everything that they import, and what their templates show, without what is there already. */
function loadedBy(
    entries: readonly string[],
    uses: ReadonlyMap<string, Uses>,
    present: ReadonlySet<string> = new Set()
): ReadonlySet<string> {
    const loaded = new Set<string>();
    const follow = (name: string): void => {
        if (!loaded.has(name) && !present.has(name)) {
            loaded.add(name);
            uses.get(name)?.atOnce.forEach(follow);
        }
    };
    entries.forEach(follow);
    return loaded;
}

/** Bundles that are loaded together, each by itself and all as one download. */
export interface Download {
    readonly parts: readonly BundleSize[];
    readonly together: BundleSize;
}

export interface PackageSizes {
    /** What a call from pop to disposition loads. */
    readonly agentPath: Download;
    /** What comes once the form can be used, or while there is no call; each beside the agent path, under the name that is imported. */
    readonly later: readonly Download[];
    /** What only record pages load. */
    readonly recordPages: readonly BundleSize[];
}

/** Sizes of every built bundle, and of what an agent loads as downloads. */
export function measurePackage(root: string): PackageSizes {
    const bundles = findBundles(root);
    const unbuilt = bundles.filter(({ output }) => !existsSync(output));
    if (unbuilt.length > 0) {
        throw new Error(`Not compiled: ${unbuilt.map(({ name }) => name).join(', ')}. Run npm run build first.`);
    }
    const uses = new Map(bundles.map((bundle) => [bundle.name, usesOf(bundle, bundles)]));
    const sizeOf = (name: string, parts: readonly Bundle[]): BundleSize => {
        const code = parts.map(javaScriptOf).join('');
        return {
            name,
            minified: Buffer.byteLength(code),
            gzipped: gzipped(code),
            gzippedWithTemplates: gzipped(parts.map(compiledOf).join(''))
        };
    };
    const each = (parts: readonly Bundle[]): BundleSize[] => parts.map((bundle) => sizeOf(bundle.name, [bundle]));
    const download = (name: string, names: ReadonlySet<string>): Download => {
        const parts = bundles.filter((bundle) => names.has(bundle.name));
        return { parts: each(parts), together: sizeOf(name, parts) };
    };
    const onPath = loadedBy(ENTRIES, uses);
    const asked = [...onPath].flatMap((name) => uses.get(name)?.later ?? []).sort();
    const late = asked.map((name) => ({ name, names: loadedBy([name], uses, onPath) }));
    const isElsewhere = ({ name }: Bundle): boolean => !onPath.has(name) && !late.some(({ names }) => names.has(name));
    return {
        agentPath: download('the agent path together', onPath),
        later: late.map(({ name, names }) => download(`${name}, later`, names)),
        recordPages: each(bundles.filter(isElsewhere))
    };
}

const PEERS = [
    { name: 'scv-connector-base 4.8.10 (glue only)', file: 'scv-connector-base/dist/scv-connector-base.js' },
    { name: 'amazon-connect-streams 2.28.2', file: 'amazon-connect-streams/release/connect-streams-min.js' }
];

/** What agents of other telephony products download, minified and compressed the same way in the same run. */
export function measurePeers(comparators: string): BundleSize[] {
    return PEERS.map(({ name, file }) => {
        const code = minified(readFileSync(join(comparators, file), 'utf8'));
        return { name, minified: Buffer.byteLength(code), gzipped: gzipped(code), gzippedWithTemplates: gzipped(code) };
    });
}
