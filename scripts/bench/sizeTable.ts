import type { BundleSize, PackageSizes } from './agentPath.ts';

/** What a call from pop to disposition may load: bytes of JavaScript after gzip. */
export const BUDGET_GZIP_BYTES = 30_000;

/** What may come after that, by the component that is imported at run time. */
export const LATER_BUDGETS: Readonly<Record<string, number>> = {
    // With what was written elsewhere, dispositions by their names, which a call waits for and seldom has.
    'convoxCallExtras, later': 4_870,
    'convoxCommandSender, later': 4_600,
    // With what is left of a wrap-up, when the agent was last heard of, and the codes that the agent uses at every computer: 710
    // bytes beside the list of other calls. With a word while the lists are late, how many calls are at hand, and
    // dials whose doubt the call itself settles: 145 bytes. With answers that know their call, however late they come, and
    // which of several agents asks: 150 bytes. With a word to whoever has yet to allow
    // notifications, and digits that mean the same all day: 115 bytes. With the server's day of what agents ask for: 45 bytes,
    // and of the recordings that they open, which asks for the servers: 345 bytes.
    'convoxPhoneExtras, later': 16_270
};

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

/** What an agent loads, one line a bundle and one for each download. */
export function agentSizes({ agentPath, later }: PackageSizes): BundleSize[] {
    return [agentPath, ...later].flatMap(({ parts, together }) => [...parts, together]);
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

/** Whether the phone keeps its budgets: for a call, and for each of what comes later. What has no budget may have no byte. */
export function verdicts({ agentPath, later }: PackageSizes): Verdict {
    const all = [
        verdict(agentPath.together, BUDGET_GZIP_BYTES),
        ...later.map(({ together }) => verdict(together, LATER_BUDGETS[together.name] ?? 0))
    ];
    return { isKept: all.every(({ isKept }) => isKept), words: all.map(({ words }) => words).join('\n') };
}
