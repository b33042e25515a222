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
                apiVersion: 66
            });
            return minified(code);
        })
        .join('');
}

const ENTRIES = ['convoxScreenPop', 'convoxSoftphone'];
/** Stands in the softphone as long as there is no call, so a call uses nothing of it. */
const IDLE_PANEL = 'convoxIdlePanel';

/** What an agent asks for beside a call's end: there for servers that take it, and no part of what a call needs. */
const CONTROLS = 'convoxAgentControls';

function tagOf(name: string): string {
    return `c-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The entries, everything that they import, and what their templates show, without what `stops` hold. */
function usedBy(
    entries: readonly string[],
    bundles: readonly Bundle[],
    stops: ReadonlySet<string>
): ReadonlySet<string> {
    const used = new Map(
        bundles.map((bundle) => {
            const text = globSync('*.{js,html}', { cwd: bundle.folder })
                .map((file) => readFileSync(join(bundle.folder, file), 'utf8'))
                .join('\n');
            const names = bundles.map(({ name }) => name);
            return [
                bundle.name,
                names.filter(
                    (name) =>
                        text.includes(`'c/${name}'`) ||
                        text.includes(`"c/${name}"`) ||
                        text.includes(`<${tagOf(name)}\n`) ||
                        text.includes(`<${tagOf(name)} `) ||
                        text.includes(`<${tagOf(name)}>`)
                )
            ];
        })
    );
    const path = new Set<string>();
    const follow = (name: string): void => {
        if (!path.has(name) && !stops.has(name)) {
            path.add(name);
            used.get(name)?.forEach(follow);
        }
    };
    entries.forEach(follow);
    return path;
}

export interface PackageSizes {
    /** What a call from pop to disposition loads. */
    readonly agentPath: readonly BundleSize[];
    readonly agentPathTogether: BundleSize;
    /** What the phone shows between calls and a call has no use for. */
    readonly idlePanel: readonly BundleSize[];
    readonly idlePanelTogether: BundleSize;
    /** What agents can ask ConVox for beside: nothing waits for it. */
    readonly controls: readonly BundleSize[];
    readonly controlsTogether: BundleSize;
    /** What only record pages load. */
    readonly recordPages: readonly BundleSize[];
}

/** Sizes of every built bundle, and of the agent path as one download. Build first. */
export function measurePackage(root: string): PackageSizes {
    const bundles = findBundles(root);
    const onPath = usedBy(ENTRIES, bundles, new Set([IDLE_PANEL, CONTROLS]));
    const whenIdle = usedBy([IDLE_PANEL], bundles, onPath);
    const ofControls = usedBy([CONTROLS], bundles, new Set([...onPath, ...whenIdle]));
    const sizeOf = (name: string, parts: readonly Bundle[]): BundleSize => {
        const code = parts.map(javaScriptOf).join('');
        return {
            name,
            minified: Buffer.byteLength(code),
            gzipped: gzipped(code),
            gzippedWithTemplates: gzipped(parts.map(compiledOf).join(''))
        };
    };
    const isOnPath = ({ name }: Bundle): boolean => onPath.has(name);
    const isIdle = ({ name }: Bundle): boolean => whenIdle.has(name);
    const isControl = ({ name }: Bundle): boolean => ofControls.has(name);
    const isElsewhere = (bundle: Bundle): boolean => !isOnPath(bundle) && !isIdle(bundle) && !isControl(bundle);
    const each = (parts: readonly Bundle[]): BundleSize[] => parts.map((bundle) => sizeOf(bundle.name, [bundle]));
    return {
        agentPath: each(bundles.filter(isOnPath)),
        agentPathTogether: sizeOf('the agent path together', bundles.filter(isOnPath)),
        idlePanel: each(bundles.filter(isIdle)),
        idlePanelTogether: sizeOf('the phone between calls, beside it', bundles.filter(isIdle)),
        controls: each(bundles.filter(isControl)),
        controlsTogether: sizeOf('what agents ask for, beside both', bundles.filter(isControl)),
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
