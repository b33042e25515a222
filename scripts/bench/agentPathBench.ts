/** `npm run bench -- agent-path`: what agents download, measured beside an alternative in the same run. */
import { join } from 'node:path';
import { compilePackage } from '../build/compile.ts';
import { root } from '../start/stack.ts';
import { measurePackage, measurePeers } from './agentPath.ts';
import { installComparators } from './comparators.ts';
import { agentSizes, sizeTable, verdicts } from './sizeTable.ts';

/** What agents of other telephony products download. */
const PEERS = ['scv-connector-base@4.8.10', 'amazon-connect-streams@2.28.2'];

await compilePackage(root);
const sizes = measurePackage(root);
const peers = measurePeers(join(installComparators(root, 'peers', PEERS), 'node_modules'));
console.log(sizeTable([...agentSizes(sizes), ...sizes.recordPages, ...peers]));
const { isKept, words } = verdicts(sizes);
console.log(words);

process.exitCode = isKept ? 0 : 1;
