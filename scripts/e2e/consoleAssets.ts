import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConsole } from '../local/console/build/buildConsole.ts';

let folder: Promise<string> | undefined;

async function built(): Promise<string> {
    const outdir = join(tmpdir(), `console-${process.pid}`);
    await buildConsole({ outdir });
    process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
    return outdir;
}

/** Folder of the console's page. The runner builds it once for all files; a file that runs alone builds its own. */
export async function consoleAssets(): Promise<string> {
    folder ??= process.env['CONSOLE_ASSETS'] === undefined ? built() : Promise.resolve(process.env['CONSOLE_ASSETS']);
    return folder;
}
