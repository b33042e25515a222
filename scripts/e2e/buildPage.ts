import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildConsole } from '../local/console/build/buildConsole.ts';
import { projectRoot } from '../local/console/build/projectPaths.ts';

/** Builds the console's page once for all browser tests, into a folder of this run. Resolves to what removes it. */
export default async function buildPage(): Promise<() => void> {
    const assets = join(projectRoot, 'test-results', `console-${process.pid}`);
    // As an org serves it to everybody who is not debugging. The engine's development checks run in the component tests.
    await buildConsole({ outdir: assets, production: true });
    process.env['CONSOLE_ASSETS'] = assets;
    return () => rmSync(assets, { recursive: true, force: true });
}

/** Folder of the page that was built for this run. */
export function consoleAssets(): string {
    const assets = process.env['CONSOLE_ASSETS'];
    if (assets === undefined) {
        throw new Error('The console has no page: browser tests are started by "npm run e2e".');
    }
    return assets;
}
