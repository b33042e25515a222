import type { BundleSize } from './agentPath.ts';

/** What a call from pop to disposition may load: bytes of JavaScript after gzip. */
export const BUDGET_GZIP_BYTES = 32_000;

const bytes = (count: number): string => count.toLocaleString('en-IN').padStart(10);

/** One line a bundle, with headings. */
export function sizeTable(sizes: readonly BundleSize[]): string {
    const headings = `${'JavaScript'.padEnd(46)}${'minified'.padStart(10)}${'gzip'.padStart(10)}${'with HTML'.padStart(11)}`;
    const lines = sizes.map(
        ({ name, minified, gzipped, gzippedWithTemplates }) =>
            `${name.padEnd(46)}${bytes(minified)}${bytes(gzipped)} ${bytes(gzippedWithTemplates)}`
    );
    return [headings, ...lines].join('\n');
}

/** Whether the agent path keeps its budget, in words. */
export function verdict({ gzipped }: BundleSize): { readonly isKept: boolean; readonly words: string } {
    const isKept = gzipped <= BUDGET_GZIP_BYTES;
    const words = `The agent path has ${bytes(gzipped).trim()} bytes after gzip, its budget is ${bytes(BUDGET_GZIP_BYTES).trim()}: ${
        isKept ? 'kept' : 'EXCEEDED. Find what grew with npm run bench, and cut it.'
    }`;
    return { isKept, words };
}
