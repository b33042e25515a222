import { join } from 'node:path';
import { runChecks } from './checks.ts';
import { readProject } from './read/project.ts';
import { reportOf } from './report.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const started = performance.now();
const project = readProject(root);
const reading = { name: 'reading', milliseconds: performance.now() - started };
const { findings, durations } = await runChecks(project, root);
console.log(reportOf(project.files.size, findings, [reading, ...durations], performance.now() - started));
process.exitCode = findings.length === 0 ? 0 : 1;
