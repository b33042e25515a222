/** Fails when agents would download more than the budget. Build first. */
import { join } from 'node:path';
import { measurePackage } from './agentPath.ts';
import { agentSizes, sizeTable, verdicts } from './sizeTable.ts';

const sizes = measurePackage(join(import.meta.dirname, '..', '..'));
const { isKept, words } = verdicts(sizes);
if (!isKept) {
    console.log(sizeTable(agentSizes(sizes)));
}
console.log(words);
process.exitCode = isKept ? 0 : 1;
