import { join } from 'node:path';
import { runChecks } from './checks.ts';
import { readProject } from './project.ts';
import { reportOf } from './report.ts';

const root = join(import.meta.dirname, '..', '..');
const project = readProject(root);
const findings = await runChecks(project, root);
console.log(reportOf(project.files.size, findings));
process.exitCode = findings.length === 0 ? 0 : 1;
