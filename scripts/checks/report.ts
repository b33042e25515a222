import type { Finding } from './finding.ts';

export interface CheckedFinding extends Finding {
    readonly check: string;
}

/** How long something took. */
export interface Duration {
    readonly name: string;
    readonly milliseconds: number;
}

/** One paragraph a file: where, what is wrong, what to do. Then what took its time; the last line counts. */
export function reportOf(
    fileCount: number,
    findings: readonly CheckedFinding[],
    durations: readonly Duration[]
): string {
    const lines = findings
        .toSorted((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }))
        .map(({ check, file, what, mend }) => `${file}\n    ${what} (${check})\n    ${mend}`);
    return [...lines, timesOf(durations), `${fileCount} files checked, ${findings.length} findings`].join('\n');
}

/** Shares that no one would look into stand together. */
const WORTH_NAMING = 0.02;

function timesOf(durations: readonly Duration[]): string {
    const total = durations.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const named = durations
        .filter(({ milliseconds }) => milliseconds >= total * WORTH_NAMING)
        .toSorted((a, b) => b.milliseconds - a.milliseconds);
    const rest = total - named.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const others = durations.length - named.length;
    return [
        `${seconds(total)} s: ${named.map(({ name, milliseconds }) => `${name} ${seconds(milliseconds)}`).join(', ')}`,
        ...(others > 0 ? [`${others} others ${seconds(rest)}`] : [])
    ].join(', ');
}

function seconds(milliseconds: number): string {
    return (milliseconds / 1000).toFixed(1);
}
