import type { Finding } from '../finding.ts';

/** Something wrong in a report, at a line of its file where one is to blame. */
export interface ReportProblem extends Omit<Finding, 'file'> {
    readonly line?: number;
}
