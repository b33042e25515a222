/** Fails when agents would download more than the budget. Build first. */
import { join } from 'node:path';
import { measurePackage } from './agentPath.ts';
import { sizeTable, verdict } from './sizeTable.ts';

const { agentPath, agentPathTogether } = measurePackage(join(import.meta.dirname, '..', '..'));
const { isKept, words } = verdict(agentPathTogether);
if (!isKept) {
    console.log(sizeTable([...agentPath, agentPathTogether]));
}
console.log(words);
process.exitCode = isKept ? 0 : 1;
