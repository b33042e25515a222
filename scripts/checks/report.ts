import type { Finding } from './finding.ts';

export interface CheckedFinding extends Finding {
    readonly check: string;
}

/** One paragraph a file: where, what is wrong, what to do. The last line counts. */
export function reportOf(fileCount: number, findings: readonly CheckedFinding[]): string {
    const lines = findings
        .toSorted((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }))
        .map(({ check, file, what, mend }) => `${file}\n    ${what} (${check})\n    ${mend}`);
    return [...lines, `${fileCount} files checked, ${findings.length} findings`].join('\n');
}
