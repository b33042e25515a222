import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import type { SampleFile } from './sampleProject.ts';
import { sampleWith } from './sampleProject.ts';

/** One mistake in the sound sample: `from` becomes `to`, and the check must say `what`. */
export interface Fault {
    readonly name: string;
    readonly file: SampleFile;
    readonly from: string;
    readonly to: string;
    readonly what: string;
}

export function fault(name: string, file: SampleFile, from: string, to: string, what: string): Fault {
    return { name, file, from, to, what };
}

/** Tests: plants each fault alone in the sound sample; the check must name it, its file and how to mend it. */
export function catches(check: (project: Project) => Finding[] | Promise<Finding[]>, faults: readonly Fault[]): void {
    test.each(faults)('catches $name', async ({ file, from, to, what }) => {
        const findings = await check(sampleWith(file, { from, to }));
        expect(findings.map((finding) => finding.what).join('\n')).toContain(what);
        expect(findings.filter((finding) => finding.mend === '' || finding.file === '')).toEqual([]);
    });
}
