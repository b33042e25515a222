/** `npm start`: one installation on this machine, without an org. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, compilePackage } from '../build/compile.ts';
import { watchConsole } from '../local/console/build/buildConsole.ts';
import { MetadataError } from '../local/metadata/readMetadata.ts';
import { announcement } from './announcement.ts';
import { root, startStack } from './stack.ts';
import type { Stack } from './stack.ts';
import { portProblem, readStartOptions, USAGE } from './startOptions.ts';
import type { StartOptions } from './startOptions.ts';

const local = join(root, '.local');
const assets = join(local, 'console');

function stop(message: string): never {
    console.error(message);
    process.exit(1);
}

/** Builds the page, and again after every change to a component, a label or a page; open pages follow. */
async function showConsole(stack: Stack): Promise<void> {
    await new Promise<void>((shown) => {
        void watchConsole({ outdir: assets }, (problems) => {
            if (problems === undefined) {
                stack.reloadConsole();
            } else {
                console.error(problems);
            }
            shown();
        });
    });
}

async function start({ austinSpeaks, empty, fresh, ports }: StartOptions): Promise<void> {
    const started = performance.now();
    mkdirSync(local, { recursive: true });
    await compilePackage(root);
    // One server's calls are not to be found where there are two, and the other way round.
    const servers = austinSpeaks === undefined ? '-servers' : '-lists';
    const ending = empty ? '-empty' : ports.austin === undefined ? '' : servers;
    const stack = await startStack({
        database: join(local, `org${ending}.sqlite`),
        journal: join(local, `gateway${ending}.sqlite`),
        assets,
        empty,
        fresh,
        liveReload: true,
        history: !empty,
        ports,
        ...(austinSpeaks && { austinSpeaks }),
        log: ({ level, message }) => console.log(`[org] ${level}: ${message}`)
    });
    await showConsole(stack);
    console.log(`Ready in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    console.log(announcement(stack));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => void stack.close().then(() => process.exit(0)));
    }
}

function readOptions(): StartOptions {
    try {
        return readStartOptions(process.argv.slice(2));
    } catch (error) {
        return stop(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    }
}

const options = readOptions();
if (options.help) {
    console.log(USAGE);
    process.exit(0);
}
try {
    await start(options);
} catch (error) {
    const problem =
        error instanceof BuildError || error instanceof MetadataError
            ? error.message
            : portProblem(error, options.ports);
    if (problem === undefined) {
        throw error;
    }
    stop(problem);
}
