import type { Finding } from './finding.ts';

export interface CheckedFinding extends Finding {
    readonly check: string;
}

/** How long something took. */
export interface Duration {
    readonly name: string;
    readonly milliseconds: number;
}

/**
 * One paragraph a file: where, what is wrong, what to do. Then what took its time; the last line counts.
 * @param milliseconds all in all: checks may run side by side
 */
export function reportOf(
    fileCount: number,
    findings: readonly CheckedFinding[],
    durations: readonly Duration[],
    milliseconds: number
): string {
    const lines = findings
        .toSorted((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }))
        .map(({ check, file, what, mend }) => `${file}\n    ${what} (${check})\n    ${mend}`);
    return [...lines, timesOf(durations, milliseconds), `${fileCount} files checked, ${findings.length} findings`].join(
        '\n'
    );
}

/** Shares that no one would look into stand together. */
const WORTH_NAMING = 0.02;

function timesOf(durations: readonly Duration[], total: number): string {
    const named = durations
        .filter(({ milliseconds }) => milliseconds >= total * WORTH_NAMING)
        .toSorted((a, b) => b.milliseconds - a.milliseconds);
    const others = durations.filter((duration) => !named.includes(duration));
    const rest = others.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    return [
        `${seconds(total)} s: ${named.map(({ name, milliseconds }) => `${name} ${seconds(milliseconds)}`).join(', ')}`,
        ...(others.length > 0 ? [`${others.length} others ${seconds(rest)}`] : [])
    ].join(', ');
}

function seconds(milliseconds: number): string {
    return (milliseconds / 1000).toFixed(1);
}
