import type { BundleSize, PackageSizes } from './agentPath.ts';

/** What a call from pop to disposition may load: bytes of JavaScript after gzip. */
export const BUDGET_GZIP_BYTES = 35_600;

/** What the phone may load beside it for the time between calls. */
export const IDLE_BUDGET_GZIP_BYTES = 8_000;

const bytes = (count: number): string => count.toLocaleString('en-IN').padStart(10);

/** What the phone may load beside both for what agents ask ConVox for. */
export const CONTROLS_BUDGET_GZIP_BYTES = 3_500;

/** One line a bundle, with headings. */
export function sizeTable(sizes: readonly BundleSize[]): string {
    const headings = `${'JavaScript'.padEnd(46)}${'minified'.padStart(10)}${'gzip'.padStart(10)}${'with HTML'.padStart(11)}`;
    const lines = sizes.map(
        ({ name, minified, gzipped, gzippedWithTemplates }) =>
            `${name.padEnd(46)}${bytes(minified)}${bytes(gzipped)} ${bytes(gzippedWithTemplates)}`
    );
    return [headings, ...lines].join('\n');
}

export interface Verdict {
    readonly isKept: boolean;
    readonly words: string;
}

/** Whether a part of the phone keeps its budget, in words. */
function verdict({ name, gzipped }: BundleSize, budget: number): Verdict {
    const isKept = gzipped <= budget;
    const words = `${name}: ${bytes(gzipped).trim()} bytes after gzip, the budget is ${bytes(budget).trim()}: ${
        isKept ? 'kept' : 'EXCEEDED. Find what grew with npm run bench, and cut it.'
    }`;
    return { isKept, words };
}

/** Whether the phone keeps its budgets: for a call, between calls, and for what agents ask ConVox for. */
export function verdicts({ agentPathTogether, idlePanelTogether, controlsTogether }: PackageSizes): Verdict {
    const all = [
        verdict(agentPathTogether, BUDGET_GZIP_BYTES),
        verdict(idlePanelTogether, IDLE_BUDGET_GZIP_BYTES),
        verdict(controlsTogether, CONTROLS_BUDGET_GZIP_BYTES)
    ];
    return { isKept: all.every(({ isKept }) => isKept), words: all.map(({ words }) => words).join('\n') };
}
