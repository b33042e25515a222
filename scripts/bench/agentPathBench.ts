/** `npm run bench -- agent-path`: what agents download and how long they wait, each measured beside an alternative in the same run. */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { compilePackage } from '../build/compile.ts';
import { buildConsole } from '../local/console/build/buildConsole.ts';
import { root } from '../start/stack.ts';
import { measurePackage, measurePeers } from './agentPath.ts';
import { installComparators } from './comparators.ts';
import { measurePops } from './popLatency.ts';
import { agentSizes, sizeTable, verdicts } from './sizeTable.ts';

/** What agents of other telephony products download. */
const PEERS = ['scv-connector-base@4.8.10', 'amazon-connect-streams@2.28.2'];
const RUNS = 100;

const milliseconds = (time: number): string => `${time.toFixed(0)} ms`.padStart(9);

await compilePackage(root);
const sizes = measurePackage(root);
const peers = measurePeers(join(installComparators(root, 'peers', PEERS), 'node_modules'));
console.log(sizeTable([...agentSizes(sizes), ...sizes.recordPages, ...peers]));
const { isKept, words } = verdicts(sizes);
console.log(`${words}\n`);

const assets = join(root, '.local', 'bench', 'console');
await buildConsole({ outdir: assets });
console.log(`${'Screen pop'.padEnd(64)}${'runs'.padStart(6)}${'p50'.padStart(9)}${'p95'.padStart(9)}`);
for (const { name, runs, p50, p95 } of await measurePops(assets, RUNS)) {
    console.log(`${name.padEnd(64)}${String(runs).padStart(6)}${milliseconds(p50)}${milliseconds(p95)}`);
}
console.log(`\n${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`);
process.exitCode = isKept ? 0 : 1;
