import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { BuildError, compilePackage, typescriptArguments } from './compile.ts';

const root = join(import.meta.dirname, '..', '..');

async function buildOnce(): Promise<boolean> {
    const started = performance.now();
    try {
        const files = await compilePackage(root);
        const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
        console.log(
            `Compiled ${new Set(files.map((file) => file.bundle)).size} bundles, ${bytes.toLocaleString('en-IN')} bytes of JavaScript, ` +
                `in ${Math.round(performance.now() - started)} ms`
        );
        return true;
    } catch (error) {
        if (error instanceof BuildError) {
            console.error(error.message);
            return false;
        }
        throw error;
    }
}

/** tsc keeps its own watch; each time it is done, the bundled modules are made again on top of what it wrote. */
function watch(): void {
    const compiler = spawn(process.execPath, [...typescriptArguments(root), '--watch', '--preserveWatchOutput'], {
        stdio: ['ignore', 'pipe', 'inherit']
    });
    compiler.stdout.setEncoding('utf8').on('data', (text: string) => {
        process.stdout.write(text);
        if (/Found 0 errors/.test(text)) {
            void buildOnce();
        }
    });
}

if (!(await buildOnce())) {
    process.exitCode = 1;
} else if (process.argv.includes('--watch')) {
    watch();
}
