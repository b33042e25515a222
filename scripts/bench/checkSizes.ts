/** Fails when agents would download more than the budget. Build first. */
import { join } from 'node:path';
import { measurePackage } from './agentPath.ts';
import { sizeTable, verdicts } from './sizeTable.ts';

const sizes = measurePackage(join(import.meta.dirname, '..', '..'));
const { agentPath, agentPathTogether, idlePanel, idlePanelTogether, controls, controlsTogether } = sizes;
const { isKept, words } = verdicts(sizes);
if (!isKept) {
    const beside = [...idlePanel, idlePanelTogether, ...controls, controlsTogether];
    console.log(sizeTable([...agentPath, agentPathTogether, ...beside]));
}
console.log(words);
process.exitCode = isKept ? 0 : 1;
