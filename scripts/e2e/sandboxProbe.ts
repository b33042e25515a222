import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { listen } from '../node/listen.ts';
import { createAssets } from '../local/console/assets.ts';
import { findComponentFolders } from '../local/console/build/componentFolders.ts';
import type { LwcSources } from '../local/console/build/lwcPlugin.ts';
import { lwcPlugin } from '../local/console/build/lwcPlugin.ts';
import { sandboxPlugin } from '../local/console/build/sandboxPlugin.ts';
import { contentSecurityPolicy } from '../local/console/page.ts';

export interface ProbePage {
    readonly url: string;
    /** Source map of the module's text. */
    readonly sourceMap: string;
    close(): Promise<void>;
}

function sourcesWith(probe: string): LwcSources {
    const folders = findComponentFolders();
    return {
        folders: { ...folders, find: (module) => (module.name === 'probe' ? probe : folders.find(module)) },
        icons: new Set(),
        salesforce: { labels: new Map(), messageChannels: new Set() },
        exposed: [],
        metadataFiles: []
    };
}

/** Serves a page that is built as the console's is, with one module `c/probe` that the page has as `window.probe`. */
export async function openProbePage(probe: string): Promise<ProbePage> {
    const outdir = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const file = join(outdir, 'probe.ts');
    writeFileSync(file, probe);
    const modules = lwcPlugin(() => sourcesWith(file));
    await esbuild.build({
        stdin: { contents: `import probe from 'c/probe'; window.probe = probe;`, resolveDir: outdir },
        outfile: join(outdir, 'page.js'),
        bundle: true,
        format: 'esm',
        plugins: [sandboxPlugin({ build: { plugins: [modules] }, outdir }), modules]
    });
    const assets = createAssets(outdir);
    const html = '<!doctype html><body><script type="module" src="/assets/page.js"></script></body>';
    const headers = { 'content-type': 'text/html', 'content-security-policy': contentSecurityPolicy() };
    const server = await listen({
        fetch: ({ url }) => {
            const { pathname } = new URL(url);
            return pathname.startsWith('/assets/')
                ? assets(pathname.slice('/assets/'.length), undefined)
                : new Response(html, { headers });
        }
    });
    return {
        url: server.url,
        sourceMap: join(outdir, 'c', 'probe.js.map'),
        async close() {
            await server.close();
            rmSync(outdir, { recursive: true });
        }
    };
}
