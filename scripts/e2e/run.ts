/** `npm run e2e`: every browser test. Ends with the line `N passed, N failed`. Arguments choose files by name. */
import { globSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { buildConsole, ConsoleBuildError } from '../local/console/build/buildConsole.ts';
import { projectRoot } from '../local/console/build/projectPaths.ts';
import { screenshotsFolder } from './screenshots.ts';
import { shardsOf } from './shards.ts';

const wanted = process.argv.slice(2);
const files = globSync('*.e2e.ts', { cwd: import.meta.dirname })
    .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
    .sort()
    .map((file) => join(import.meta.dirname, file));

/** A folder of this run: another run at the same time builds its own. */
const assets = join(projectRoot, 'test-results', `console-${process.pid}`);
process.once('exit', () => rmSync(assets, { recursive: true, force: true }));

/** Who ends the run ends its processes, and they their browsers: left behind, those would go on drawing for hours. */
const ended = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => ended.abort());
}

async function runTests(): Promise<{ passed: number; failed: number }> {
    if (wanted.length === 0) {
        rmSync(screenshotsFolder, { recursive: true, force: true });
    }
    // As an org serves it to everybody who is not debugging. The engine's development checks run in the component tests.
    const milliseconds = await buildConsole({ outdir: assets, production: true });
    console.log(`Built the console's page in ${Math.round(milliseconds)} ms`);
    process.env['CONSOLE_ASSETS'] = assets;
    const count = { passed: 0, failed: 0 };
    const weighed = files.map((file) => ({ file, weight: statSync(file).size }));
    const shards = shardsOf(weighed, availableParallelism()).map((shard) =>
        // A server that a failed start left open must not keep the run from ending.
        run({ files: [join(import.meta.dirname, 'shard.ts')], argv: shard, forceExit: true, signal: ended.signal })
    );
    await Promise.all(
        shards.map(async (tests) => {
            tests.on('test:pass', ({ details }) => {
                count.passed += details.type === 'suite' ? 0 : 1;
            });
            tests.on('test:fail', ({ details }) => {
                count.failed += details.type === 'suite' ? 0 : 1;
            });
            await pipeline(tests, new spec(), process.stdout, { end: false });
        })
    );
    return count;
}

try {
    const { passed, failed } = await runTests();
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
} catch (error) {
    if (!(error instanceof ConsoleBuildError)) {
        throw error;
    }
    console.error(error.message);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
}
