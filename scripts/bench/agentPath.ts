import { readFileSync, globSync } from 'node:fs';
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
const minified = (code: string): string =>
    minify(code, { minify: true, format: 'esm', target: 'es2022', legalComments: 'none' }).code;

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
                apiVersion: 66
            });
            return minified(code);
        })
        .join('');
}

/** Sizes of every built bundle and, last, of all of them as one download. Build first. */
export function measureAgentPath(root: string): BundleSize[] {
    const bundles = findBundles(root).map((bundle) => ({
        name: bundle.name,
        code: javaScriptOf(bundle),
        compiled: compiledOf(bundle)
    }));
    const all = {
        name: 'all together',
        code: bundles.map((bundle) => bundle.code).join(''),
        compiled: bundles.map((bundle) => bundle.compiled).join('')
    };
    return [...bundles, all].map(({ name, code, compiled }) => ({
        name,
        minified: Buffer.byteLength(code),
        gzipped: gzipped(code),
        gzippedWithTemplates: gzipped(compiled)
    }));
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
